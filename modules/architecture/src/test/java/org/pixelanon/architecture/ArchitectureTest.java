package org.pixelanon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md, checked on the class files. */
class ArchitectureTest {

    private static final String ROOT = "org.pixelanon.";
    private static final String DICOM = ROOT + "dicom.";

    /** The modules of the platform; all others run without a window. */
    private static final String[] WINDOWS = {
        ROOT + "workbench..",
        ROOT + "viewer..",
        ROOT + "tags..",
        ROOT + "files..",
        ROOT + "texts..",
        ROOT + "summary..",
        ROOT + "groups..",
        ROOT + "rulesview..",
        ROOT + "remote..",
        ROOT + "results..",
        ROOT + "history.."
    };

    private static final String[] VIEWS = {
        "viewer",
        "files",
        "texts",
        "tags",
        "summary",
        "groups",
        "rulesview",
        "remote",
        "results",
        "history"
    };

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.pixelanon");
        assertThat(ours).as("classes found").hasSizeGreaterThan(50);
    }

    @Test
    void domain_modules_know_no_window_toolkit_and_no_platform() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(WINDOWS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javax.swing..",
                                "java.awt.event..",
                                "org.openide..",
                                "org.netbeans.."));
    }

    @Test
    void each_heavy_library_stays_in_its_module() {
        confine("ocr", "net.sourceforge.tess4j..", "net.sourceforge.lept4j..");
        confine("neural", "ai.djl..", "ai.onnxruntime..");
        confine("barcodes", "com.google.zxing..");
        confine("pii", "opennlp..");
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                ROOT + "natives..",
                                ROOT + "ocr..",
                                ROOT + "neural..",
                                ROOT + "codec..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.sun.jna.."));
        confine("sources.s3", "software.amazon.awssdk..");
        confine("store", "org.sqlite..");
        confine("postgres", "org.postgresql..", "org.flywaydb..");
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + "store..", ROOT + "postgres..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql.."));
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + "pipeline..", ROOT + "tables..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("de.siegmar.fastcsv.."));
        confine("mongodb", "com.mongodb..", "org.bson..");
        confine("tables", "org.apache.batik..");
        confine("cli", "picocli..");
        confine("spark", "org.apache.spark..", "org.apache.hadoop..", "scala..");
        confine("synth", "net.datafaker..");
        confine("summary", "org.jfree..");
    }

    @Test
    void views_never_see_each_other() {
        for (String view : VIEWS) {
            String[] others =
                    Arrays.stream(VIEWS).filter(v -> !v.equals(view)).toArray(String[]::new);
            apart(view, others);
        }
    }

    @Test
    void domain_and_review_do_not_know_the_views() {
        for (String module :
                List.of(
                        "workbench",
                        "review",
                        "pipeline",
                        "rules",
                        "dicom",
                        "store",
                        "ocr",
                        "neural",
                        "pii")) {
            apart(module, VIEWS);
        }
    }

    @Test
    void modules_have_no_cycles() {
        check(slices().matching("org.pixelanon.(*)..").should().beFreeOfCycles());
    }

    @Test
    void packages_of_the_pipeline_know_each_other_one_way() {
        check(slices().matching(ROOT + "pipeline.(*)..").should().beFreeOfCycles());
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                ROOT + "pipeline.run",
                                ROOT + "cli..",
                                ROOT + "spark..",
                                ROOT + "review..",
                                ROOT + "workbench..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + "pipeline.run"));
    }

    @Test
    void model_depends_on_no_other_module() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "model..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                ROOT + "codec..",
                                ROOT + "dicom..",
                                ROOT + "ocr..",
                                ROOT + "neural..",
                                ROOT + "pii..",
                                ROOT + "store..",
                                ROOT + "rules..",
                                ROOT + "synth..",
                                ROOT + "pipeline..",
                                ROOT + "cli.."));
    }

    @Test
    void recognising_judging_and_storing_do_not_see_each_other() {
        apart("ocr", "neural", "pii", "store", "rules", "dicom", "pipeline");
        apart("neural", "ocr", "pii", "store", "rules", "dicom", "pipeline");
        apart("sources", "ocr", "neural", "pii", "store", "rules", "dicom", "pipeline", "cli");
        apart("barcodes", "ocr", "neural", "pii", "store", "rules", "dicom", "pipeline");
        apart("pii", "ocr", "neural", "store", "rules");
        apart("store", "ocr", "neural", "pii", "rules", "postgres");
        apart("postgres", "dicom", "ocr", "neural", "pii", "rules", "pipeline", "cli");
        apart("mongodb", "dicom", "ocr", "neural", "pii", "store", "rules", "pipeline", "cli");
        apart("dicomweb", "mongodb", "ocr", "neural", "pii", "store", "rules", "pipeline", "cli");
        apart("pipeline", "ocr", "neural", "barcodes", "mongodb", "dicomweb", "postgres");
        apart(
                "tables",
                "dicom",
                "ocr",
                "pii",
                "store",
                "rules",
                "codec",
                "synth",
                "pipeline",
                "cli");
        apart("rules", "ocr", "pii", "store", "codec", "synth", "pipeline", "cli");
    }

    /** What is shared is said in docs/verification.md, and is not what writes copies. */
    @Test
    void what_proves_a_copy_does_not_use_what_writes_it() {
        Set<String> common = Set.of("RedactionTargets", "RedactionPolicy", "DeidentificationUid");
        Set<String> pixels =
                Set.of(
                        "Frame",
                        "FrameDecoder",
                        "NativePixels",
                        "EncapsulatedPixels",
                        "PixelSpans",
                        "Pixels",
                        "Overlays",
                        "UndescribedBits");
        DescribedPredicate<JavaClass> writes =
                DescribedPredicate.describe(
                        "write copies or find and unpack their pixels",
                        c ->
                                isIn(c, "redact") && !common.contains(outermost(c))
                                        || isIn(c, "blank")
                                        || isIn(c, "pixel") && pixels.contains(outermost(c)));
        check(
                noClasses()
                        .that()
                        .resideInAPackage(DICOM + "verify")
                        .should()
                        .dependOnClassesThat(writes));
    }

    @Test
    void reading_does_not_know_redacting() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                DICOM + "data",
                                DICOM + "pixel",
                                DICOM + "unprocessed",
                                DICOM + "render",
                                ROOT + "dicom")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(DICOM + "redact", DICOM + "blank", DICOM + "verify"));
    }

    private static boolean isIn(JavaClass c, String room) {
        return c.getPackageName().equals(DICOM + room);
    }

    private static String outermost(JavaClass c) {
        String name = c.getFullName().substring(c.getPackageName().length() + 1);
        return name.split("\\$", -1)[0];
    }

    @Test
    void codecs_know_no_dicom_file() {
        apart("codec", "dicom", "pipeline", "ocr", "pii", "store", "synth", "cli");
    }

    @Test
    void static_fields_are_final() {
        check(fields().that().areStatic().should().beFinal());
    }

    @Test
    void the_environment_is_read_in_one_place() {
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(ROOT + "model.UserEnvironment")
                        .should()
                        .callMethod(System.class, "getenv", String.class)
                        .orShould()
                        .callMethod(System.class, "getenv"));
    }

    /**
     * What reads and judges text is handed in everywhere else. Only a store looks itself for the
     * server that an address names (decision 0031).
     */
    @Test
    void services_are_looked_for_in_one_place_that_only_the_edges_call() {
        String search = ROOT + "pipeline.extension";
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(search)
                        .and()
                        .doNotHaveFullyQualifiedName(ROOT + "store.RegionStore")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(ServiceLoader.class, URLClassLoader.class));
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(search, ROOT + "cli..", ROOT + "workbench..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(search));
    }

    @Test
    void no_class_is_named_impl_manager_helper_or_util() {
        check(
                classes()
                        .should()
                        .haveSimpleNameNotEndingWith("Impl")
                        .andShould()
                        .haveSimpleNameNotEndingWith("Manager")
                        .andShould()
                        .haveSimpleNameNotEndingWith("Helper")
                        .andShould()
                        .haveSimpleNameNotEndingWith("Util"));
    }

    private static void confine(String module, String... packages) {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + module + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages));
    }

    private static void apart(String module, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = ROOT + others[i] + "..";
        }
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + module + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages)
                        .allowEmptyShould(true));
    }

    private static void check(ArchRule rule) {
        rule.check(ours);
    }
}
