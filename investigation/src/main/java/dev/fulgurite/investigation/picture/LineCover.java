package dev.fulgurite.investigation.picture;

import java.util.List;

/// How many lines pass through each small square of a view.
final class LineCover {

    private static final double CELL = 8;

    /// Among more lines than this there is no calm place to be found.
    private static final int MOST = 800;

    private final int columns;
    private final int rows;
    private final int[] passing;

    private LineCover(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.passing = new int[columns * rows];
    }

    static LineCover of(List<Scene.Edge> edges, View view) {
        LineCover cover =
                new LineCover((int) (view.width() / CELL) + 2, (int) (view.height() / CELL) + 2);
        if (edges.size() <= MOST) {
            edges.forEach(edge -> cover.add(edge.curve().flat(), view));
        }
        return cover;
    }

    private void add(double[] xy, View view) {
        for (int i = 2; i < xy.length; i += 2) {
            double x1 = view.x(xy[i - 2]);
            double y1 = view.y(xy[i - 1]);
            double x2 = view.x(xy[i]);
            double y2 = view.y(xy[i + 1]);
            int steps = (int) Math.min(400, Math.hypot(x2 - x1, y2 - y1) / CELL) + 1;
            for (int n = 0; n < steps; n++) {
                double t = (n + 0.5) / steps;
                count(x1 + t * (x2 - x1), y1 + t * (y2 - y1));
            }
        }
    }

    private void count(double x, double y) {
        int column = (int) Math.floor(x / CELL);
        int row = (int) Math.floor(y / CELL);
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            passing[row * columns + column]++;
        }
    }

    int in(Layout.Box box) {
        int sum = 0;
        int lastRow = Math.min(rows - 1, (int) ((box.y() + box.height()) / CELL));
        int lastColumn = Math.min(columns - 1, (int) ((box.x() + box.width()) / CELL));
        for (int row = Math.max(0, (int) (box.y() / CELL)); row <= lastRow; row++) {
            for (int column = Math.max(0, (int) (box.x() / CELL)); column <= lastColumn; column++) {
                sum += passing[row * columns + column];
            }
        }
        return sum;
    }
}
