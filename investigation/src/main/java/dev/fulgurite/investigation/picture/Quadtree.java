package dev.fulgurite.investigation.picture;

import java.util.Arrays;

/// Bodies on a plane, parted into four again and again, so that many far ones push as one does
/// (Barnes and Hut 1986). Used again for every step: no objects are made.
final class Quadtree {

    /// A quarter this much smaller than it is far away pushes as one body.
    private static final double FAR = 1.2;

    private static final int DEEPEST = 40;

    private int[] child = new int[256];
    private double[] mass = new double[64];
    private double[] middleX = new double[64];
    private double[] middleY = new double[64];
    private double[] side = new double[64];
    private int used;

    private final int[] stack = new int[4 * DEEPEST + 8];

    /// Takes the bodies in, instead of those before.
    void fill(double[] x, double[] y, double[] masses) {
        double left = Arrays.stream(x).min().orElse(0);
        double top = Arrays.stream(y).min().orElse(0);
        double wide = Arrays.stream(x).max().orElse(0) - left;
        double high = Arrays.stream(y).max().orElse(0) - top;
        double size = Math.max(1e-6, Math.max(wide, high)) * 1.0001;
        used = 0;
        quarter(size);
        for (int i = 0; i < x.length; i++) {
            insert(x[i], y[i], masses[i], left, top, size);
        }
    }

    private int quarter(double size) {
        if (used == mass.length) {
            int more = used * 2;
            child = Arrays.copyOf(child, more * 4);
            mass = Arrays.copyOf(mass, more);
            middleX = Arrays.copyOf(middleX, more);
            middleY = Arrays.copyOf(middleY, more);
            side = Arrays.copyOf(side, more);
        }
        Arrays.fill(child, used * 4, used * 4 + 4, -1);
        mass[used] = 0;
        side[used] = size;
        return used++;
    }

    /// Goes down to an empty quarter; a body met on the way is pushed one down.
    private void insert(double x, double y, double weight, double left, double top, double size) {
        int at = 0;
        double cornerX = left;
        double cornerY = top;
        double half = size / 2;
        for (int depth = 0; ; depth++) {
            boolean leaf = isLeaf(at);
            if (mass[at] == 0 || depth >= DEEPEST) {
                add(at, x, y, weight);
                return;
            }
            if (leaf) {
                int down = which(middleX[at], middleY[at], cornerX + half, cornerY + half);
                int next = quarter(half);
                child[at * 4 + down] = next;
                add(next, middleX[at], middleY[at], mass[at]);
            }
            add(at, x, y, weight);
            int which = which(x, y, cornerX + half, cornerY + half);
            int next = child[at * 4 + which];
            if (next < 0) {
                next = quarter(half);
                child[at * 4 + which] = next;
            }
            cornerX += (which & 1) == 1 ? half : 0;
            cornerY += (which & 2) == 2 ? half : 0;
            half /= 2;
            at = next;
        }
    }

    private boolean isLeaf(int at) {
        int first = at * 4;
        return child[first] < 0
                && child[first + 1] < 0
                && child[first + 2] < 0
                && child[first + 3] < 0;
    }

    private static int which(double x, double y, double middleX, double middleY) {
        return (x >= middleX ? 1 : 0) | (y >= middleY ? 2 : 0);
    }

    private void add(int at, double x, double y, double weight) {
        double sum = mass[at] + weight;
        middleX[at] = (middleX[at] * mass[at] + x * weight) / sum;
        middleY[at] = (middleY[at] * mass[at] + y * weight) / sum;
        mass[at] = sum;
    }

    /// Adds to `force` what all bodies push at a place: `strength` times their mass by distance.
    void push(double x, double y, double strength, double[] force) {
        int open = 0;
        stack[open++] = 0;
        while (open > 0) {
            int at = stack[--open];
            double dx = x - middleX[at];
            double dy = y - middleY[at];
            double squared = dx * dx + dy * dy;
            boolean leaf = isLeaf(at);
            if (leaf || side[at] * side[at] * FAR * FAR < squared) {
                if (squared > 1e-12) {
                    double by = strength * mass[at] / squared;
                    force[0] += dx * by;
                    force[1] += dy * by;
                }
                continue;
            }
            for (int i = at * 4; i < at * 4 + 4; i++) {
                if (child[i] >= 0) {
                    stack[open++] = child[i];
                }
            }
        }
    }
}
