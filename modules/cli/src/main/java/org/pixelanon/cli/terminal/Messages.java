package org.pixelanon.cli.terminal;

import java.util.regex.Pattern;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Printable;

/** Exceptions as one line for users. */
public final class Messages {

    /** User and password in a URL. */
    private static final Pattern IN_URL = Pattern.compile("(\\b[A-Za-z][A-Za-z0-9+.-]*://)\\S*@");

    private Messages() {}

    /** A line without user and password in URLs. */
    public static String withoutLogins(String line) {
        return IN_URL.matcher(line).replaceAll("$1…@");
    }

    /** The reason why a command ended; commands that are methods wrap errors. */
    public static String of(Throwable e) {
        if (e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError) {
            return "not enough memory; set PIXELANON_JAVA_OPTS=-Xmx4g for more";
        }
        return FailureText.of(e);
    }

    /** The outcome of a file and the reason, which may already begin with its name. */
    public static String ofFile(String label, String name, String reason) {
        return label + ": " + Printable.of(reason.startsWith(name) ? reason : name + ": " + reason);
    }
}
