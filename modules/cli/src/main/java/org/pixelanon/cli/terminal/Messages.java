package org.pixelanon.cli.terminal;

import java.util.regex.Pattern;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Printable;

/** Exceptions as one line for people. */
public final class Messages {

    /** A user and a password in a URL, whatever they hold. */
    private static final Pattern IN_URL = Pattern.compile("(\\b[A-Za-z][A-Za-z0-9+.-]*://)\\S*@");

    private Messages() {}

    /** A line without what stands in a URL before the host: whoever typed it knows it. */
    public static String withoutLogins(String line) {
        return IN_URL.matcher(line).replaceAll("$1…@");
    }

    /** What ended a command; commands that are methods wrap what is no exception. */
    public static String of(Throwable e) {
        if (e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError) {
            return "not enough memory; set PIXELANON_JAVA_OPTS=-Xmx4g for more";
        }
        return FailureText.of(e);
    }

    /** What became of a file and why, which may begin with its name already. */
    public static String ofFile(String label, String name, String reason) {
        return label + ": " + Printable.of(reason.startsWith(name) ? reason : name + ": " + reason);
    }
}
