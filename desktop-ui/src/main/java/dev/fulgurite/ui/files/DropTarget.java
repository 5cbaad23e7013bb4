package dev.fulgurite.ui.files;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Lies over the whole window while files are dragged over it and takes them when they are dropped.
public final class DropTarget extends StackPane {

    private final Pane window;
    private final BooleanSupplier ready;
    private final Consumer<List<Path>> take;

    /// @param window where files may be dropped, anywhere
    /// @param ready whether there is a graph to take them
    public DropTarget(Pane window, BooleanSupplier ready, Consumer<List<Path>> take) {
        this.window = window;
        this.ready = ready;
        this.take = take;
        getStyleClass().add("drop-ground");
        setId("drop");
        setMouseTransparent(true);
        Label title = new Label(Words.of("drop.title"));
        title.getStyleClass().add("screen-title");
        Label text = new Label(Words.of("drop.text"));
        text.getStyleClass().add("screen-text");
        VBox box = new VBox(new IconView(Icon.FILE, 40), title, text);
        box.getStyleClass().add("drop-box");
        getChildren().add(box);
        window.addEventHandler(DragEvent.DRAG_OVER, this::over);
        window.addEventHandler(DragEvent.DRAG_EXITED, _ -> show(false));
        window.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() && ready.getAsBoolean()) {
            event.acceptTransferModes(TransferMode.COPY);
            show(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            drop(event.getDragboard().getFiles());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /// Takes files and folders.
    public void drop(List<File> files) {
        show(false);
        if (ready.getAsBoolean()) {
            take.accept(files.stream().map(File::toPath).toList());
        }
    }

    /// Shows or hides where to drop.
    public void show(boolean visible) {
        if (visible && !window.getChildren().contains(this)) {
            window.getChildren().add(this);
        } else if (!visible) {
            window.getChildren().remove(this);
        }
    }
}
