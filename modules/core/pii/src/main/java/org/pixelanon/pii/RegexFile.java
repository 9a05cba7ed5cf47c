package org.pixelanon.pii;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.pixelanon.model.FailureText;
import org.pixelanon.pii.regex.PythonRegex;
import org.pixelanon.pii.regex.PythonRegexParser;
import org.pixelanon.pii.regex.RegexList;

/** Lists of expressions as users keep them: one Python expression a line, UTF-8. */
final class RegexFile {

    private static final int MOST_REPORTED = 5;

    private RegexFile() {}

    /**
     * The lines of a file, without a byte order mark.
     *
     * @throws PiiException if the file cannot be read
     */
    static List<String> lines(Path file) throws PiiException {
        try {
            return unmarked(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new PiiException(file + ": not UTF-8", e);
        } catch (IOException e) {
            throw new PiiException(file + ": cannot be read: " + FailureText.reason(e), e);
        }
    }

    /** The lines without a byte order mark. */
    static List<String> unmarked(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith("\uFEFF")) {
            return lines;
        }
        List<String> unmarked = new ArrayList<>(lines);
        unmarked.set(0, lines.get(0).substring(1));
        return unmarked;
    }

    /**
     * Reads a file; empty lines are skipped.
     *
     * @throws PiiException if the file cannot be read, or naming the lines that are broken
     */
    static RegexList read(Path file) throws PiiException {
        return of(lines(file), file.toString());
    }

    /**
     * A list of expressions; empty lines are skipped.
     *
     * @param name what holds the lines
     * @throws PiiException naming the 1-based lines that are broken
     */
    static RegexList of(List<String> lines, String name) throws PiiException {
        List<String> plain = unmarked(lines);
        PythonRegexParser parser = new PythonRegexParser();
        List<PythonRegex> expressions = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            if (plain.get(i).isBlank()) {
                continue;
            }
            try {
                expressions.add(parser.parse(plain.get(i), i + 1));
            } catch (PatternSyntaxException e) {
                broken.add("line " + (i + 1) + ": " + e.getDescription());
            }
        }
        if (!broken.isEmpty()) {
            int shown = Math.min(MOST_REPORTED, broken.size());
            String more = broken.size() > shown ? " and " + (broken.size() - shown) + " more" : "";
            throw new PiiException(
                    name + ": " + String.join("; ", broken.subList(0, shown)) + more);
        }
        return new RegexList(expressions);
    }
}
