package org.pixelanon.pipeline.report;

import java.nio.file.Path;
import java.util.List;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.SearchResult;

/**
 * How a run ended.
 *
 * @param files one entry per input, in input order
 * @param ignored files met in folders that are not DICOM
 * @param odd what was met in folders and is not a file: pipes, sockets, devices, links to folders
 *     or to nothing
 * @param told what people are told of files that ended well
 */
public record RunResult(List<FileResult> files, List<Path> ignored, List<Path> odd, Told told) {

    /** Why files are skipped that hold bytes. */
    public static final String NOT_DICOM = "not DICOM";

    /** Why others are. */
    public static final String NO_FILES = "pipes, sockets, devices, links to folders, broken links";

    /** What people are told of files that ended well. */
    public enum Told {
        /** The outcome: outputs were asked for. */
        OUTCOME,
        /** That they were read, nothing of what they hold. */
        READ,
        /** What a search found. */
        FOUND
    }

    /** Copies the lists. */
    public RunResult {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
        odd = List.copyOf(odd);
    }

    /**
     * What was met in folders and is none of the files, in words.
     *
     * @return what stands behind the totals, with its separator; empty if there was none
     */
    public String passedOver() {
        return counted(ignored.size(), NOT_DICOM) + counted(odd.size(), NO_FILES);
    }

    /**
     * Files that were skipped, in words.
     *
     * @param number how many
     * @param why for what
     * @return what stands behind the totals, with its separator; empty if there was none
     */
    public static String counted(long number, String why) {
        return number == 0
                ? ""
                : "; " + number + (number == 1 ? " file" : " files") + " skipped: " + why;
    }

    /**
     * How many inputs ended in a certain way.
     *
     * @param outcome the way
     * @return the number
     */
    public long count(Outcome outcome) {
        return files.stream().filter(f -> f.outcome() == outcome).count();
    }

    /** What is told of a file, as a word for reports. */
    String label(FileResult file) {
        return switch (told) {
            case FOUND -> file.search().label();
            case READ -> file.outcome() == Outcome.CLEAN ? "Read" : file.outcome().label();
            case OUTCOME -> file.outcome().label();
        };
    }

    /**
     * How many searches ended in a certain way.
     *
     * @param found the way
     * @return the number
     */
    public long count(SearchResult found) {
        return files.stream().filter(f -> f.search() == found).count();
    }

    /**
     * The exit code of a command that made this run.
     *
     * @return 0 all Clean or Redacted, or searched; 1 some Failed or nothing to work on, 3 some
     *     NeedsReview and none Failed
     */
    public int exitCode() {
        if (files.isEmpty() || count(Outcome.FAILED) > 0) {
            return 1;
        }
        return count(Outcome.NEEDS_REVIEW) > 0 ? 3 : 0;
    }
}
