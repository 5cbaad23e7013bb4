package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Wording;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.ui.canvas.CanvasView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far it is from the start of the window to what the attacker did.
class FirstCommandTest {

    private static final int AT_MOST = 5;

    @TempDir static Path folder;

    private int actions;

    @Test
    void from_the_start_to_the_attackers_first_command_is_at_most_five_actions() throws Exception {
        try (SampleWindow window = SampleWindow.open(folder.resolve("contoso-incident"))) {
            var canvas = window.model.desk().canvas();
            Node command = Fx.on(() -> first(canvas.state().get().graph()));
            Placed card =
                    Fx.on(() -> canvas.state().get().layout().cardOf(command.ref()).orElseThrow());

            click(window, card);

            Fx.until(
                    "the command can be read",
                    () ->
                            said(window.stage.getScene().lookup("#inspector"))
                                    .contains(Wording.name(command)));
            window.picture("first-command");
            assertThat(actions).isLessThanOrEqualTo(AT_MOST);
        }
    }

    private void click(SampleWindow window, Placed card) {
        Fx.settle();
        Point2D at =
                Fx.on(() -> {
                    CanvasView view = (CanvasView) window.stage.getScene().lookup("#canvas");
                    return view.localToScreen(view.middle(card));
                });
        Keyboard mouse = new Keyboard();
        mouse.moveTo(at.getX(), at.getY());
        mouse.click(MouseButton.PRIMARY);
        actions++;
    }

    /// The command that a session of the story ran first.
    private static Node first(Subgraph story) {
        Relationship ran =
                story.relationships().stream()
                        .filter(one -> one.type().equals("RAN"))
                        .min(Comparator.comparing(one -> (Instant) one.get("at")))
                        .orElseThrow();
        return story.nodes().stream()
                .filter(node -> node.ref().equals(ran.to()))
                .findFirst()
                .orElseThrow();
    }

    /// All texts below a node.
    private static String said(javafx.scene.Node node) {
        StringBuilder all = new StringBuilder();
        switch (node) {
            case TextInputControl text -> all.append(text.getText()).append('\n');
            case Labeled label -> all.append(label.getText()).append('\n');
            case Text text -> all.append(text.getText()).append('\n');
            case Parent parent ->
                    parent.getChildrenUnmodifiable()
                            .forEach(child -> all.append(said(child)).append('\n'));
            default -> {}
        }
        return all.toString();
    }
}
