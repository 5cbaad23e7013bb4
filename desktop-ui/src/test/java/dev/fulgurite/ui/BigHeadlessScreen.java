package dev.fulgurite.ui;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The headless platform has a screen of 1000 by 1000 and fails on larger windows. This makes the
/// screen larger; to be called on the JavaFX thread, before the first window.
final class BigHeadlessScreen {

    private static final int PARTS_OF_A_SCREEN = 20;

    private BigHeadlessScreen() {}

    static void resize(int width, int height) throws ReflectiveOperationException {
        Class<?> headless = Class.forName("com.sun.glass.ui.headless.HeadlessApplication");
        Object application =
                Class.forName("com.sun.glass.ui.Application")
                        .getMethod("GetApplication")
                        .invoke(null);
        if (!headless.isInstance(application)) {
            return;
        }
        Class<?> screen = Class.forName("com.sun.glass.ui.Screen");
        Object screens = Array.newInstance(screen, 1);
        Array.set(screens, 0, screen(screen, width, height));
        field(headless, "screens").set(application, screens);
        field(headless, "frameBuffer").set(application, ByteBuffer.allocate(width * height * 4));
        screen.getMethod("notifySettingsChanged").invoke(null);
    }

    private static Object screen(Class<?> screen, int width, int height)
            throws ReflectiveOperationException {
        Constructor<?> constructor =
                Arrays.stream(screen.getDeclaredConstructors())
                        .filter(one -> one.getParameterCount() == PARTS_OF_A_SCREEN)
                        .findFirst()
                        .orElseThrow();
        constructor.setAccessible(true);
        return constructor.newInstance(
                0L, 32, 0, 0, width, height, 0, 0, width, height, 0, 0, width, height, 100, 100, 1f,
                1f, 1f, 1f);
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
