package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.catalogue.CatalogueView;
import dev.fulgurite.ui.console.ConsoleView;
import dev.fulgurite.ui.desk.DeskView;
import dev.fulgurite.ui.editing.CypherArea;
import dev.fulgurite.ui.files.Choosers;
import dev.fulgurite.ui.files.DropTarget;
import dev.fulgurite.ui.files.FilesView;
import dev.fulgurite.ui.files.OpenView;
import dev.fulgurite.ui.search.PaletteView;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.theme.FontScale;
import dev.fulgurite.ui.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/// The whole window: the rail of its pages, the page that is chosen, what the window tells of
/// itself above and below.
public final class ShellView extends StackPane {

    private static final List<KeyCombination> LARGER =
            List.of(
                    new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN),
                    new KeyCodeCombination(
                            KeyCode.EQUALS,
                            KeyCombination.SHORTCUT_DOWN,
                            KeyCombination.SHIFT_DOWN),
                    new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN),
                    new KeyCodeCombination(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN));
    private static final List<KeyCombination> SMALLER =
            List.of(
                    new KeyCodeCombination(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
                    new KeyCodeCombination(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN));
    private static final KeyCombination USUAL =
            new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ASKED =
            new KeyCodeCombination(
                    KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /// How often the graph is asked whether it holds more than is shown.
    private static final Duration NEWS = Duration.seconds(30);

    private final ShellViewModel model;
    private final ObjectProperty<Appearance> appearance;
    private final FontScale scale;
    private final Remembered remembered;
    private final BorderPane frame = new BorderPane();
    private final StackPane deskPage = new StackPane();
    private final StackPane shown = new StackPane();
    private final KeysView keys;
    private final PaletteView palette;
    private final DeskView desk;
    private final Choosers choosers;
    private final Sheets sheets;
    private final OpenView start;
    private final FilesView files;
    private final DropTarget drop;
    private final ConsoleView console;
    private final List<Page> pages;
    private final Rail rail;
    private Page page;

    public ShellView(ShellViewModel model, Surroundings with) {
        this.model = model;
        this.choosers = with.choosers();
        this.appearance = with.appearance();
        this.scale = with.scale();
        this.remembered = new Remembered(with.memory());
        remembered.look(appearance, scale);
        getStyleClass().add("shell");
        desk =
                new DeskView(
                        model.desk(),
                        appearance,
                        () -> model.visit("detections"),
                        new SaveChooser(() -> getScene() == null ? null : getScene().getWindow()));
        console = new ConsoleView(model.console());
        CatalogueView catalogue = new CatalogueView(model.catalogue(), this::openAlert);
        sheets = new Sheets(model, choosers, this, frame);
        start = new OpenView(model.openings(), choosers);
        files = new FilesView(model.files(), choosers, sheets::openAnother);
        drop = new DropTarget(this, model::isOpen, this::take);
        pages =
                List.of(
                        new Page("alerts", Icon.WARNING, deskPage, this::beginDesk, desk::panes),
                        new Page(
                                "detections",
                                Icon.EYE,
                                catalogue,
                                catalogue::begin,
                                catalogue::panes),
                        new Page("query", Icon.PROMPT, console, console::begin, console::panes),
                        new Page("files", Icon.FILE, files, files::begin, files::panes));
        page = page(remembered.page(pages.getFirst().id()));
        // All stay in the window, one in sight: a page that is put in anew is styled anew.
        pages.forEach(each -> {
            each.view().setVisible(false);
            shown.getChildren().add(each.view());
        });
        List<Action> actions = actions();
        keys = new KeysView(actions, () -> hide("keys"));
        palette =
                new PaletteView(
                        model.search(
                                new Leads(
                                        model,
                                        actions,
                                        this::actionsOfNow,
                                        this::onDesk,
                                        this::query)),
                        () -> hide("palette"));
        rail = new Rail(pages, this::go);
        frame.setTop(new TopBar(model, this::showPalette, this::switchAppearance, this::showKeys));
        frame.setBottom(new StatusBar(model, sheets::failures, this::showAsked));
        getChildren().add(frame);
        model.state().subscribe(this::show);
        model.visited().subscribe(this::visit);
        lookForNewsWhileShown();
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
                frame.setCenter(Screens.failed(failure, model::open, sheets::openAnother));
            }
            case ShellState.NoEvidence(String location) ->
                    open(Screens.noEvidence(location, this::add, start));
            case ShellState.NoAlerts none -> open(Screens.noAlerts(none, model::detect));
            case ShellState.Ready _ -> open(desk);
        }
    }

    private void add(boolean folder) {
        Window window = getScene().getWindow();
        take(
                folder
                        ? choosers.folder(window, Words.of("files.add.folder.tip"))
                        : choosers.files(window));
    }

    /// Takes files in and shows how far that is.
    private void take(List<Path> paths) {
        if (!paths.isEmpty()) {
            model.files().add(paths);
            go(page("files"));
        }
    }

    /// Where files are dropped.
    public DropTarget drop() {
        return drop;
    }

    /// Closes at once, or when the import that runs came to a safe point, if that is what the
    /// analyst wants.
    ///
    /// @return whether there is nothing to ask
    boolean mayClose(Runnable close) {
        boolean busy = model.files().state().get().isBusy();
        if (busy) {
            sheets.closing(close);
        }
        return !busy;
    }

    private void beginDesk() {
        if (model.state().get() instanceof ShellState.NoEvidence) {
            start.begin();
        } else {
            desk.begin();
        }
    }

    private Page page(String id) {
        return pages.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(pages.getFirst());
    }

    /// Shows a stage with this window in it, as it was left.
    public void showOn(Stage stage, double width, double height) {
        double[] size = remembered.size(width, height);
        remembered.timeline(model.desk().timeline(), size[1]);
        Scene scene = new Scene(this, size[0], size[1]);
        appearance.subscribe(look -> {
            look.apply(scene);
            scale.apply(scene);
        });
        scale.value().addListener(_ -> scale.apply(scene));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!mayClose(stage::close)) {
                event.consume();
            }
        });
        stage.show();
        remembered.follow(stage);
    }

    /// A graph is open: its pages can be gone to. Where only the graph became another, the keyboard
    /// stays where the analyst has it.
    private void open(Node onDesk) {
        boolean working = shown.equals(frame.getCenter()) && !page.equals(pages.getFirst());
        deskPage.getChildren().setAll(onDesk);
        frame.setLeft(rail);
        frame.setCenter(shown);
        if (working) {
            settle();
        } else {
            go(page);
        }
    }

    private void openAlert(String id) {
        model.desk().alerts().open(id);
        model.visit("alerts");
    }

    private void visit(String id) {
        pages.stream()
                .filter(each -> each.id().equals(id) && frame.getLeft() != null)
                .findFirst()
                .ifPresent(this::go);
    }

    private void lookForNewsWhileShown() {
        Timeline look = new Timeline(new KeyFrame(NEWS, _ -> model.lookForNews()));
        look.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(shown -> {
                    if (shown) {
                        look.play();
                    } else {
                        look.stop();
                    }
                });
    }

    private void go(Page next) {
        page.view().setVisible(false);
        page = next;
        page.view().setVisible(true);
        rail.mark(next);
        // A split pane holds its parts only once it was styled; before that none can be focused.
        next.view().applyCss();
        next.begin().run();
        remembered.keepPage(next.id());
        settle();
    }

    private void settle() {
        if (model.state().get() instanceof ShellState.Ready) {
            remembered.arrange(page.id(), page.view());
            offerTour();
        }
    }

    /// Once, on the sample, when the desk is there.
    private void offerTour() {
        if (model.isSample() && !remembered.sawTour() && page.equals(pages.getFirst())) {
            remembered.keepTourSeen();
            Platform.runLater(this::tour);
        }
    }

    private void tour() {
        new Tour(this, page.begin()).begin();
    }

    private void switchAppearance() {
        appearance.set(appearance.get().other());
    }

    /// All that can be done in the window, page by page.
    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action("search", this::showPalette));
        for (Page each : pages) {
            actions.add(new Action("page." + each.id(), () -> go(each)));
        }
        actions.add(new Action("panels", () -> page.panes().get().next(false)));
        desk.actions().forEach(one -> actions.add(one.after(this::onDesk)));
        actions.add(Action.byHand("rule"));
        actions.add(Action.byHand("query.run"));
        actions.add(Action.byHand("query.complete"));
        actions.add(new Action("asked", this::showAsked));
        actions.add(new Action("detect", model::detect));
        actions.add(new Action("refresh", model::refresh));
        actions.add(new Action("appearance", this::switchAppearance));
        actions.add(new Action("larger", scale::larger));
        actions.add(new Action("smaller", scale::smaller));
        actions.add(new Action("usual", scale::usual));
        actions.add(new Action("tour", this::tour));
        actions.add(new Action("keys", this::showKeys));
        return List.copyOf(actions);
    }

    private List<Action> actionsOfNow() {
        return desk.actionsOfNow().stream().map(one -> one.after(this::onDesk)).toList();
    }

    private void showKeys() {
        if (!getChildren().contains(keys)) {
            getChildren().add(keys);
            keys.requestFocus();
        }
    }

    private void showPalette() {
        if (frame.getLeft() != null && !getChildren().contains(palette)) {
            getChildren().add(palette);
            palette.begin();
        }
    }

    private void hide(String sheet) {
        getChildren().removeIf(child -> sheet.equals(child.getId()));
        palette.end();
        page.begin().run();
    }

    /// What is brought onto the canvas is to be seen.
    private void onDesk() {
        deskPage.getChildren().setAll(desk);
        go(pages.getFirst());
    }

    private void query(String text) {
        goTo("query");
        console.open(text);
    }

    /// The statements behind the last clicks, each to be opened as a query.
    private void showAsked() {
        if (frame.getLeft() != null) {
            goTo("query");
            console.showAsked();
        }
    }

    private void goTo(String id) {
        go(page(id));
    }

    /// Keys that work wherever the keyboard is.
    private void shortcut(KeyEvent event) {
        int digit = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
        boolean isPage = event.isShortcutDown() && digit >= 0 && digit < pages.size();
        if (isPage && frame.getLeft() != null) {
            go(pages.get(digit));
        } else if (LARGER.stream().anyMatch(key -> key.match(event))) {
            scale.larger();
        } else if (SMALLER.stream().anyMatch(key -> key.match(event))) {
            scale.smaller();
        } else if (USUAL.match(event)) {
            scale.usual();
        } else if (event.getCode() == KeyCode.F6 && !isCovered()) {
            page.panes().get().next(event.isShiftDown());
        } else if (SEARCH.match(event)) {
            showPalette();
        } else if (ASKED.match(event)) {
            showAsked();
        } else {
            return;
        }
        event.consume();
    }

    /// Whether a sheet lies over the page.
    private boolean isCovered() {
        return frame.getLeft() == null || getChildren().size() > 1;
    }

    /// Keys that a text field may want for itself.
    private void otherKey(KeyEvent event) {
        boolean asked = "?".equals(event.getText()) && !isWriting(event.getTarget());
        if (asked || event.getCode() == KeyCode.F1) {
            showKeys();
            event.consume();
        }
    }

    /// A question mark in a text is one.
    private static boolean isWriting(Object target) {
        return target instanceof TextInputControl || target instanceof CypherArea;
    }
}
