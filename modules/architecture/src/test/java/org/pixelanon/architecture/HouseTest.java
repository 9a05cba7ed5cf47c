package org.pixelanon.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the house is divided: modules, packages, classes. */
class HouseTest {

    private static final String ROOT = "org.pixelanon.";
    private static final int MOST_CLASSES = 40;

    /** Elements hold items, and items hold elements. */
    private static final Set<String> NESTED_DATA =
            Set.of(ROOT + "dicom.data.Attributes", ROOT + "dicom.data.Element");

    /**
     * Records that a method hands back: what may be missing in a result is a return value, too.
     * Only who finds them makes them.
     */
    private static final Set<String> RESULTS =
            Set.of(
                    ROOT + "pipeline.atomic.PartLock$Attempt",
                    ROOT + "pipeline.decide.RuleDecisions",
                    ROOT + "pipeline.decide.UltrasoundDecisions",
                    ROOT + "pipeline.report.CopyProof",
                    ROOT + "pipeline.report.FileRemarks",
                    ROOT + "pipeline.report.FileResult",
                    ROOT + "pipeline.report.FileWork",
                    ROOT + "tables.ColumnFigures",
                    ROOT + "tables.ColumnSummary");

    private static final int MOST_LINES = 400;

    /** Waits for a state look again and again; one way of it for each module. */
    private static final Set<String> WAIT =
            Set.of(
                    "DatabaseIT.java",
                    "PaintedEvents.java",
                    "BucketReviewIT.java",
                    "BucketServer.java",
                    "ClaimWorker.java",
                    "ClaimsTest.java",
                    "PostgresBackend.java",
                    "Relay.java",
                    "RunningWorkbench.java",
                    "S3Connection.java",
                    "S3Server.java",
                    "Sitting.java",
                    "SparkCluster.java",
                    "Trial.java",
                    "Visitor.java");

    /** Benchmarks that keep the pace of a person, and those that disturb a run at any time. */
    private static final Set<String> PACED =
            Set.of(
                    "FaultProxy.java",
                    "KillTrials.java",
                    "RacesIT.java",
                    "StallBenchmark.java",
                    "StallWatch.java",
                    "ViewerBenchmark.java");

    /** Those that word a failure for people and decide nothing else. */
    private static final Set<String> READ_WORDS = Set.of("FailureText.java", "UsageError.java");

    private static final String COMPARED =
            "\\s*\\.\\s*(contains|startsWith|endsWith|equals|matches|indexOf)\\(";

    private static final Pattern DECIDES =
            Pattern.compile(
                    "getMessage\\(\\)\\)*" + COMPARED + "|\\w+\\.contains\\(\\w+\\.getMessage");

    private static final Pattern SLEEPS = Pattern.compile("\\b[A-Z]\\w*\\.sleep\\(");

    /** A variable that holds a message. */
    private static final Pattern KEPT =
            Pattern.compile("String (\\w+) =[^;]*\\bgetMessage\\(\\)[^;]*;");

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.pixelanon");
    }

    @Test
    void the_table_of_modules_names_what_lies_in_the_folders() throws IOException {
        Path root = Path.of(System.getProperty("pixelanon.root"));
        Set<String> folders = new TreeSet<>();
        for (String group : List.of("core", "batch", "desktop")) {
            try (Stream<Path> modules = Files.list(root.resolve("modules").resolve(group))) {
                modules.filter(m -> Files.exists(m.resolve("pom.xml")))
                        .forEach(m -> folders.add(m.getFileName().toString()));
            }
        }
        folders.add("cli");
        assertThat(inTable(root)).containsExactlyInAnyOrderElementsOf(folders);
    }

    private static List<String> inTable(Path root) throws IOException {
        String text = Files.readString(root.resolve("docs/architecture.md"));
        String table = text.substring(text.indexOf("| module |"), text.indexOf("\nArrows:"));
        Matcher row = Pattern.compile("(?m)^\\| ([a-z-]+) \\|").matcher(table);
        List<String> names = row.results().map(r -> r.group(1)).collect(Collectors.toList());
        names.remove("module");
        return names;
    }

    @Test
    void packages_know_each_other_one_way() {
        slices().matching("org.pixelanon.(**)").should().beFreeOfCycles().check(ours);
    }

    @Test
    void no_package_holds_more_classes_than_one_can_look_over() {
        Map<String, Long> sizes =
                ours.stream()
                        .filter(c -> outermost(c).equals(c.getFullName()))
                        .filter(c -> !c.getSimpleName().matches("package-info|Bundle"))
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes).allSatisfy((name, n) -> assertThat(n).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @Test
    void no_class_leads_back_to_itself_but_in_sealed_families() {
        Map<String, Set<String>> uses = uses();
        List<String> circles = new ArrayList<>();
        for (String name : uses.keySet()) {
            Set<String> back = reachable(name, uses);
            if (back.contains(name)) {
                Set<String> circle = new TreeSet<>();
                for (String other : back) {
                    if (reachable(other, uses).contains(name)) {
                        circle.add(other);
                    }
                }
                if (!NESTED_DATA.containsAll(circle)
                        && circle.stream().noneMatch(this::isOfSealedFamily)) {
                    circles.add(String.join(" ", circle));
                }
            }
        }
        assertThat(circles.stream().distinct()).isEmpty();
    }

    @Test
    void optional_is_returned_and_neither_taken_nor_kept() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass c : ours) {
            if (c.isRecord()) {
                continue;
            }
            c.getFields().stream()
                    .filter(f -> isOptional(f.getRawType()))
                    .forEach(f -> wrong.add(f.getFullName()));
        }
        for (JavaClass c : ours) {
            c.getCodeUnits().stream()
                    .filter(u -> !u.getModifiers().contains(JavaModifier.PRIVATE))
                    .filter(u -> !(u.isConstructor() && RESULTS.contains(c.getFullName())))
                    .filter(u -> u.getRawParameterTypes().stream().anyMatch(HouseTest::isOptional))
                    .forEach(u -> wrong.add(u.getFullName()));
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isOptional(JavaClass type) {
        return type.getFullName().startsWith("java.util.Optional");
    }

    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass from : ours) {
            Set<String> used = uses.computeIfAbsent(outermost(from), n -> new HashSet<>());
            for (Dependency d : from.getDirectDependenciesFromSelf()) {
                String to = outermost(d.getTargetClass().getBaseComponentType());
                if (to.startsWith(ROOT) && !to.equals(outermost(from))) {
                    used.add(to);
                }
            }
        }
        return uses;
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> uses) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(uses.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    private boolean isOfSealedFamily(String name) {
        try {
            Class<?> c = Class.forName(name, false, getClass().getClassLoader());
            return c.isSealed() || Stream.of(c.getInterfaces()).anyMatch(Class::isSealed);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String outermost(JavaClass c) {
        return c.getFullName().split("\\$", -1)[0];
    }

    /** In the sources, because class files do not tell where a compared text comes from. */
    @Test
    void nothing_is_decided_by_the_words_of_a_message() throws IOException {
        Path modules = Path.of(System.getProperty("pixelanon.root"), "modules");
        List<String> deciding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(modules)) {
            for (Path file : files.filter(HouseTest::isSource).toList()) {
                String source = Files.readString(file);
                if (DECIDES.matcher(source).find() || decidesLater(source)) {
                    deciding.add(file.getFileName().toString());
                }
            }
        }
        assertThat(deciding).containsExactlyInAnyOrderElementsOf(READ_WORDS);
    }

    /** Of all other files Checkstyle says so. */
    @Test
    void no_file_of_tests_is_too_long_to_look_over() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles("/src/test/java/")) {
            if (Files.readAllLines(file).size() > MOST_LINES) {
                tooLong.add(file.getFileName().toString());
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nobody_sleeps_who_could_wait_for_a_state() throws IOException {
        Set<String> sleeping = new TreeSet<>();
        for (Path file : javaFiles("/src/")) {
            if (SLEEPS.matcher(Files.readString(file)).find()) {
                sleeping.add(file.getFileName().toString());
            }
        }
        sleeping.removeAll(WAIT);
        assertThat(sleeping).containsExactlyInAnyOrderElementsOf(PACED);
    }

    private static List<Path> javaFiles(String below) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String part : List.of("modules", "application")) {
            try (Stream<Path> files =
                    Files.walk(Path.of(System.getProperty("pixelanon.root"), part))) {
                files.filter(f -> f.toString().endsWith(".java"))
                        .filter(f -> f.toString().replace('\\', '/').contains(below))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/main/java/") && path.endsWith(".java");
    }

    private static boolean decidesLater(String source) {
        return KEPT.matcher(source)
                .results()
                .map(kept -> kept.group(1))
                .map(
                        name ->
                                Pattern.compile(
                                        "\\b" + name + COMPARED + "|\\.contains\\(" + name + "\\)"))
                .anyMatch(compared -> compared.matcher(source).find());
    }
}
