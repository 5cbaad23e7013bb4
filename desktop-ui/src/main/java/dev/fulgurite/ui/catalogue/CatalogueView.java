package dev.fulgurite.ui.catalogue;

import dev.fulgurite.ui.actions.Panes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The page of the detections. It is filled when it is gone to first, so that the window does not
/// wait for it.
public final class CatalogueView extends StackPane {

    private final CatalogueViewModel model;
    private final Consumer<String> openAlert;
    private @Nullable CataloguePanels panels;

    /// @param openAlert shows an alert on the desk, by its id
    public CatalogueView(CatalogueViewModel model, Consumer<String> openAlert) {
        this.model = model;
        this.openAlert = openAlert;
        getStyleClass().add("catalogue");
    }

    public Panes panes() {
        CataloguePanels shown = panels;
        return shown == null ? new Panes(List.of()) : shown.panes();
    }

    /// Reads how the detections stand and puts the keyboard on their list.
    public void begin() {
        CataloguePanels shown = panels;
        if (shown == null) {
            shown = new CataloguePanels(model, openAlert);
            panels = shown;
            getChildren().add(shown);
        }
        shown.begin();
    }
}
