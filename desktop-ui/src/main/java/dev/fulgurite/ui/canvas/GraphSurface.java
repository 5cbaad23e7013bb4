package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.picture.EdgePainter;
import dev.fulgurite.investigation.picture.EdgeRasterizer;
import dev.fulgurite.investigation.picture.Look;
import dev.fulgurite.investigation.picture.Scene;
import dev.fulgurite.investigation.picture.ScenePainter;
import dev.fulgurite.investigation.picture.View;
import java.nio.IntBuffer;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Three layers that make a picture of a scene: the ground, the lines as an image that we rasterize
/// ourselves (many times cheaper than stroking each), and the cards with all words. Thousands of
/// lines are not drawn anew in each frame of a zoom: their image is stretched, and drawn when the
/// analyst rests.
final class GraphSurface extends Region {

    private static final Duration REST = Duration.millis(120);

    private final Canvas ground = new Canvas();
    private final ImageView lines = new ImageView();
    private final Canvas cards = new Canvas();
    private final CanvasBrush groundBrush = new CanvasBrush(ground.getGraphicsContext2D());
    private final CanvasBrush cardsBrush = new CanvasBrush(cards.getGraphicsContext2D());
    private @Nullable PixelBuffer<IntBuffer> pixels;
    private EdgePainter edges = new EdgePainter(new EdgeRasterizer(new int[1], 1, 1));
    private int imageWidth;
    private int imageHeight;
    private final Rectangle sight = new Rectangle();
    private final PauseTransition rest = new PauseTransition(REST);

    GraphSurface() {
        getChildren().addAll(ground, lines, cards);
        setClip(sight);
        setMouseTransparent(true);
    }

    void paint(Scene scene, View view, Look look, double pixelsPerPoint) {
        double width = Math.max(1, view.width());
        double height = Math.max(1, view.height());
        resizeTo(width, height, pixelsPerPoint);
        cards.getGraphicsContext2D().clearRect(0, 0, width, height);
        new ScenePainter(groundBrush, scene, view, look).ground();
        PixelBuffer<IntBuffer> buffer = pixels;
        if (buffer != null) {
            Runnable draw = () -> lines(buffer, scene, view, look, pixelsPerPoint);
            edges.stretch(scene, view, look, pixelsPerPoint)
                    .ifPresentOrElse(
                            stretch -> {
                                place(stretch, pixelsPerPoint);
                                rest.setOnFinished(_ -> draw.run());
                                rest.playFromStart();
                            },
                            draw);
        }
        new ScenePainter(cardsBrush, scene, view, look).cards();
    }

    private void lines(
            PixelBuffer<IntBuffer> buffer,
            Scene scene,
            View view,
            Look look,
            double pixelsPerPoint) {
        rest.stop();
        edges.paint(scene, view, look, pixelsPerPoint);
        buffer.updateBuffer(_ -> null);
        place(EdgePainter.Stretch.NONE, pixelsPerPoint);
    }

    private void place(EdgePainter.Stretch stretch, double pixelsPerPoint) {
        lines.setX(stretch.dx());
        lines.setY(stretch.dy());
        lines.setFitWidth(imageWidth / pixelsPerPoint * stretch.factor());
        lines.setFitHeight(imageHeight / pixelsPerPoint * stretch.factor());
    }

    private void resizeTo(double width, double height, double pixelsPerPoint) {
        if (ground.getWidth() != width || ground.getHeight() != height) {
            ground.setWidth(width);
            ground.setHeight(height);
            cards.setWidth(width);
            cards.setHeight(height);
            sight.setWidth(width);
            sight.setHeight(height);
        }
        int wide = (int) Math.ceil(width * pixelsPerPoint);
        int high = (int) Math.ceil(height * pixelsPerPoint);
        if (pixels == null || wide != imageWidth || high != imageHeight) {
            imageWidth = wide;
            imageHeight = high;
            IntBuffer memory = IntBuffer.allocate(wide * high);
            pixels = new PixelBuffer<>(wide, high, memory, PixelFormat.getIntArgbPreInstance());
            edges = new EdgePainter(new EdgeRasterizer(memory.array(), wide, high));
            lines.setImage(new WritableImage(pixels));
        }
    }
}
