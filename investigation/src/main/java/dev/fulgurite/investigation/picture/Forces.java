package dev.fulgurite.investigation.picture;

import java.util.Arrays;

/// ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian 2014): bodies push each other away, lines pull
/// their ends together, and each body goes as fast as it does without trembling. Bodies that are
/// held push, and do not move. The same bodies give the same end, on any machine.
final class Forces {

    private static final double PUSH = 10;
    private static final double GRAVITY = 0.4;
    private static final double TREMBLE = 1;
    private static final double FARTHEST = 12;

    /// Two bodies joined by a line and by nothing else come to rest so far apart.
    static final double REST = Math.sqrt(PUSH * 4);

    private final double[] x;
    private final double[] y;
    private final double[] mass;
    private final boolean[] held;
    private final int[] from;
    private final int[] to;
    private final double[] forceX;
    private final double[] forceY;
    private final double[] lastX;
    private final double[] lastY;
    private final Quadtree tree = new Quadtree();
    private final double[] sum = new double[2];
    private double speed = 1;

    /// @param x where the bodies are; moved in place, as `y`
    /// @param held bodies that stay
    /// @param from one end of each line, `to` the other
    Forces(double[] x, double[] y, boolean[] held, int[] from, int[] to) {
        this.x = x;
        this.y = y;
        this.held = held;
        this.from = from;
        this.to = to;
        mass = new double[x.length];
        forceX = new double[x.length];
        forceY = new double[x.length];
        lastX = new double[x.length];
        lastY = new double[x.length];
        Arrays.fill(mass, 1);
        for (int i = 0; i < from.length; i++) {
            mass[from[i]]++;
            mass[to[i]]++;
        }
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            push();
            pull();
            move();
        }
    }

    private void push() {
        tree.fill(x, y, mass);
        double middleX = mean(x);
        double middleY = mean(y);
        for (int i = 0; i < x.length; i++) {
            sum[0] = 0;
            sum[1] = 0;
            tree.push(x[i], y[i], PUSH * mass[i], sum);
            double dx = middleX - x[i];
            double dy = middleY - y[i];
            double gravity = GRAVITY * mass[i] / Math.max(1, Math.sqrt(dx * dx + dy * dy));
            forceX[i] = sum[0] + dx * gravity;
            forceY[i] = sum[1] + dy * gravity;
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / Math.max(1, values.length);
    }

    private void pull() {
        for (int i = 0; i < from.length; i++) {
            double dx = x[to[i]] - x[from[i]];
            double dy = y[to[i]] - y[from[i]];
            forceX[from[i]] += dx;
            forceY[from[i]] += dy;
            forceX[to[i]] -= dx;
            forceY[to[i]] -= dy;
        }
    }

    private void move() {
        double swinging = 1e-9;
        double going = 1e-9;
        for (int i = 0; i < x.length; i++) {
            swinging += mass[i] * length(forceX[i] - lastX[i], forceY[i] - lastY[i]);
            going += mass[i] * length(forceX[i] + lastX[i], forceY[i] + lastY[i]) / 2;
        }
        speed = Math.min(TREMBLE * going / swinging, speed * 1.5);
        for (int i = 0; i < x.length; i++) {
            double swing = mass[i] * length(forceX[i] - lastX[i], forceY[i] - lastY[i]);
            double by = 0.1 * speed / (1 + Math.sqrt(speed * swing));
            double far = by * length(forceX[i], forceY[i]);
            double kept = far > FARTHEST ? by * FARTHEST / far : by;
            if (!held[i]) {
                x[i] += forceX[i] * kept;
                y[i] += forceY[i] * kept;
            }
            lastX[i] = forceX[i];
            lastY[i] = forceY[i];
        }
    }

    private static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }
}
