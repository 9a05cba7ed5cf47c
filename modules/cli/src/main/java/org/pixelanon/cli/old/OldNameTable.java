package org.pixelanon.cli.old;

import java.util.ArrayList;
import java.util.List;

/** The meanings of old words by command; see {@link OldNames}. */
public final class OldNameTable {

    private static final String FORMS = "use 'anonymise --forms blank' to blank scanned forms";
    private static final String LEARN =
            "make a model of scanned forms with 'pixelanon forms train TABLE -o FILE' and test "
                    + "it with 'forms test'";
    private static final String RECOGNISER =
            "EasyOCR is not available; use Tesseract, which is built in, or another "
                    + "engine that 'pixelanon engines' lists";
    private static final String DEBUG =
            "there is no debug mode; -v prints the outcome of each file, --report all details";
    private static final String RENAME =
            "copies keep the names of their inputs below -o OUT; use -o FILE.dcm to name the "
                    + "copy of a single input";
    private static final String EXCEPT =
            "text is searched everywhere; --us-regions blanks the area outside the regions, and "
                    + "ocr --except-us-regions omits text there";
    private static final String TEXT =
            "use 'pixelanon ocr FILES --rects --write-csv FILE' to read text";
    private static final String BESIDE =
            "images are not written next to the input; give a folder: 'frames FILES -x DIR -f png'";
    private static final String NETWORK =
            "nothing is downloaded; give the words with --glossary FILE";
    private static final String LIST =
            "use 'redact --csv FILE' to blank rectangles of a list, give a list of files as "
                    + "INPUT, and --write-csv FILE to write rectangles";
    private static final String IMPORT = "use 'pixelanon db import DB FILE'";

    private static final List<OldName> ALL = all();

    private OldNameTable() {}

    /** The old words of a command. */
    public static List<OldName> of(String command) {
        return ALL.stream().filter(n -> n.command().equals(command)).toList();
    }

    /** All old words of all commands. */
    static List<OldName> everything() {
        return ALL;
    }

    private static List<OldName> all() {
        List<OldName> all = new ArrayList<>();
        commands(all);
        searching(all);
        redacting(all);
        looking(all);
        tables(all);
        others(all);
        return List.copyOf(all);
    }

    private static void commands(List<OldName> all) {
        answered(all, "", "learn_forms", LEARN);
        answered(all, "", "test_forms", LEARN);
        answered(all, "", "extract", "use 'tags --profile bia' to write tags of files");
        answered(all, "", "dcmaudit", "use 'pixelanon workbench FILES' to open the workbench");
    }

    private static void searching(List<OldName> all) {
        for (String command : List.of("ocr", "anonymise", "anonymize")) {
            answered(all, command, "--ocr easyocr", RECOGNISER);
            same(all, command, "--use-ultrasound-regions", "--us-regions");
        }
        same(all, "ocr", "--csv stdout", "--write-csv", "-");
        same(all, "ocr", "--csv", "--write-csv");
        same(all, "ocr", "--csv-header");
        same(all, "ocr", "--except-ultrasound-regions", "--except-us-regions");
        debug(all, "ocr");
    }

    private static void redacting(List<OldName> all) {
        for (String command : List.of("redact", "anonymise", "anonymize")) {
            same(all, command, "--dicom");
            same(all, command, "--output", "-o");
            same(all, command, "--relative", "--relative-path");
            same(all, command, "--compress", "--transfer-syntax", "rle");
            same(all, command, "-c", "--transfer-syntax", "rle");
            same(all, command, "--deid", "--rules", "default");
            same(all, command, "--deid-rules", "--rules");
            same(all, command, "--remove-ultrasound-regions", "--us-regions");
            answered(all, command, "--except-ultrasound-regions", EXCEPT);
            answered(all, command, "--except-us-regions", EXCEPT);
            answered(all, command, "--rename", RENAME);
            debug(all, command);
        }
        answered(all, "redact", "--forms", FORMS);
        answered(all, "redact", "-f", FORMS);
        same(all, "redact", "--use-ultrasound-regions", "--us-regions");
        same(all, "redact", "--read-csv", "--csv");
        same(all, "redact", "-r", "--rect");
        for (String command : List.of("anonymise", "anonymize")) {
            same(all, command, "--rects");
            same(all, command, "-D", "--db");
            same(all, command, "-f", "--forms=blank");
            same(all, command, "-r", "--relative-path");
            answered(all, command, "--csv", LIST);
            answered(all, command, "--read-csv", LIST);
        }
    }

    private static void looking(List<OldName> all) {
        for (String option : List.of("--ocr", "--pii", "--rects", "--csv")) {
            answered(all, "frames", option, TEXT);
        }
        for (String extract : List.of("-x", "--extract")) {
            for (String next : List.of("-f", "--format", "-v", "--verbose", "--no-overlays")) {
                answered(all, "frames", extract + " " + next, BESIDE);
            }
        }
        same(all, "tags", "--json", "--format", "json");
        same(all, "tags", "--csv", "--format", "csv");
        same(all, "blank", "-c");
        same(all, "blank", "--compress");
        same(all, "blank", "-i");
        same(all, "blank", "--input");
        same(all, "blank", "--output", "-o");
        for (String command : List.of("frames", "tags", "blank")) {
            debug(all, command);
        }
    }

    private static void tables(List<OldName> all) {
        for (String form : List.of("text", "csv", "json")) {
            same(all, "csv summary", "--" + form, "--format", form);
            same(all, "csv ocr-summary", "--" + form, "--format", form);
        }
        same(all, "csv group", "-c");
        same(all, "csv group", "--csv");
        same(all, "csv group", "-g", "--by");
        same(all, "csv group", "--groupby", "--by");
        same(all, "csv group", "-p", "--print");
        same(all, "csv sample", "-1", "-n", "1");
        same(all, "csv sample", "-c");
        same(all, "csv sample", "-F", "--filter");
        for (String command : List.of("csv group", "csv sample", "csv summary")) {
            debug(all, command);
        }
    }

    private static void others(List<OldName> all) {
        for (String list :
                List.of(
                        "rects",
                        "text",
                        "tags",
                        "tagged",
                        "done",
                        "rects-for-tagged",
                        "text-for-tagged")) {
            same(all, "db " + list, "--csv", "--format", "csv");
            same(all, "db " + list, "--json", "--format", "json");
        }
        same(all, "db rects", "-r", "--only", "rectangles");
        same(all, "db rects", "-s", "--only", "summaries");
        for (String option : List.of("-c", "--csv", "--db")) {
            answered(all, "db import", option, IMPORT);
        }
        same(all, "rules from-db", "--db");
        same(all, "rules test", "--csv", "--write-csv");
        same(all, "rules test", "--json", "--write-json");
        same(all, "allowlist build", "--build");
        same(all, "allowlist build", "--reduce", "--reduced");
        answered(all, "allowlist build", "--fetch", NETWORK);
        answered(all, "allowlist build", "--fetchbuild", NETWORK);
    }

    private static void debug(List<OldName> all, String command) {
        answered(all, command, "-d", DEBUG);
        answered(all, command, "--debug", DEBUG);
    }

    private static void same(List<OldName> all, String command, String old, String... becomes) {
        all.add(new OldName(qualified(command), old, List.of(becomes), ""));
    }

    private static void answered(List<OldName> all, String command, String old, String answer) {
        all.add(new OldName(qualified(command), old, List.of(), answer));
    }

    private static String qualified(String command) {
        return ("pixelanon " + command).strip();
    }
}
