package org.pixelanon.cli.log;

import java.lang.System.Logger.Level;
import org.pixelanon.model.Outcome;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.PathWords;

/** Logs the events of a command and the outcomes of files; paths are written as in reports. */
public final class RunLog {

    private static final System.Logger LOG = System.getLogger("org.pixelanon.run");

    private RunLog() {}

    /** Logs that a command began. */
    public static void begun(String command, String version) {
        LOG.log(Level.INFO, () -> command + " begins, PixelAnon " + version);
    }

    /** Logs that a command ended. */
    public static void ended(String command, int code) {
        Level level = code == 0 ? Level.INFO : Level.WARNING;
        LOG.log(level, () -> command + " ended with exit code " + code);
    }

    /** Logs that a command failed as a whole. */
    public static void failed(Throwable why) {
        LOG.log(Level.ERROR, "the command failed", why);
    }

    /** Logs the totals of a run as printed. */
    public static void totals(String words) {
        LOG.log(Level.INFO, () -> words);
    }

    /** Logs the outcome of a file. */
    public static void file(FileResult file, PathWords words) {
        boolean bad = file.outcome() == Outcome.FAILED || file.outcome() == Outcome.NEEDS_REVIEW;
        Level level = bad ? Level.WARNING : Level.INFO;
        LOG.log(level, () -> line(file, words));
    }

    private static String line(FileResult file, PathWords words) {
        String reason = file.reason().isEmpty() ? "" : ": " + words.in(file.reason(), file.input());
        return String.format(
                java.util.Locale.ROOT,
                "%s %s, %.3f s%s",
                file.outcome().label(),
                words.of(file.input()),
                file.seconds(),
                reason);
    }
}
