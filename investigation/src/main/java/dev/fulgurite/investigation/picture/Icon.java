package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.List;

/// Line drawings on a grid of 24 by 24. A shape is written with absolute `M x y`, `L x y`, `C x1 y1
/// x2 y2 x y`, `Z`, and the shorthands `O x y r` (circle) and `R x y w h r` (box).
public enum Icon {
    PERSON("O 12 8 4 M 4.5 20.5 C 4.5 16.5 8 14.8 12 14.8 C 16 14.8 19.5 16.5 19.5 20.5"),
    EYE(
            "M 2.5 12 C 5.5 6.5 9 4.8 12 4.8 C 15 4.8 18.5 6.5 21.5 12"
                    + " C 18.5 17.5 15 19.2 12 19.2 C 9 19.2 5.5 17.5 2.5 12 Z O 12 12 3.2"),
    BADGE(
            "R 4 3 16 18 2.5 O 12 10 2.7 M 7.6 17.6 C 8 15.4 10 14.7 12 14.7"
                    + " C 14 14.7 16 15.4 16.4 17.6"),
    GLOBE(
            "O 12 12 9 M 3 12 L 21 12 M 12 3 C 8.2 6.5 8.2 17.5 12 21"
                    + " M 12 3 C 15.8 6.5 15.8 17.5 12 21"),
    BOLT("M 13.2 2.6 L 5 13.6 L 11.2 13.6 L 10.6 21.4 L 19 10.2 L 12.6 10.2 Z"),
    CLOUD(
            "M 7 18.6 C 4 18.6 2.2 16.6 2.4 14.2 C 2.6 12 4.4 10.6 6.4 10.7 C 7 7.4 9.5 5.2 12.6 5.2"
                    + " C 16 5.2 18.3 7.4 18.6 10.7 C 20.6 10.8 21.8 12.4 21.8 14.4"
                    + " C 21.8 16.8 20.2 18.6 17.8 18.6 Z"),
    MONITOR("R 3 4 18 12.6 2 M 12 16.6 L 12 20.4 M 8 20.4 L 16 20.4"),
    FILE(
            "M 6 2.8 L 14 2.8 L 19 7.8 L 19 21.2 L 5 21.2 L 5 2.8 Z M 14 2.8 L 14 8 L 19 8"
                    + " M 8.5 13 L 15.5 13 M 8.5 16.8 L 13 16.8"),
    TERMINAL("R 2.8 4 18.4 16 2.5 M 7 9 L 10.4 12 L 7 15 M 12.6 15.4 L 17 15.4"),
    PROMPT("M 5 6.5 L 10.5 12 L 5 17.5 M 12.5 18 L 19.5 18"),
    KEY("O 8 15.4 4.4 M 11.2 12.2 L 20 3.6 M 16.4 7.2 L 19.4 10.2"),
    LINES("R 4.5 3 15 18 2 M 8 8 L 16 8 M 8 12 L 16 12 M 8 16 L 13 16"),
    PIN("M 9 3 L 15 3 L 14.4 9 L 18 13 L 6 13 L 9.6 9 Z M 12 13 L 12 21"),
    NOTE("M 4 4 L 20 4 L 20 14 L 14 20 L 4 20 Z M 14 20 L 14 14 L 20 14 M 8 9 L 16 9"),
    WARNING("M 12 3.4 L 21.6 20 L 2.4 20 Z M 12 9.6 L 12 14 M 12 17 L 12 17.2"),
    LENS("O 10.5 10.5 6.5 M 15.3 15.3 L 21 21");

    /// Takes the strokes of a shape.
    public interface Pen {
        void moveTo(double x, double y);

        void lineTo(double x, double y);

        void curveTo(double x1, double y1, double x2, double y2, double x, double y);

        void close();
    }

    private static final double ROUND = 0.5523;

    private final String shape;

    Icon(String shape) {
        this.shape = shape;
    }

    /// Draws the icon with its top left corner at a place.
    public void trace(Pen pen, double left, double top, double size) {
        String[] words = shape.split(" ", -1);
        double unit = size / 24;
        int next = 0;
        while (next < words.length) {
            String command = words[next++];
            double[] n = numbers(words, next);
            next += n.length;
            step(new Placed(pen, left, top, unit), command.charAt(0), n);
        }
    }

    private static double[] numbers(String[] words, int from) {
        List<Double> found = new ArrayList<>();
        for (int i = from; i < words.length && !Character.isLetter(words[i].charAt(0)); i++) {
            found.add(Double.parseDouble(words[i]));
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void step(Placed pen, char command, double[] n) {
        switch (command) {
            case 'M' -> pen.move(n[0], n[1]);
            case 'L' -> pen.line(n[0], n[1]);
            case 'C' -> pen.curve(n[0], n[1], n[2], n[3], n[4], n[5]);
            case 'O' -> pen.box(n[0] - n[2], n[1] - n[2], 2 * n[2], 2 * n[2], n[2]);
            case 'R' -> pen.box(n[0], n[1], n[2], n[3], n[4]);
            default -> pen.pen.close();
        }
    }

    /// A pen moved and scaled to where the icon stands.
    private record Placed(Pen pen, double left, double top, double unit) {
        void move(double x, double y) {
            pen.moveTo(left + x * unit, top + y * unit);
        }

        void line(double x, double y) {
            pen.lineTo(left + x * unit, top + y * unit);
        }

        void curve(double x1, double y1, double x2, double y2, double x, double y) {
            pen.curveTo(
                    left + x1 * unit,
                    top + y1 * unit,
                    left + x2 * unit,
                    top + y2 * unit,
                    left + x * unit,
                    top + y * unit);
        }

        void box(double x, double y, double w, double h, double r) {
            double k = r * (1 - ROUND);
            double right = x + w;
            double bottom = y + h;
            move(x + r, y);
            line(right - r, y);
            curve(right - k, y, right, y + k, right, y + r);
            line(right, bottom - r);
            curve(right, bottom - k, right - k, bottom, right - r, bottom);
            line(x + r, bottom);
            curve(x + k, bottom, x, bottom - k, x, bottom - r);
            line(x, y + r);
            curve(x, y + k, x + k, y, x + r, y);
            pen.close();
        }
    }
}
