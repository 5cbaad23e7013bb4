package dev.fulgurite.detections.kql;

/// A column that a join compares: `$left.x == $right.y`.
public record On(String left, String right) {

    /// A column that both sides have.
    public static On same(String column) {
        return new On(column, column);
    }

    @Override
    public String toString() {
        return left.equals(right) ? left : "$left." + left + " == $right." + right;
    }
}
