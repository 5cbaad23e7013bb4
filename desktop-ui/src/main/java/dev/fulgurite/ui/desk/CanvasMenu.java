package dev.fulgurite.ui.desk;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.ui.canvas.CanvasAction.Relayout;
import dev.fulgurite.ui.canvas.SelectionActions;
import dev.fulgurite.ui.inspector.CopyMenu;
import dev.fulgurite.ui.inspector.OfferWords;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with what is selected, or with the canvas when nothing is. Ways on come first,
/// as soon as they are counted.
final class CanvasMenu {

    private final SelectionActions selected;
    private final Walks walks;
    private final CanvasPane around;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(SelectionActions selected, Walks walks, CanvasPane around) {
        this.selected = selected;
        this.walks = walks;
        this.around = around;
        menu.setId("canvas-menu");
    }

    void show(Node owner, double x, double y) {
        boolean some = !selected.cards().isEmpty();
        menu.getItems().setAll(some ? ofSelection() : ofCanvas());
        if (selected.single().isPresent()) {
            MenuItem counting = new MenuItem(Words.of("menu.counting"));
            counting.setDisable(true);
            menu.getItems().addFirst(counting);
            walks.offers(offers -> pivots(counting, offers));
        }
        menu.show(owner, x, y);
    }

    private void pivots(MenuItem counting, List<PivotOffer> offers) {
        int at = menu.getItems().indexOf(counting);
        if (at < 0) {
            return;
        }
        menu.getItems().remove(at);
        if (offers.isEmpty()) {
            MenuItem none = new MenuItem(Words.of("inspector.pivots.none"));
            none.setDisable(true);
            menu.getItems().add(at, none);
        } else {
            menu.getItems().addAll(at, offers.stream().map(this::pivot).toList());
        }
    }

    private MenuItem pivot(PivotOffer offer) {
        String count = OfferWords.count(offer);
        String outstanding = OfferWords.outstanding(offer, walks.areForBrushed());
        String words =
                outstanding.isEmpty()
                        ? Words.of("menu.pivot", offer.title(), count)
                        : Words.of("menu.pivot.which", offer.title(), count, outstanding);
        return item(words, () -> walks.walk(offer));
    }

    private List<MenuItem> ofSelection() {
        List<MenuItem> items = new ArrayList<>();
        paths(items);
        folding(items);
        items.add(key(selected.isPinned() ? "menu.unpin" : "menu.pin", selected::pin));
        items.add(key("menu.hide", selected::hide));
        items.add(new SeparatorMenuItem());
        items.add(tags());
        if (selected.single().isPresent()) {
            items.add(key("menu.note", around::askNote));
        }
        grouping(items);
        items.add(new SeparatorMenuItem());
        copies(items);
        selected.kind()
                .ifPresent(kind ->
                        items.add(
                                item(
                                        Words.of("menu.kind", kind.plural(), selected.count(kind)),
                                        selected::selectKind)));
        concealed(items);
        return items;
    }

    private void copies(List<MenuItem> items) {
        List<Card> cards = selected.cards();
        if (cards.size() == 1 && cards.getFirst().count() == 1) {
            Menu copies = new Menu(Words.of("copy"));
            copies.getItems().setAll(CopyMenu.of(cards.getFirst().nodes().getFirst()));
            items.add(copies);
        } else {
            items.add(key("menu.copy", around::copy));
        }
    }

    private void paths(List<MenuItem> items) {
        List<Card> cards = selected.cards();
        if (selected.single().isPresent()) {
            items.add(new SeparatorMenuItem());
            items.add(key("menu.paths", around::findPaths));
        }
        if (cards.size() == 2) {
            items.add(key("menu.paths.two", around::findPathsBetween));
        }
        if (cards.size() <= 2) {
            items.add(types());
        }
    }

    /// Which relationships paths may go over.
    private Menu types() {
        Menu types = new Menu(Words.of("menu.paths.types"));
        for (String type : walks.pathTypes()) {
            CheckMenuItem item = new CheckMenuItem(type);
            item.setMnemonicParsing(false);
            item.setSelected(walks.takes(type));
            item.setOnAction(_ -> walks.take(type, item.isSelected()));
            types.getItems().add(item);
        }
        types.getItems().add(new SeparatorMenuItem());
        types.getItems().add(key("menu.paths.any", walks::takeAll));
        return types;
    }

    private void folding(List<MenuItem> items) {
        int folded = selected.folded();
        int foldable = selected.foldable();
        if (folded > 0) {
            items.add(item(Words.of("menu.unfold", folded), selected::fold));
        } else if (foldable > 0) {
            items.add(item(Words.of("menu.fold", foldable), selected::fold));
        }
    }

    private Menu tags() {
        Menu tags = new Menu(Words.of("menu.tags"));
        tags.getItems().add(key("menu.tag", around::askTag));
        selected.otherTags()
                .forEach(tag ->
                        tags.getItems()
                                .add(
                                        item(
                                                Words.of("menu.tag.word", tag),
                                                () -> selected.tag(tag))));
        selected.tags()
                .forEach(tag ->
                        tags.getItems()
                                .add(item(Words.of("menu.untag", tag), () -> selected.untag(tag))));
        return tags;
    }

    private void grouping(List<MenuItem> items) {
        Set<NodeRef> alike = selected.groupable();
        if (!alike.isEmpty()) {
            items.add(item(Words.of("menu.group", alike.size()), selected::group));
        }
        selected.stack()
                .ifPresent(card ->
                        items.add(item(Words.of("menu.ungroup", card.count()), selected::ungroup)));
    }

    private List<MenuItem> ofCanvas() {
        List<MenuItem> items = new ArrayList<>();
        items.add(key("menu.flow", () -> around.layOut(Relayout.Style.FLOW)));
        items.add(key("menu.force", () -> around.layOut(Relayout.Style.FORCE)));
        items.add(new SeparatorMenuItem());
        items.add(key("menu.all", selected::selectAll));
        items.add(key("menu.find", around::find));
        concealed(items);
        return items;
    }

    private void concealed(List<MenuItem> items) {
        int hidden = selected.hidden();
        int folded = selected.allFolded();
        if (hidden + folded > 0) {
            items.add(new SeparatorMenuItem());
        }
        if (hidden > 0) {
            items.add(item(Words.of("menu.unhide", hidden), selected::showHidden));
        }
        if (folded > 0) {
            items.add(item(Words.of("menu.unfold.all", folded), selected::unfoldAll));
        }
    }

    private static MenuItem key(String key, Runnable action) {
        return item(Words.of(key), action);
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
