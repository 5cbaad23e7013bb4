package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.desk.DeskView;
import dev.fulgurite.ui.theme.Appearance;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The whole window: the rail of its pages, the page that is chosen, what the window tells of
/// itself above and below.
public final class ShellView extends StackPane {

    private final ShellViewModel model;
    private final ObjectProperty<Appearance> appearance;
    private final BorderPane frame = new BorderPane();
    private final StackPane deskPage = new StackPane();
    private final KeysView keys = new KeysView(this::hideKeys);
    private final DeskView desk;
    private final List<Page> pages;
    private final Rail rail;
    private Page page;

    public ShellView(ShellViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("shell");
        desk = new DeskView(model.desk(), appearance);
        pages = List.of(new Page("alerts", Icon.WARNING, deskPage, desk::begin));
        page = pages.getFirst();
        rail = new Rail(pages, this::go);
        frame.setTop(new TopBar(model, this::switchAppearance, this::showKeys));
        frame.setBottom(new StatusBar(model));
        getChildren().add(frame);
        model.state().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        addEventHandler(KeyEvent.KEY_PRESSED, this::otherKey);
    }

    private void show(ShellState state) {
        switch (state) {
            case ShellState.Opening(String words) -> {
                frame.setLeft(null);
                frame.setCenter(Screens.opening(words, model::cancelOpening));
            }
            case ShellState.Failed(var failure) -> {
                frame.setLeft(null);
                frame.setCenter(Screens.failed(failure, model::open));
            }
            case ShellState.NoEvidence(String location) ->
                    open(Screens.noEvidence(location, model::openSample));
            case ShellState.NoAlerts none -> open(Screens.noAlerts(none, model::detect));
            case ShellState.Ready _ -> open(desk);
        }
    }

    /// A graph is open: its pages can be gone to.
    private void open(Node onDesk) {
        deskPage.getChildren().setAll(onDesk);
        frame.setLeft(rail);
        go(page);
    }

    private void go(Page next) {
        page = next;
        rail.mark(next);
        frame.setCenter(next.view());
        next.begin().run();
    }

    private void switchAppearance() {
        appearance.set(appearance.get().other());
    }

    private void showKeys() {
        if (!getChildren().contains(keys)) {
            getChildren().add(keys);
            keys.requestFocus();
        }
    }

    private void hideKeys() {
        getChildren().remove(keys);
        page.begin().run();
    }

    /// Keys that work wherever the keyboard is.
    private void shortcut(KeyEvent event) {
        int digit = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
        boolean isPage = event.isShortcutDown() && digit >= 0 && digit < pages.size();
        if (isPage && frame.getLeft() != null) {
            go(pages.get(digit));
            event.consume();
        }
    }

    /// Keys that a text field may want for itself.
    private void otherKey(KeyEvent event) {
        if ("?".equals(event.getText()) || event.getCode() == KeyCode.F1) {
            showKeys();
            event.consume();
        }
    }
}
