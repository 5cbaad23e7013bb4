package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.RuleState;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Whether a form of a detection can work: a word with a mark, coloured.
final class StateCell extends TableCell<RuleLine, String> {

    private static final List<String> STYLES =
            Arrays.stream(RuleState.State.values()).map(StateCell::style).toList();

    private static String style(RuleState.State state) {
        return "state-" + state.word();
    }

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty ? null : words);
        getStyleClass().removeAll(STYLES);
        for (RuleState.State state : RuleState.State.values()) {
            if (RuleLine.told(state).equals(words)) {
                getStyleClass().add(style(state));
            }
        }
    }
}
