package dev.fulgurite.ui.console;

import dev.fulgurite.investigation.query.Completer.Proposal;
import dev.fulgurite.investigation.query.Completer.Proposals;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// How the word at the caret may go on, in a list beside it. The keyboard stays in the editor.
final class ProposalList extends ListView<Proposal> {

    private static final double WIDTH = 440;
    private static final double LINE = 26;
    private static final int LINES = 8;

    /// Takes a proposal: where its word begins, and what to write there.
    interface Take {
        void take(int from, String text);
    }

    private final Take take;
    private int from;

    ProposalList(Take take) {
        this.take = take;
        setId("proposals");
        getStyleClass().add("proposals");
        setManaged(false);
        setVisible(false);
        setFocusTraversable(false);
        setFixedCellSize(LINE);
        setCellFactory(_ -> new ProposalCell());
        setOnMouseClicked(_ -> choose());
    }

    /// @param caret in the parent's coordinates
    void open(Proposals proposals, Bounds caret) {
        from = proposals.from();
        getItems().setAll(proposals.all());
        getSelectionModel().selectFirst();
        scrollTo(0);
        double height = Math.min(LINES, getItems().size()) * LINE + 10;
        double room = getParent().getLayoutBounds().getHeight();
        double below = caret.getMaxY() + 4;
        double top = below + height > room ? Math.max(0, caret.getMinY() - height - 4) : below;
        double right = getParent().getLayoutBounds().getWidth() - WIDTH - 12;
        resizeRelocate(Math.max(0, Math.min(caret.getMinX(), right)), top, WIDTH, height);
        setVisible(true);
    }

    void close() {
        setVisible(false);
    }

    void step(int by) {
        int size = getItems().size();
        int next = Math.floorMod(getSelectionModel().getSelectedIndex() + by, size);
        getSelectionModel().select(next);
        scrollTo(Math.max(0, next - LINES / 2));
    }

    void choose() {
        Proposal chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            take.take(from, chosen.text());
        }
    }

    private static final class ProposalCell extends ListCell<Proposal> {
        private final Label text = new Label();
        private final Label about = new Label();
        private final HBox line = new HBox(text, about);

        ProposalCell() {
            about.getStyleClass().addAll("muted", "small");
            line.getStyleClass().add("proposal");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Proposal item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : line);
            if (item != null) {
                text.setText(item.text());
                text.setMinWidth(USE_PREF_SIZE);
                text.getStyleClass()
                        .setAll(
                                "label",
                                "proposal-text",
                                "cypher-" + item.kind().name().toLowerCase(Locale.ROOT));
                about.setText(item.about());
            }
        }
    }
}
