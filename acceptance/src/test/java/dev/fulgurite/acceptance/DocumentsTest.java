package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents name must exist: a document that lies is worse than none.
class DocumentsTest {

    private static final Pattern FENCED =
            Pattern.compile("(?m)^```\\w*\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)\\)");

    private static final Pattern COMMAND = Pattern.compile("\\./(fulgurite|build)( .*)?");
    private static final Pattern PATH =
            Pattern.compile(
                    "[\\w.<>*-]+(/[\\w.<>*-]+)*/|[\\w.<>*-]+(/[\\w.<>*-]+)+|[\\w-]+\\.(md|xml|json)");
    private static final Pattern TYPE =
            Pattern.compile("([A-Z][a-z]\\w*)(?:[.#](\\w+)(?:\\(\\))?)?");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z_]+");
    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)+");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/acceptance/"))
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.fulgurite");
    private static final Set<String> FILES = files();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"})
    void everything_a_document_names_exists(String document) throws IOException {
        String text = Files.readString(Repository.file(document));
        List<String> wrong = new ArrayList<>();
        for (String named : named(text)) {
            if (!exists(named)) {
                wrong.add(named);
            }
        }
        assertThat(named(text)).as("names in " + document).hasSizeGreaterThan(10);
        assertThat(wrong).as(document + " names what does not exist").isEmpty();
    }

    /// Code in the running text, links, and the command lines of code blocks.
    private static Set<String> named(String text) {
        Set<String> named = new TreeSet<>();
        String prose = FENCED.matcher(text).replaceAll("");
        CODE.matcher(prose).results().map(match -> match.group(1)).forEach(named::add);
        LINK.matcher(prose)
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.contains("://"))
                .forEach(named::add);
        FENCED.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> line.startsWith("./"))
                .forEach(named::add);
        return named;
    }

    private static boolean exists(String named) {
        Matcher command = COMMAND.matcher(named);
        if (command.matches()) {
            List<String> words = List.of(named.split("\\s+", -1));
            return command.group(1).equals("build") ? isBuild(words) : isVerb(words);
        }
        if (FILES.contains(named)) {
            return true;
        }
        if (PATH.matcher(named).matches()) {
            return isPath(named);
        }
        Matcher type = TYPE.matcher(named);
        if (type.matches()) {
            return isType(type.group(1), type.group(2)) || isCypherFile(named);
        }
        if (CAPITALS.matcher(named).matches()) {
            return isCypherFile(named) || isSaidInProduct(named);
        }
        return !ID.matcher(named).matches() || isCypherFile(named) || isPath(named);
    }

    /// What lies in `target` is made by a build, so only its module must be there.
    private static boolean isPath(String named) {
        String glob =
                named.replaceAll("/target/.*", "").replaceAll("<[^>]*>", "*").replaceAll("/$", "");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return FILES.stream().map(Path::of).anyMatch(matcher::matches);
    }

    private static boolean isCypherFile(String id) {
        return FILES.stream()
                .anyMatch(
                        file -> file.startsWith("cypher/") && file.endsWith("/" + id + ".cypher"));
    }

    private static boolean isType(String name, String member) {
        return CLASSES.stream()
                .filter(javaClass -> javaClass.getSimpleName().equals(name))
                .anyMatch(javaClass -> member == null || hasMember(javaClass, member));
    }

    private static boolean hasMember(JavaClass javaClass, String member) {
        return javaClass.getAllMembers().stream().map(JavaMember::getName).anyMatch(member::equals);
    }

    private static boolean isBuild(List<String> words) {
        String script = content("build");
        return words.stream()
                .skip(1)
                .filter(word -> word.startsWith("--"))
                .allMatch(script::contains);
    }

    /// The verb is a command of the command line, and each option one of its options.
    private static boolean isVerb(List<String> words) {
        String verb = words.size() > 1 ? words.get(1) : "--help";
        if (verb.startsWith("--") || verb.equals("VERB")) {
            return true;
        }
        Set<String> options =
                words.stream()
                        .filter(word -> word.startsWith("--"))
                        .map(word -> word.replaceAll("[=].*", ""))
                        .collect(Collectors.toSet());
        return CLASSES.stream()
                .filter(javaClass -> verb.equals(commandName(javaClass)))
                .anyMatch(javaClass -> optionsOf(javaClass).containsAll(options));
    }

    private static Object commandName(JavaClass javaClass) {
        return javaClass
                .tryGetAnnotationOfType("picocli.CommandLine$Command")
                .flatMap(annotation -> annotation.tryGetExplicitlyDeclaredProperty("name"))
                .orElse("");
    }

    private static Set<String> optionsOf(JavaClass command) {
        Set<String> options = new TreeSet<>();
        for (JavaClass part : CLASSES) {
            if (part.getPackageName().equals(command.getPackageName())) {
                part.getMembers().stream()
                        .flatMap(member ->
                                member
                                        .tryGetAnnotationOfType("picocli.CommandLine$Option")
                                        .stream())
                        .flatMap(DocumentsTest::optionNames)
                        .forEach(options::add);
            }
        }
        return options;
    }

    private static Stream<String> optionNames(JavaAnnotation<?> option) {
        return Stream.of((String[]) option.get("names").orElse(new String[0]));
    }

    /// A word such as the name of an environment variable.
    private static boolean isSaidInProduct(String word) {
        return content("build").contains(word)
                || FILES.stream()
                        .filter(file -> file.endsWith(".java") && file.contains("/src/main/"))
                        .anyMatch(file -> content(file).contains(word));
    }

    private static String content(String file) {
        try {
            return Files.readString(Repository.file(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Every file and folder of the checkout, but for what a build makes.
    private static Set<String> files() {
        try (Stream<Path> walk = Files.walk(Repository.ROOT)) {
            return walk.map(path -> Repository.ROOT.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.matches("(.*/)?(target|\\.git)(/.*)?"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
