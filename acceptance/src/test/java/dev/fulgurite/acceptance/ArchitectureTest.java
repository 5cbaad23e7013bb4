package dev.fulgurite.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The shape of the product, rule by rule; each ends with its reason.
class ArchitectureTest {

    private static final String GRAPH = "dev.fulgurite.graph..";
    private static final String INGEST = "dev.fulgurite.ingest..";
    private static final String DETECTIONS = "dev.fulgurite.detections..";
    private static final String INVESTIGATION = "dev.fulgurite.investigation..";
    private static final String CLI = "dev.fulgurite.cli..";
    private static final String UI = "dev.fulgurite.ui..";
    private static final String GENERATOR = "dev.fulgurite.generator..";
    private static final String SAMPLES = "dev.fulgurite.samples..";

    /// By the name of the folder: a quick build has one of its own, which ArchUnit does not know.
    private static final ImportOption NO_TESTS = file -> !file.contains("/test-classes/");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("dev.fulgurite");

    /// Without classes every other rule here would hold.
    @Test
    void every_module_has_classes_here() {
        for (String module :
                List.of(GRAPH, INGEST, DETECTIONS, INVESTIGATION, GENERATOR, CLI, UI, SAMPLES)) {
            assertThat(CLASSES.that(JavaClass.Predicates.resideInAPackage(module)))
                    .as(module)
                    .isNotEmpty();
        }
    }

    @Test
    void graph_uses_no_other_module() {
        noUse(GRAPH, "the graph is the ground", INGEST, DETECTIONS, INVESTIGATION, CLI, UI);
    }

    @Test
    void ingest_uses_the_graph_only() {
        noUse(
                INGEST,
                "reading logs and detecting know each other only through the graph",
                DETECTIONS,
                INVESTIGATION,
                CLI,
                UI);
    }

    @Test
    void detections_use_the_graph_only() {
        noUse(
                DETECTIONS,
                "detecting and reading logs know each other only through the graph",
                INGEST,
                INVESTIGATION,
                CLI,
                UI);
    }

    @Test
    void investigation_uses_no_front_end() {
        noUse(INVESTIGATION, "both front ends call it and it calls neither", CLI, UI);
    }

    @Test
    void the_front_ends_do_not_know_each_other() {
        noUse(CLI, "the command line runs without JavaFX", UI);
        noUse(UI, "the window does not print", CLI);
    }

    @Test
    void the_generator_knows_logs_only() {
        noUse(
                GENERATOR,
                "what reads logs must not share its mistakes with what makes them",
                GRAPH,
                INGEST,
                DETECTIONS,
                INVESTIGATION,
                CLI,
                UI);
        for (String module : List.of(GRAPH, INGEST, DETECTIONS, INVESTIGATION, UI)) {
            noUse(module, "made logs are read like anybody's", GENERATOR);
        }
    }

    @Test
    void the_product_does_not_know_its_sample() {
        for (String module : List.of(GRAPH, INGEST, DETECTIONS, INVESTIGATION, CLI, UI)) {
            noUse(module, "the sample is read like anybody's logs", SAMPLES);
        }
    }

    @Test
    void only_the_stores_see_neo4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fulgurite.graph.neo4j..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.neo4j..")
                .because("a change of the database must stay in one package")
                .check(CLASSES);
    }

    @Test
    void ingest_does_not_know_the_stores() {
        noUse(INGEST, "it hands batches to whoever stores them", "dev.fulgurite.graph.neo4j..");
    }

    @Test
    void javafx_lives_in_the_window_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(UI)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..")
                .because("layouts and pictures are made headless too")
                .check(CLASSES);
    }

    @Test
    void view_models_see_no_scene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("view models are tested without a window")
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.fulgurite.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that is understood needs only those before it")
                .check(CLASSES);
    }

    @Test
    void the_plain_types_of_the_graph_see_only_the_jdk() {
        classes()
                .that()
                .resideInAnyPackage("dev.fulgurite.graph.model", "dev.fulgurite.graph.event")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.fulgurite.graph.model",
                        "dev.fulgurite.graph.event")
                .because("they are what all modules speak")
                .check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> unmarked =
                CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .filter(javaPackage -> !isNullMarked(javaPackage))
                        .map(JavaPackage::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked)
                .as("packages whose package-info.java lacks @NullMarked: NullAway passes them over")
                .isEmpty();
    }

    /// Cypher lives in `cypher/`, where its head, its labels and its examples are checked.
    @Test
    void no_cypher_stands_in_java() throws IOException {
        Pattern cypher =
                Pattern.compile("\\b(MATCH|MERGE)\\s*\\(|\\bUNWIND\\s|\\bDETACH DELETE\\b");
        List<String> found = new ArrayList<>();
        for (JavaClass javaClass : CLASSES) {
            for (String text : strings(javaClass)) {
                if (cypher.matcher(text).find()) {
                    found.add(javaClass.getName() + ": " + text);
                }
            }
        }
        assertThat(found).as("Cypher in Java strings: move it to a file under cypher/").isEmpty();
    }

    private static void noUse(String module, String reason, String... others) {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAPackage(module)
                        .should()
                        .dependOnClassesThat(
                                DescribedPredicate.describe(
                                        "are in " + List.of(others),
                                        JavaClass.Predicates.resideInAnyPackage(others)))
                        .because(reason);
        rule.check(CLASSES);
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    private static List<String> strings(JavaClass javaClass) throws IOException {
        try (InputStream in = javaClass.getSource().orElseThrow().getUri().toURL().openStream()) {
            List<String> strings = new ArrayList<>();
            for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                if (entry instanceof StringEntry string) {
                    strings.add(string.stringValue());
                }
            }
            return strings;
        }
    }
}
