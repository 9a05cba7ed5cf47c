package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

/**
 * What people type who come from dicompixelanon, or used earlier names: it works, or one line tells
 * what there is instead, and then nothing is written. The numbers are rows of the list of what
 * migrating users met.
 */
class OldOptionsIT {

    /** An old command line, without what all need, and what the same is called now. */
    private record Same(int row, String old, String now) {}

    /** An old command line and what the answer must name. */
    private record Answered(int row, String old, String names) {}

    @TempDir Path folder;

    private Path us;
    private Path list;
    private int outputs;

    @BeforeEach
    void draw() throws IOException {
        us = folder.resolve("us.dcm");
        Files.write(us, SampleSet.of(5).kinds(List.of(SampleKind.US_REGIONS)).draw(0).toBytes());
        list = folder.resolve("rects.csv");
        Files.writeString(
                list, "filename,left,top,right,bottom,frame,overlay\n" + us + ",0,0,9,9,-1,-1\n");
        Files.writeString(folder.resolve("deid.dicom.site"), rules());
        Files.writeString(
                folder.resolve("table.csv"),
                "ModelName,ImageType2,BurnedInAnnotation,DicomFilePath\nA,B,NO,/x\nA,B,NO,/y\n");
    }

    private static String rules() {
        return "FORMAT dicom\n\n%filter graylist\n\nLABEL all\n  contains Modality US\n  coordinates 0,0,5,5\n";
    }

    /** The words of a line; FILE, LIST, RULES, TABLE, OUT and NEW stand for paths. */
    private Object[] words(String line) {
        List<Object> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(
                    switch (word) {
                        case "FILE" -> us;
                        case "LIST" -> list;
                        case "RULES" -> folder.resolve("deid.dicom.site");
                        case "TABLE" -> folder.resolve("table.csv");
                        case "OUT" -> folder.resolve("out" + outputs);
                        case "NEW" -> folder.resolve("new" + outputs + ".csv");
                        case "--csv=NEW" -> "--csv=" + folder.resolve("new" + outputs + ".csv");
                        default -> word;
                    });
        }
        return words.toArray();
    }

    /** Everything below a folder that a run made: paths and bytes, and what it printed. */
    private List<String> effect(String line) throws IOException {
        outputs++;
        Command command = run(words(line));
        assertThat(command.code()).as(line + "\n" + command.err()).isZero();
        List<String> effect = new ArrayList<>(List.of(command.out()));
        Path out = folder.resolve("out" + outputs);
        for (Path file : Command.files(out)) {
            effect.add(out.relativize(file) + " " + Files.size(file));
        }
        Path csv = folder.resolve("new" + outputs + ".csv");
        effect.add(Files.exists(csv) ? Files.readString(csv) : "");
        return effect;
    }

    private static final List<Same> SAME =
            List.of(
                    new Same(
                            10,
                            "ocr -q FILE --ocr tesseract --csv NEW",
                            "ocr -q FILE --write-csv NEW"),
                    new Same(
                            24,
                            "ocr -q FILE --csv-header --csv=NEW",
                            "ocr -q FILE --write-csv NEW"),
                    new Same(
                            33,
                            "ocr -q FILE --use-ultrasound-regions --csv NEW",
                            "ocr -q FILE --us-regions --write-csv NEW"),
                    new Same(
                            34,
                            "ocr -q FILE --except-ultrasound-regions --csv NEW",
                            "ocr -q FILE --except-us-regions --write-csv NEW"),
                    new Same(
                            47,
                            "redact -q --dicom FILE --rect 0,0,9,9 -o OUT",
                            "redact -q FILE --rect 0,0,9,9 -o OUT"),
                    new Same(
                            51,
                            "redact -q FILE --rect 0,0,5,5 9,9,12,12 -o OUT",
                            "redact -q FILE --rect 0,0,5,5;9,9,12,12 -o OUT"),
                    new Same(
                            51,
                            "redact -q --rect 0,0,+5,+5;1,1,2,2 (9,9,12,12) FILE -o OUT",
                            "redact -q FILE --rect 0,0,+5,+5;1,1,2,2;9,9,12,12 -o OUT"),
                    new Same(
                            52,
                            "redact -q FILE -r 0,0,5,5 -o OUT",
                            "redact -q FILE --rect 0,0,5,5 -o OUT"),
                    new Same(
                            57,
                            "redact -q --dicom FILE --read-csv LIST --output OUT",
                            "redact -q FILE --csv LIST -o OUT"),
                    new Same(58, "redact -q --csv LIST -o OUT", "redact -q FILE --csv LIST -o OUT"),
                    new Same(
                            66,
                            "redact -q FILE --rect 0,0,5,5 --compress -o OUT",
                            "redact -q FILE --rect 0,0,5,5 --transfer-syntax rle -o OUT"),
                    new Same(
                            66,
                            "redact -q FILE --rect 0,0,5,5 -c -o OUT",
                            "redact -q FILE --rect 0,0,5,5 --transfer-syntax rle -o OUT"),
                    new Same(
                            74,
                            "redact -q FILE --remove-ultrasound-regions -o OUT",
                            "redact -q FILE --us-regions -o OUT"),
                    new Same(
                            75,
                            "redact -q FILE --deid -o OUT",
                            "redact -q FILE --rules default -o OUT"),
                    new Same(
                            76,
                            "redact -q FILE --deid-rules RULES -o OUT",
                            "redact -q FILE --rules RULES -o OUT"),
                    new Same(
                            88,
                            "anonymise -q FILE --rects --ocr tesseract --pii ocr_allowlist -o OUT",
                            "anonymise -q FILE --pii allowlist -o OUT"),
                    new Same(
                            90,
                            "anonymise -q FILE --use-ultrasound-regions -o OUT",
                            "anonymise -q FILE --us-regions -o OUT"),
                    new Same(
                            91,
                            "anonymise -q FILE --deid -o OUT",
                            "anonymise -q FILE --rules default -o OUT"),
                    new Same(
                            36,
                            "ocr -q FILE --forms --csv NEW",
                            "ocr -q FILE --forms blank --write-csv NEW"),
                    new Same(
                            92,
                            "anonymise -q FILE -f -o OUT",
                            "anonymise -q FILE --forms blank -o OUT"),
                    new Same(
                            97,
                            "anonymise -q FILE -c -o OUT",
                            "anonymise -q FILE --transfer-syntax rle -o OUT"),
                    new Same(
                            100,
                            "anonymise -q FILE -D OUT -r / -o OUT",
                            "anonymise -q FILE --db OUT --relative-path / -o OUT"),
                    new Same(
                            101,
                            "anonymise -q --db OUT --use-ultrasound-regions --rects --deid -o OUT --relative / --write-csv NEW FILE",
                            "anonymise -q --db OUT --us-regions --rules default -o OUT --relative-path / --write-csv NEW FILE"),
                    new Same(
                            115, "tags -q FILE --json -o NEW", "tags -q FILE --format json -o NEW"),
                    new Same(113, "tags -q FILE --csv -o NEW", "tags -q FILE --format csv -o NEW"),
                    new Same(
                            119,
                            "csv summary TABLE --json -o NEW",
                            "csv summary TABLE --format json -o NEW"),
                    new Same(
                            119,
                            "csv summary TABLE --csv -o NEW",
                            "csv summary TABLE --format csv -o NEW"),
                    new Same(
                            124,
                            "csv group -c TABLE -g ModelName -p +,DicomFilePath --head 1 -o NEW",
                            "csv group TABLE --by ModelName --print +,DicomFilePath --head 1 -o NEW"),
                    new Same(
                            124,
                            "csv group --csv TABLE --groupby ModelName --print + --random 1 -o NEW",
                            "csv group TABLE --by ModelName --print + --random 1 -o NEW"),
                    new Same(130, "csv sample -1 TABLE -o NEW", "csv sample TABLE -n 1 -o NEW"),
                    new Same(131, "csv sample -c TABLE -o NEW", "csv sample TABLE -o NEW"),
                    new Same(
                            132,
                            "csv sample -F NO TABLE -o NEW",
                            "csv sample --filter NO TABLE -o NEW"),
                    new Same(
                            165,
                            "allowlist build --reduce -o NEW",
                            "allowlist build --reduced -o NEW"),
                    new Same(
                            171,
                            "blank -q -c -i FILE -o OUT --salt s",
                            "blank -q FILE -o OUT --salt s"));

    @Test
    void an_old_name_with_the_same_meaning_does_what_the_new_one_does() throws IOException {
        for (Same pair : SAME) {
            assertThat(effect(pair.old()))
                    .as(pair.row() + ": " + pair.old())
                    .isEqualTo(effect(pair.now()));
        }
    }

    private static final List<Answered> ANSWERED =
            List.of(
                    new Answered(9, "ocr FILE --debug", "-v"),
                    new Answered(9, "redact FILE --rect 0,0,1,1 -o OUT -d", "-v"),
                    new Answered(11, "ocr FILE --db OUT --ocr easyocr", "Tesseract"),
                    new Answered(
                            14,
                            "ocr FILE --db OUT --pii spacy,en_core_web_trf",
                            "spacy.model=en_core_web_trf"),
                    new Answered(15, "ocr FILE --db OUT --csv NEW --pii flair", "detector flair"),
                    new Answered(
                            16, "anonymise FILE --db OUT -o OUT --pii spacy", "detector spacy"),
                    new Answered(
                            17, "redact FILE --rect 0,0,1,1 -o OUT --pii stanford", "stanford"),
                    new Answered(18, "ocr FILE --db OUT --pii stanza", "detector stanza"),
                    new Answered(18, "ocr FILE --db OUT --pii nonsense", "unknown detector"),
                    new Answered(18, "rules test RULES FILE --pii tags,none", "none alone"),
                    new Answered(51, "redact FILE 9,9,12,12 --rect 0,0,5,5 -o OUT", "./9,9,12,12"),
                    new Answered(
                            51, "redact FILE 0,0,+5,+5 -o OUT --us-regions", "--rect 0,0,+5,+5"),
                    new Answered(51, "redact 1,1,2,2;3,3,4,4 FILE --db OUT -o OUT", "--rect"),
                    new Answered(51, "redact FILE --rect 0,0,5,5 9,9,12 -o OUT", "3 numbers"),
                    new Answered(68, "redact FILE --rect 0,0,5,5", "--in-place"),
                    new Answered(
                            90,
                            "anonymise FILE -o OUT --except-ultrasound-regions",
                            "--us-regions"),
                    new Answered(36, "ocr --forms FILE", "--forms"),
                    new Answered(92, "redact FILE -o OUT --forms", "scanned forms"),
                    new Answered(96, "anonymise FILE -o OUT --rename _redacted.dcm", "-o FILE.dcm"),
                    new Answered(103, "frames -x -f png FILE", "-x DIR"),
                    new Answered(105, "frames -x FILE FILE", "give a folder"),
                    new Answered(110, "frames FILE --ocr tesseract --rects --csv", "pixelanon ocr"),
                    new Answered(164, "allowlist build --fetchbuild -o NEW", "--glossary"),
                    new Answered(172, "learn_forms TABLE", "forms train"),
                    new Answered(174, "test_forms TABLE", "forms test"),
                    new Answered(0, "nonsense --help", "unknown command 'nonsense'"),
                    new Answered(0, "db nonsense --help", "unknown command 'nonsense'"),
                    new Answered(0, "csv nonsense -h", "unknown command 'nonsense'"),
                    new Answered(0, "redcat FILE", "did you mean redact"),
                    new Answered(0, "redact FILE --rulse RULES -o OUT", "did you mean --rules"),
                    new Answered(
                            0, "csv summary TABLE --encoding nothing", "--encoding: 'nothing'"),
                    new Answered(0, "ocr", "INPUT"),
                    new Answered(0, "redact -o OUT --us-regions", "INPUT"),
                    new Answered(0, "csv group TABLE --by A --head 1 --random 1", "--random"),
                    new Answered(0, "db merge", "DB"),
                    new Answered(0, "ocr FILE --jobs x", "--jobs"));

    @Test
    void what_has_no_meaning_here_is_answered_in_one_line_before_anything_is_written()
            throws IOException {
        List<Path> before = Command.files(folder);
        for (Answered line : ANSWERED) {
            Command command = run(words(line.old()));
            assertThat(command.code()).as(line.old() + "\n" + command.err()).isEqualTo(2);
            List<String> said = command.err().lines().toList();
            assertThat(said).as(line.row() + ": " + line.old()).hasSize(2);
            assertThat(said.get(0)).startsWith("pixelanon: ").contains(line.names());
            assertThat(said.get(0)).doesNotContain("Exception", "picocli", "java.");
            assertThat(said.get(1)).matches("Help: pixelanon( [a-z-]+)* --help");
            assertThat(command.out()).isEmpty();
        }
        assertThat(Command.files(folder)).isEqualTo(before);
    }

    @Test
    void old_csv_on_ocr_writes_to_standard_output_for_stdout_as_before() throws Exception {
        Command command =
                Command.start(
                        List.of(),
                        List.of(),
                        Map.of("PIXELANON_CACHE", folder.resolve("cache").toString()),
                        folder,
                        "ocr",
                        us,
                        "-q",
                        "--csv",
                        "stdout");

        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out()).startsWith("filename,frame,overlay,imagetype,");
        assertThat(folder.resolve("stdout")).doesNotExist();
    }

    @Test
    void verbose_says_what_became_of_each_file() {
        Command quiet = run("redact", us, "--rect", "0,0,5,5", "--dry-run", "-q");
        Command verbose = run("redact", us, "--rect", "0,0,5,5", "--dry-run", "-v");

        assertThat(verbose.err()).contains("Redacted " + us);
        assertThat(quiet.err()).doesNotContain("Redacted " + us);
    }

    @Test
    void values_of_options_are_never_taken_for_old_names() throws IOException {
        Path odd = folder.resolve("--deid");
        Files.copy(us, odd);
        Path out = folder.resolve("out");

        assertThat(run("blank", "-q", us, "--salt", "-c", "-o", out).code()).isZero();
        assertThat(run("blank", "-q", us, "--salt", "", "-o", folder.resolve("plain")).code())
                .isZero();
        Path hashed = Command.files(out).get(0);
        Path plain = Command.files(folder.resolve("plain")).get(0);
        assertThat(hashed).hasSize(Files.size(hashed));
        assertThat(Files.mismatch(hashed, plain)).as("the salt was taken").isNotNegative();
    }

    @Test
    void a_file_that_is_called_like_a_rectangle_is_named_with_its_folder() throws Exception {
        Files.copy(us, folder.resolve("1,2,3,4"));
        Map<String, String> environment =
                Map.of("PIXELANON_CACHE", folder.resolve("cache").toString());
        Object[] words = {"redact", "-q", "./1,2,3,4", "--rect", "0,0,5,5", "-o", "out"};

        Command command = Command.start(List.of(), List.of(), environment, folder, words);

        assertThat(command.code()).as(command.err()).isZero();
        assertThat(Command.files(folder.resolve("out"))).hasSize(1);
    }
}
