package org.pixelanon.cli.old;

import java.util.ArrayList;
import java.util.List;

/** What old words of command lines mean, command by command; see {@link OldNames}. */
public final class OldNameTable {

    private static final String FORMS = "scanned forms are blanked by 'anonymise --forms blank'";
    private static final String LEARN =
            "a model of scanned forms is made by 'pixelanon forms train TABLE -o FILE' and tried by 'forms test'";
    private static final String RECOGNISER =
            "EasyOCR is not in this version; text is read by Tesseract, which is built in, or by what 'pixelanon engines' lists";
    private static final String DEBUG =
            "there is no debug mode; -v tells what became of each file, --report all of it";
    private static final String RENAME =
            "copies keep the names of their inputs below -o OUT; -o FILE.dcm names the copy of one input";
    private static final String EXCEPT =
            "text is searched everywhere; --us-regions blanks what lies outside the regions, and ocr --except-us-regions leaves that out of its rows";
    private static final String TEXT =
            "text of frames is read by 'pixelanon ocr FILES --rects --write-csv FILE'";
    private static final String BESIDE =
            "pictures are never written beside the input: give a folder, as in 'frames FILES -x DIR -f png'";
    private static final String NETWORK =
            "nothing is fetched from the network; --glossary FILE names the words";
    private static final String LIST =
            "rectangles out of a list are blanked by 'redact --csv FILE'; a list of files is an INPUT; --write-csv FILE writes the rectangles";
    private static final String IMPORT = "write 'pixelanon db import DB FILE'";

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
        answered(all, "", "extract", "the tags of files are written by 'tags --profile bia'");
        answered(all, "", "dcmaudit", "the workbench is opened by 'pixelanon workbench FILES'");
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
