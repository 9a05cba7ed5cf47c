package org.pixelanon.pii;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.regex.RegexList;

/**
 * Releases text that an expression of the user's file matches wholly, exactly, never by
 * resemblance, and never by an expression that has to be given up. Blanks at the ends of a text or
 * of a line of the file count. A file holds one Python expression a line. Immutable and
 * thread-safe.
 */
public final class AllowList implements PiiDetector {

    private final RegexList list;

    private AllowList(RegexList list) {
        this.list = list;
    }

    /**
     * Reads a file.
     *
     * @param file one Python regular expression a line, UTF-8
     * @return the list
     * @throws PiiException if the file cannot be read, or naming the lines that are broken
     */
    public static AllowList read(Path file) throws PiiException {
        return new AllowList(RegexFile.read(file));
    }

    /**
     * A list from lines.
     *
     * @param lines one expression each; empty lines are passed over
     * @return the list
     * @throws PiiException naming the 1-based lines that are broken
     */
    public static AllowList of(List<String> lines) throws PiiException {
        return new AllowList(RegexFile.of(lines, "allow-list"));
    }

    @Override
    public String name() {
        return "allowlist";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        OptionalInt line = list.line(text, false);
        return line.isPresent()
                ? Optional.of(
                        new Opinion(
                                false,
                                new Reason(Reason.Kind.ALLOW_LIST, "line " + line.getAsInt())))
                : Optional.empty();
    }
}
