package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Things by the rectangles they cover: what is at a place is found without looking at all of them.
final class BoxGrid<T> {

    private record Entry<T>(Layout.Box box, T thing) {}

    private final double cell;
    private final Map<Long, List<Entry<T>>> cells = new HashMap<>();

    /// @param cell side of the squares that the plane is parted into; best about as large as the
    ///   things
    BoxGrid(double cell) {
        this.cell = cell;
    }

    void put(Layout.Box box, T thing) {
        Entry<T> entry = new Entry<>(box, thing);
        for (int column = first(box.x()); column <= first(box.x() + box.width()); column++) {
            for (int row = first(box.y()); row <= first(box.y() + box.height()); row++) {
                cells.computeIfAbsent(key(column, row), c -> new ArrayList<>(4)).add(entry);
            }
        }
    }

    boolean isFree(Layout.Box box) {
        for (int column = first(box.x()); column <= first(box.x() + box.width()); column++) {
            for (int row = first(box.y()); row <= first(box.y() + box.height()); row++) {
                for (Entry<T> entry : cells.getOrDefault(key(column, row), List.of())) {
                    if (entry.box.overlaps(box)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// What overlaps a rectangle, each once.
    Set<T> touching(Layout.Box box) {
        Set<T> touching = new LinkedHashSet<>();
        for (int column = first(box.x()); column <= first(box.x() + box.width()); column++) {
            for (int row = first(box.y()); row <= first(box.y() + box.height()); row++) {
                for (Entry<T> entry : cells.getOrDefault(key(column, row), List.of())) {
                    if (entry.box.overlaps(box)) {
                        touching.add(entry.thing);
                    }
                }
            }
        }
        return touching;
    }

    private int first(double at) {
        return (int) Math.floor(at / cell);
    }

    private static long key(int column, int row) {
        return ((long) column << 32) | (row & 0xFFFFFFFFL);
    }
}
