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
 * Says that text is sensitive if an expression of the user's file matches it entirely, with the
 * blanks at its ends or without.
 */
public final class DenyList implements PiiDetector {

    private final RegexList list;

    private DenyList(RegexList list) {
        this.list = list;
    }

    /**
     * Reads a file.
     *
     * @param file one Python regular expression a line, UTF-8
     * @return the list
     * @throws PiiException if the file cannot be read, or naming the lines that are broken
     */
    public static DenyList read(Path file) throws PiiException {
        return new DenyList(RegexFile.read(file));
    }

    /**
     * A list from lines.
     *
     * @param lines one expression each; empty lines are skipped
     * @return the list
     * @throws PiiException naming the 1-based lines that are broken
     */
    public static DenyList of(List<String> lines) throws PiiException {
        return new DenyList(RegexFile.of(lines, "deny-list"));
    }

    @Override
    public String name() {
        return "denylist";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        OptionalInt written = list.line(text, true);
        OptionalInt line = written.isPresent() ? written : list.line(text.strip(), true);
        return line.isPresent()
                ? Optional.of(
                        new Opinion(
                                true,
                                new Reason(
                                        Reason.Kind.PATTERN, "deny-list line " + line.getAsInt())))
                : Optional.empty();
    }
}
