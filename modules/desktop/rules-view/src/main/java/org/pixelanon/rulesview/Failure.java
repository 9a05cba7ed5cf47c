package org.pixelanon.rulesview;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.rules.RulesException;

/**
 * Why something did not work, without patient text.
 *
 * @param why for people
 * @param line 1-based line of the rules; 0 if it is about no line
 * @param stopped whether the user stopped it
 */
@Messages({"# {0} - file", "MSG_NoSuchFile={0}: no such file"})
record Failure(String why, int line, boolean stopped) {

    static Failure of(@Nullable Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        int line = cause instanceof RulesException e ? e.line() : 0;
        return new Failure(why(cause), line, cause instanceof CancellationException);
    }

    /** Messages of foreign exceptions may quote values of a file, so only their type is told. */
    private static String why(@Nullable Throwable cause) {
        if (cause == null) {
            return "";
        }
        if (cause instanceof NoSuchFileException e) {
            return Bundle.MSG_NoSuchFile(e.getFile());
        }
        boolean ours = cause.getClass().getName().startsWith("org.pixelanon.");
        return ours ? String.valueOf(cause.getMessage()) : cause.getClass().getSimpleName();
    }
}
