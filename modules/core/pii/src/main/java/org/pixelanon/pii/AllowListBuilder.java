package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes an allow-list: exposure values in every order, words of views in every order, and words of
 * a glossary, each taken as it is written. One Python expression a line.
 */
public final class AllowListBuilder {

    /** What a letter O is that was read for a zero. */
    private static final String FIGURE = "[0-9Oo]";

    private static final String IS = "( |:|: |=|\\.|\\.:)?";

    private static final List<String> EXPOSURE =
            List.of(
                    "[Dd][Aa][Pp]"
                            + IS
                            + "( - )?("
                            + FIGURE
                            + "{1,2}\\.)?"
                            + FIGURE
                            + "{2} e\\("
                            + FIGURE
                            + "\\)( mGycm2)?",
                    "[Kk][Vv][Pp]?"
                            + IS
                            + FIGURE
                            + "{2,3} mAs"
                            + IS
                            + FIGURE
                            + "{1,2}(\\.[0-9]{2})?",
                    "[Rr][Ee][Xx]"
                            + IS
                            + "("
                            + FIGURE
                            + "{1,3}|("
                            + FIGURE
                            + "{1,3})?[ .]"
                            + FIGURE
                            + "{2}\\."
                            + FIGURE
                            + "{2}\\."
                            + FIGURE
                            + "{2})");

    private static final String PARTING = "(:|\\.| |: )?";

    /** Any of these may stand before or behind any other, one of each row at most. */
    private static final List<List<String>> VIEWS =
            List.of(
                    List.of("l", "lt", "left", "r", "rt", "right"),
                    List.of("pa", "ap"),
                    List.of("mobile", "portable", "port"),
                    List.of("under trolley"),
                    List.of("resus", "in resus"),
                    positions());

    /** Where the position stands in {@link #VIEWS}. */
    private static final int POSITION = VIEWS.size() - 1;

    private static final String NUMBER_OF_IMAGE = "(?i)[123]( of |of | of|of|/)[123]";
    private static final String ROTATION =
            "(?i)([rl] )?(ext|int)(ernal)?([ -]rot(ation)?)?( [rl])?";

    private static final List<String> WORDS =
            List.of(
                    "ankle",
                    "diabetes",
                    "elbow",
                    "expiration",
                    "knee",
                    "little finger",
                    "middle finger",
                    "red dot",
                    "ring finger",
                    "skull");

    private static final String SPECIAL = "\\.^$*+?{}[]()|";

    private AllowListBuilder() {}

    private static List<String> positions() {
        List<String> all = new ArrayList<>(List.of("sitting", "standing"));
        for (String how : List.of("", "semi ", "semi-")) {
            all.add(how + "erect");
            all.add(how + "supine");
        }
        for (String weight : List.of("weight ", "wt ", "weight-", "weight")) {
            all.add(weight + "bearing");
        }
        for (String beam : List.of("hb", "horizontal beam")) {
            for (String lateral : List.of("", " l", " lateral", "l")) {
                all.add(beam + lateral);
            }
        }
        return all;
    }

    /**
     * Makes the list.
     *
     * @param glossary words and phrases, each released in any case as it is written
     * @param reduced whether the position stands last: a sixth of the expressions for views
     * @return one expression a line
     */
    public static List<String> build(Collection<String> glossary, boolean reduced) {
        List<String> lines = new ArrayList<>();
        for (List<Integer> order : orders(EXPOSURE.size())) {
            lines.add(
                    "("
                            + EXPOSURE.get(order.get(0))
                            + PARTING
                            + ")?("
                            + EXPOSURE.get(order.get(1))
                            + PARTING
                            + ")?"
                            + EXPOSURE.get(order.get(2)));
        }
        lines.add(NUMBER_OF_IMAGE);
        for (List<Integer> order : orders(VIEWS.size())) {
            if (!reduced || order.get(POSITION) == POSITION) {
                lines.add(views(order));
            }
        }
        lines.add(ROTATION);
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, word));
        for (String word : glossary) {
            String plain = word.strip();
            if (!plain.isEmpty()) {
                words.putIfAbsent(plain.toLowerCase(Locale.ROOT), plain);
            }
        }
        words.values().forEach(word -> lines.add("(?i)" + escaped(word)));
        return lines;
    }

    /** One expression: those before the last may be missing. */
    private static String views(List<Integer> order) {
        StringBuilder line = new StringBuilder("(?i)");
        for (int i = 0; i < order.size(); i++) {
            String one =
                    VIEWS.get(order.get(i)).stream()
                            .map(AllowListBuilder::escaped)
                            .collect(Collectors.joining("|", "(", ")"));
            line.append(i + 1 < order.size() ? "(" + one + " )?" : one);
        }
        return line.toString();
    }

    /** All orders of the numbers below n. */
    private static List<List<Integer>> orders(int n) {
        List<List<Integer>> all = new ArrayList<>();
        all.add(List.of());
        for (int length = 0; length < n; length++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : all) {
                for (int next = 0; next < n; next++) {
                    if (!order.contains(next)) {
                        List<Integer> more = new ArrayList<>(order);
                        more.add(next);
                        longer.add(more);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    /** An expression for a text as it is written. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
