package org.pixelanon.cli.terminal;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.SearchResult;
import org.pixelanon.pipeline.manifest.ManifestTotals;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunReport;
import org.pixelanon.pipeline.report.RunResult;

/** Prints the totals of a run: the number of files by outcome. */
public final class Totals {

    private Totals() {}

    /** Prints the totals, what was not processed, and what is never changed. */
    public static void print(RunResult result, PrintWriter err) {
        String counts =
                switch (result.told()) {
                    case FOUND -> searched(result);
                    case READ -> read(result, "read");
                    case OUTCOME -> outcomes(result);
                };
        String none = result.files().isEmpty() ? " - no input" : "";
        err.println(counts + result.passedOver() + none);
        printLeft(result, err);
        err.println("Note: " + RunReport.SCOPE_NOTE + ".");
        err.flush();
    }

    /** Prints how many files were read, with a word for their outcome. */
    public static String read(RunResult result, String word) {
        long failed = result.count(Outcome.FAILED);
        long read = result.files().size() - failed;
        return read
                + (read == 1 ? " file " : " files ")
                + word
                + (failed > 0 ? ", " + failed + " Failed" : "");
    }

    /** Prints the totals of all files of a manifest. */
    public static void print(ManifestTotals totals, long odd, PrintWriter err) {
        String none = totals.files() == 0 ? " - no input" : "";
        err.println(
                outcomes(totals.files(), totals::count)
                        + RunResult.counted(totals.notDicom(), RunResult.NOT_DICOM)
                        + RunResult.counted(odd, RunResult.NO_FILES)
                        + none);
        err.println("Note: " + RunReport.SCOPE_NOTE + ".");
        err.flush();
    }

    private static String outcomes(RunResult result) {
        return outcomes(result.files().size(), result::count);
    }

    private static String outcomes(long files, ToLongFunction<Outcome> count) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> count.applyAsLong(outcome) + " " + outcome.label())
                .collect(
                        Collectors.joining(
                                ", ", files + (files == 1 ? " file: " : " files: "), ""));
    }

    /** The number of searched files, without those that failed or were searched in part. */
    private static String searched(RunResult result) {
        long hits = result.count(SearchResult.WITH_SENSITIVE_TEXT);
        long without = result.count(SearchResult.WITHOUT);
        long open = result.count(SearchResult.NOT_JUDGED);
        StringBuilder line = new StringBuilder();
        line.append(hits + without + open).append(" searched: ");
        line.append(hits).append(" with sensitive text, ");
        if (open > 0) {
            line.append(open).append(" with text that was not judged, ");
        }
        line.append(without).append(" without; ");
        line.append(result.count(SearchResult.ALREADY_KNOWN)).append(" already known");
        for (SearchResult bad : List.of(SearchResult.NEEDS_REVIEW, SearchResult.FAILED)) {
            if (result.count(bad) > 0) {
                line.append("; ").append(result.count(bad)).append(' ').append(bad.words());
            }
        }
        return line.toString();
    }

    /** Prints one line for all files, since a scanner's private values are in each of thousands. */
    public static void printLeft(RunResult result, PrintWriter err) {
        List<FileResult> told =
                result.files().stream()
                        .filter(f -> f.outcome() != Outcome.NEEDS_REVIEW && !f.left().isEmpty())
                        .toList();
        if (!told.isEmpty()) {
            err.println(
                    "Note: "
                            + told.size()
                            + (told.size() == 1 ? " file contains" : " files contain")
                            + " content that was not processed, such as "
                            + told.get(0).left().get(0).what()
                            + "; --report lists all of it.");
        }
    }
}
