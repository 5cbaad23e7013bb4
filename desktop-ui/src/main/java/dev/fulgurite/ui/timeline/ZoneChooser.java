package dev.fulgurite.ui.timeline;

import dev.fulgurite.ui.words.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Chooses the zone that times are told in beside UTC.
final class ZoneChooser extends ComboBox<String> {

    ZoneChooser(ObjectProperty<@Nullable ZoneId> zone) {
        getStyleClass().add("zone-chooser");
        setId("zone");
        setTooltip(new Tooltip(Words.of("timeline.zone.tip")));
        setAccessibleText(Words.of("timeline.zone.tip"));
        String none = Words.of("timeline.zone.none");
        getItems().add(none);
        getItems().addAll(names());
        zone.subscribe(now -> setValue(now == null ? none : now.getId()));
        valueProperty()
                .subscribe(name ->
                        zone.set(name == null || name.equals(none) ? null : ZoneId.of(name)));
    }

    /// Where this machine is, then all others by name.
    private static List<String> names() {
        List<String> names = new ArrayList<>();
        String here = ZoneId.systemDefault().getId();
        ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.indexOf('/') > 0)
                .filter(name -> !name.startsWith("Etc/") && !name.startsWith("SystemV/"))
                .sorted()
                .forEach(names::add);
        if (names.remove(here)) {
            names.addFirst(here);
        }
        return names;
    }
}
