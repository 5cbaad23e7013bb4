package dev.fulgurite.bench;

import dev.fulgurite.investigation.picture.Layout;

/// Brings a whole layout into the window.
record Fit(double scale, double dx, double dy) {

    static Fit of(Layout layout) {
        Layout.Box box = layout.bounds();
        double scale =
                Math.min(FrameClock.WIDTH / box.width(), FrameClock.HEIGHT / box.height()) * 0.95;
        return new Fit(scale, -box.x() * scale, -box.y() * scale);
    }

    double x(double plane) {
        return plane * scale + dx;
    }

    double y(double plane) {
        return plane * scale + dy;
    }
}
