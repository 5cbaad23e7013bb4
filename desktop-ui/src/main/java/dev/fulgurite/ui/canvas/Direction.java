package dev.fulgurite.ui.canvas;

/// Which way an arrow key goes.
public enum Direction {
    LEFT(-1, 0),
    RIGHT(1, 0),
    UP(0, -1),
    DOWN(0, 1);

    private final int dx;
    private final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /// How far a step is from the straight way; none when it leads elsewhere.
    double cost(double x, double y) {
        double along = x * dx + y * dy;
        double across = Math.abs(x * dy) + Math.abs(y * dx);
        return along <= 1 ? Double.MAX_VALUE : along + 3 * across;
    }
}
