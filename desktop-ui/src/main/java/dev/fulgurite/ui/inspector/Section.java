package dev.fulgurite.ui.inspector;

import dev.fulgurite.ui.words.Words;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A titled part of the inspector.
class Section extends VBox {

    private final Label title;
    private final VBox body = new VBox();

    Section(String titleKey) {
        this(titleKey, Words.of(titleKey));
    }

    /// A part whose title is no key.
    static Section titled(String words) {
        return new Section(words, words);
    }

    private Section(String id, String words) {
        setId(id);
        getStyleClass().add("section");
        body.getStyleClass().add("section-body");
        title = new Label(words);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("section-title");
        getChildren().addAll(title, body);
    }

    final VBox body() {
        return body;
    }

    /// Shows what comes later: a word while it is awaited, what went wrong when it does not come.
    final <T> void follow(ReadOnlyObjectProperty<Loadable<T>> source, Function<T, Node> shown) {
        Consumer<Loadable<T>> show =
                now -> {
                    boolean idle = now instanceof Loadable.Idle;
                    setVisible(!idle);
                    setManaged(!idle);
                    switch (now) {
                        case Loadable.Idle<T> _ -> body.getChildren().clear();
                        case Loadable.Waiting<T> _ ->
                                body.getChildren().setAll(muted(Words.of("inspector.waiting")));
                        case Loadable.Ready<T>(T value) ->
                                body.getChildren().setAll(shown.apply(value));
                        case Loadable.Failed<T>(var failure) ->
                                body.getChildren()
                                        .setAll(
                                                muted(failure.happened()),
                                                muted(failure.next()),
                                                muted(failure.code()));
                    }
                };
        source.subscribe(show);
    }

    static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
