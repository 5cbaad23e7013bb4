package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.CardFaces;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Details of the selection in one tab, the raw records behind it in the other.
public final class InspectorView extends BorderPane {

    private final Consumer<NodeRef> select;
    private final VBox details = new VBox();

    // One for all stories: what JavaFX keeps of the pixels of a scroll pane is never given back.
    private final ScrollPane story = scroll(new VBox());
    private final PivotsPane pivots;
    private final AlertsPane alerts;
    private final LinksPane links;
    private final Tab evidenceTab;
    private final TabPane tabs;

    /// @param select called when the analyst picks a node named here
    /// @param walk called with the id of a pivot to take from the node that is shown
    /// @param chooseAlert called with the id of an alert to choose in the queue
    /// @param tell takes failures that leave the inspector as it is
    public InspectorView(
            InspectorViewModel model,
            Consumer<NodeRef> select,
            Consumer<String> walk,
            Consumer<String> chooseAlert,
            Consumer<Failure> tell) {
        this.select = select;
        // Made once: each follows the model for as long as that lives.
        pivots = new PivotsPane(model, walk);
        alerts = new AlertsPane(model.alerts(), chooseAlert);
        links = new LinksPane(model.links());
        getStyleClass().addAll("panel", "inspector");
        details.getStyleClass().add("inspector-body");
        Tab detailsTab = tab("inspector.details", scroll(details));
        evidenceTab =
                tab(
                        "inspector.evidence",
                        new EvidencePane(
                                model.evidence(),
                                file -> model.openFolder(file, tell),
                                model::moreEvidence));
        tabs = new TabPane(detailsTab, evidenceTab);
        tabs.setId("inspector");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab -> model.wantEvidence(evidenceTab.equals(tab)));
        model.subject().subscribe(this::show);
    }

    /// Brings the raw records to the front.
    public void showEvidence() {
        tabs.getSelectionModel().select(evidenceTab);
        tabs.requestFocus();
    }

    /// Puts the keyboard on the details.
    public void showDetails() {
        tabs.getSelectionModel().selectFirst();
        (getCenter() == null ? this : getCenter()).requestFocus();
    }

    private static Tab tab(String key, javafx.scene.Node content) {
        Tab tab = new Tab(Words.of(key), content);
        tab.setId(key);
        return tab;
    }

    private static ScrollPane scroll(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void show(Subject subject) {
        setCenter(
                subject instanceof Subject.Story || subject instanceof Subject.Nothing
                        ? null
                        : tabs);
        switch (subject) {
            case Subject.Nothing _ -> setTop(hint());
            case Subject.Story(var steps) -> {
                setTop(null);
                story.setContent(new StoryPane(steps, select));
                story.setVvalue(0);
                setCenter(story);
            }
            case Subject.OfNode node -> details(node);
            case Subject.OfStack stack -> {
                setTop(SubjectHeading.of(stack.card()));
                details.getChildren().setAll(members(stack.card().nodes()));
            }
            case Subject.OfMany many -> {
                Label heading = new Label(Words.of("inspector.many", many.cards().size()));
                heading.getStyleClass().addAll("subject-title", "subject");
                setTop(heading);
                details.getChildren()
                        .setAll(
                                members(
                                        many.cards().stream()
                                                .flatMap(card -> card.nodes().stream())
                                                .toList()));
            }
            case Subject.OfLink one -> {
                setTop(SubjectHeading.of(one.link()));
                details.getChildren().setAll(LinkPane.of(one, select));
            }
        }
    }

    private void details(Subject.OfNode subject) {
        setTop(SubjectHeading.of(subject.node()));
        details.getChildren().setAll(pivots);
        if (!subject.tags().isEmpty() || !subject.note().isEmpty()) {
            details.getChildren().add(new MarksPane(subject.tags(), subject.note()));
        }
        if (!subject.faces().isEmpty()) {
            details.getChildren().add(faces(subject.faces()));
        }
        details.getChildren().addAll(alerts, FactsPane.of(subject.node().properties()), links);
    }

    private static Label hint() {
        Label hint = new Label(Words.of("inspector.hint"));
        hint.getStyleClass().addAll("muted", "inspector-hint");
        hint.setWrapText(true);
        return hint;
    }

    /// The other keys of the same thing.
    private Section faces(List<Node> faces) {
        Section section = new Section("inspector.faces");
        for (Node face : faces) {
            section.body()
                    .getChildren()
                    .add(new NodeLink(face.ref().toString(), face.ref(), select));
        }
        return section;
    }

    private VBox members(List<Node> nodes) {
        VBox list = new VBox();
        list.getStyleClass().add("section");
        CardFaces faces = new CardFaces(Subgraph.EMPTY);
        for (Node node : nodes) {
            list.getChildren().add(new NodeLink(faces.title(node), node.ref(), select));
        }
        return list;
    }
}
