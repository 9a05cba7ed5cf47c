package org.pixelanon.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;

/**
 * Releases a line that is made of nothing but side markers, views, positions and technique, from a
 * list of our own ({@code harmless.txt}). Immutable and thread-safe.
 */
public final class HarmlessList implements PiiDetector {

    private static final String NUMBER = "[0-9Oo]{1,4}([.,][0-9Oo]{1,3})?";

    /** A letter glued to so many digits is an id, or a number whose 1 was read as l. */
    private static final Pattern LIKE_AN_ID = Pattern.compile("[A-Za-z][0-9Oo]{4,}");

    private static final int MOST_WORDS = 60;
    private static final int LONGEST_ITEM = 8;

    private final RegexList items;

    /** Reads the list from the class path. */
    public HarmlessList() {
        try (InputStream in = HarmlessList.class.getResourceAsStream("harmless.txt")) {
            if (in == null) {
                throw new IllegalStateException("harmless.txt is missing from the jar");
            }
            List<String> lines = new ArrayList<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                lines.add(
                        line.startsWith("#") || line.isBlank()
                                ? ""
                                : "(?i)" + line.replace("<n>", NUMBER));
            }
            items = RegexList.of(lines, "harmless.txt");
        } catch (IOException e) {
            throw new UncheckedIOException("harmless.txt in the jar is broken", e);
        }
    }

    @Override
    public String name() {
        return "built-in";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        return isHarmless(text)
                ? Optional.of(new Opinion(false, new Reason(Reason.Kind.BUILT_IN_LIST, "")))
                : Optional.empty();
    }

    private boolean isHarmless(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (text.isBlank() || words.length > MOST_WORDS) {
            return false;
        }
        boolean[] reached = new boolean[words.length + 1];
        reached[0] = true;
        for (int from = 0; from < words.length; from++) {
            StringBuilder item = new StringBuilder();
            for (int to = from;
                    reached[from] && to < words.length && to < from + LONGEST_ITEM;
                    to++) {
                item.append(to > from ? " " : "").append(words[to]);
                String bare = bare(item.toString());
                reached[to + 1] |=
                        !LIKE_AN_ID.matcher(bare).matches() && items.line(bare).isPresent();
            }
        }
        return reached[words.length];
    }

    /** Without the comma or semicolon that parts items. */
    private static String bare(String item) {
        return item.endsWith(",") || item.endsWith(";")
                ? item.substring(0, item.length() - 1)
                : item;
    }
}
