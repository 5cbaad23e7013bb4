package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Drives JavaFX from a test's own thread.
public final class Fx {

    public static final int WIDTH = 1600;
    public static final int HEIGHT = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static boolean started;

    private Fx() {}

    /// Starts the toolkit once for all tests of the process.
    public static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        try {
            if (!ready.await(30, TimeUnit.SECONDS)) {
                fail("JavaFX did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        started = true;
        Platform.setImplicitExit(false);
        on(() -> {
            BigHeadlessScreen.resize(1920, 1200);
            return true;
        });
    }

    /// Runs on the JavaFX thread and waits for the result.
    public static <T> T on(Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(body);
        Platform.runLater(task);
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable body) {
        on(() -> {
            body.run();
            return true;
        });
    }

    /// Waits until a condition on the JavaFX thread holds.
    public static void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                fail("waited in vain until " + what);
            }
            pause(20);
        }
    }

    /// Lets a few frames pass.
    public static void settle() {
        for (int i = 0; i < 5; i++) {
            run(() -> {});
            pause(40);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes what a scene shows as a PNG file.
    public static BufferedImage picture(Scene scene, Path file) throws IOException {
        settle();
        BufferedImage image =
                on(() -> {
                    WritableImage shot = scene.snapshot(null);
                    int width = (int) shot.getWidth();
                    int height = (int) shot.getHeight();
                    int[] pixels = new int[width * height];
                    shot.getPixelReader()
                            .getPixels(
                                    0,
                                    0,
                                    width,
                                    height,
                                    PixelFormat.getIntArgbInstance(),
                                    pixels,
                                    0,
                                    width);
                    BufferedImage copy =
                            new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                    copy.setRGB(0, 0, width, height, pixels, 0, width);
                    return copy;
                });
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ImageIO.write(image, "png", file.toFile());
        return image;
    }
}
