package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Subgraph;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/// Writes a part of the graph as a PNG picture; needs no screen.
public final class PngPicture {

    private static final double MARGIN = 40;
    private static final double SHARPNESS = 2;
    private static final int WIDEST = 16_000;

    private PngPicture() {}

    /// The stream is left open. A picture that would be wider or taller than 16,000 pixels is drawn
    /// smaller, with less detail.
    public static void write(Subgraph graph, Theme theme, OutputStream to) throws IOException {
        Layout layout = FlowLayout.arrange(graph, Spacing.STANDARD);
        Layout.Box bounds = Scene.of(layout, graph, Scene.Ports.ofCards(layout.spacing())).bounds();
        double longest = Math.max(bounds.width(), bounds.height()) + 2 * MARGIN + View.HEADING;
        double scale = Math.min(1, WIDEST / SHARPNESS / longest);
        View view =
                new View(
                        scale,
                        MARGIN - bounds.x() * scale,
                        MARGIN + View.HEADING - bounds.y() * scale,
                        bounds.width() * scale + 2 * MARGIN,
                        bounds.height() * scale + 2 * MARGIN + View.HEADING);
        Scene scene = Scene.of(layout, graph, Detail.ports(layout.spacing(), scale));
        ImageIO.write(draw(scene, view, Look.plain(theme)), "png", to);
    }

    private static BufferedImage draw(Scene scene, View view, Look look) {
        int width = (int) Math.ceil(view.width() * SHARPNESS);
        int height = (int) Math.ceil(view.height() * SHARPNESS);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        Graphics2D points = (Graphics2D) graphics.create();
        points.scale(SHARPNESS, SHARPNESS);
        ScenePainter painter = new ScenePainter(new Java2dBrush(points), scene, view, look);
        painter.ground();
        graphics.drawImage(edges(scene, view, look, width, height), 0, 0, null);
        painter.cards();
        points.dispose();
        graphics.dispose();
        return image;
    }

    private static BufferedImage edges(Scene scene, View view, Look look, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        new EdgePainter(new EdgeRasterizer(pixels, width, height))
                .paint(scene, view, look, SHARPNESS);
        return image;
    }
}
