package dev.fulgurite.investigation.picture;

/// What a picture is painted with: Java2D for files, the window's canvas on screen. Places and
/// sizes are in pixels, colours `0xAARRGGBB`.
public interface Brush {

    /// The typefaces of a picture: IBM Plex Sans, in two weights.
    record Face(double size, boolean bold) {}

    void fill(Layout.Box box, double radius, int argb);

    void outline(Layout.Box box, double radius, double thickness, int argb);

    void line(double x1, double y1, double x2, double y2, double thickness, int argb);

    void icon(Icon icon, double left, double top, double size, double thickness, int argb);

    /// Writes on one line, starting at `x`.
    void text(String text, double x, double baseline, Face face, int argb);

    /// How wide a text comes out.
    double width(String text, Face face);
}
