package org.pixelanon.pii;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;

/**
 * Judges by lists of regular expressions that must match the whole text: the user's allow-list and
 * deny-list, and our own small list of markers, views and technique. Release is exact, never fuzzy.
 */
public final class ListDetector implements PiiDetector {

    private final String name;
    private final PatternList list;
    private final boolean sensitive;
    private final Reason.Kind kind;

    private ListDetector(String name, PatternList list, boolean sensitive, Reason.Kind kind) {
        this.name = name;
        this.list = list;
        this.sensitive = sensitive;
        this.kind = kind;
    }

    /**
     * The user's allow-list.
     *
     * @param file one regular expression a line
     * @return a detector that says harmless
     * @throws PiiException if it cannot be read; the message names the line
     */
    public static ListDetector allow(Path file) throws PiiException {
        return new ListDetector("allowlist", PatternList.read(file), false, Reason.Kind.ALLOW_LIST);
    }

    /**
     * The user's deny-list.
     *
     * @param file one regular expression a line
     * @return a detector that says sensitive
     * @throws PiiException if it cannot be read; the message names the line
     */
    public static ListDetector deny(Path file) throws PiiException {
        return new ListDetector("denylist", PatternList.read(file), true, Reason.Kind.PATTERN);
    }

    /**
     * Our own list of side markers, views, positions and technique.
     *
     * @return a detector that says harmless
     * @throws PiiException if the installation lacks the list
     */
    public static ListDetector builtIn() throws PiiException {
        try (InputStream in = ListDetector.class.getResourceAsStream("harmless.txt")) {
            if (in == null) {
                throw new PiiException("the built-in list is missing", null);
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                PatternList list = PatternList.of(lines.lines().toList(), "harmless.txt");
                return new ListDetector("built-in", list, false, Reason.Kind.BUILT_IN_LIST);
            }
        } catch (IOException e) {
            throw e instanceof PiiException p
                    ? p
                    : new PiiException("the built-in list cannot be read", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        OptionalInt line = list.match(text.strip());
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Opinion(
                                sensitive, new Reason(kind, name + " line " + line.getAsInt())));
    }
}
