package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The ways on from a node as buttons, each with how much it would bring.
final class PivotsPane extends Section {

    PivotsPane(InspectorViewModel model, Consumer<String> walk) {
        super("inspector.pivots");
        follow(model.pivots(), offers -> buttons(offers, model.isForBrushed(), walk));
    }

    private static Node buttons(List<PivotOffer> offers, boolean brushed, Consumer<String> walk) {
        if (offers.isEmpty()) {
            return muted(Words.of("inspector.pivots.none"));
        }
        VBox buttons = new VBox();
        buttons.getStyleClass().add("pivots");
        for (PivotOffer offer : offers) {
            buttons.getChildren().add(button(offer, brushed, walk));
        }
        return buttons;
    }

    private static Button button(PivotOffer offer, boolean brushed, Consumer<String> walk) {
        Label title = new Label(offer.title());
        Label outstanding = new Label(OfferWords.outstanding(offer, brushed));
        outstanding.getStyleClass().addAll("muted", "small");
        outstanding.setVisible(!outstanding.getText().isEmpty());
        outstanding.setManaged(outstanding.isVisible());
        VBox words = new VBox(title, outstanding);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label count = new Label(OfferWords.count(offer));
        count.getStyleClass().add("count");
        count.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(words, count);
        line.getStyleClass().add("pivot-line");
        Button button = new Button(null, line);
        button.getStyleClass().addAll("flat", "pivot");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(
                offer.title() + ", " + count.getText() + ". " + outstanding.getText());
        button.setTooltip(new Tooltip(offer.title() + "\n" + Words.of("offer.tip")));
        button.setOnAction(_ -> walk.accept(offer.id()));
        return button;
    }
}
