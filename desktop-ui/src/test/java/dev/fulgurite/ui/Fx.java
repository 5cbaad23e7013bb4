package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Drives JavaFX from a test's own thread.
public final class Fx {

    public static final int WIDTH = 1600;
    public static final int HEIGHT = 1000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, Boolean> PRODUCT = new ConcurrentHashMap<>();
    private static boolean started;
    private static @Nullable ThreadWatch watch;

    private Fx() {}

    /// Starts the toolkit once for all tests of the process.
    public static synchronized void start() {
        if (started) {
            return;
        }
        // The headless screen is copied pixel by pixel each frame: fewer frames leave time for
        // work.
        System.setProperty("javafx.animation.pulse", "20");
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
        watch = new ThreadWatch(Platform::runLater, Fx::isOfTheProduct);
    }

    private static boolean isOfTheProduct(String name) {
        return name.startsWith("dev.fulgurite")
                && PRODUCT.computeIfAbsent(name, Fx::isOutsideTheTests);
    }

    private static boolean isOutsideTheTests(String name) {
        try {
            String written = name.replaceFirst("\\$\\$Lambda.*", "");
            Class<?> found = Class.forName(written, false, Fx.class.getClassLoader());
            CodeSource source = found.getProtectionDomain().getCodeSource();
            return source == null || !source.getLocation().getPath().contains("test-classes");
        } catch (ClassNotFoundException generated) {
            return true;
        }
    }

    /// What held up the window's thread since this was asked last.
    static synchronized List<String> heldUp() {
        if (watch == null) {
            return List.of();
        }
        settle();
        return watch.takeFindings();
    }

    /// Runs what is allowed to hold up the window's thread, a few frames after it included: a
    /// window's first frame, another look of everything in it, a picture of it.
    public static <T> T unwatched(Callable<T> body) {
        ThreadWatch watching = Objects.requireNonNull(watch, "call start() first");
        watching.pause();
        try {
            T result = body.call();
            settle();
            return result;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            watching.resume();
        }
    }

    /// As [#unwatched(Callable)], without a result.
    public static void unwatched(Runnable body) {
        unwatched(Executors.callable(body));
    }

    /// Runs on the JavaFX thread and waits for the result.
    public static <T> T on(Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(body);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
                unwatched(() ->
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
                        }));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ImageIO.write(image, "png", file.toFile());
        return image;
    }
}
