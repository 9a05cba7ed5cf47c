package org.pixelanon.pii.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pii.token.Item.Strength;

/**
 * Finds the reading of a line in which every part is harmless, if there is one, and of several the
 * one with the fewest mistakes. Immutable and thread-safe.
 */
public final class LineGrammar {

    private static final int SURE = 1;
    private static final int BODY = 2;
    private static final int UNSURE = 4;
    private static final int SHORT = 8;
    private static final int MARKER = 16;
    private static final int MORE = 32;
    private static final int LOOSE = 64;
    private static final int ALONE = 128;
    private static final int STATES = 256;

    private static final int MOST_PARTS = 150;
    private static final int MOST_MISTAKES = 4;

    private static final int SHORT_NAME = 4;

    /** Shorter words are initials at most. */
    private static final int SHORTEST_NAME = 3;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** Hardly a name of so many letters is one mistake away from a word of the vocabulary. */
    private static final int LONG = 7;

    private static final Pattern BROKEN =
            Pattern.compile("\\p{Lu}\\p{Ll}\\p{Lu}|^l\\p{Lu}{2}|\\p{Lu}{2}l$");

    /** What one mistake of recognition leaves of the confidence. */
    private static final double MISTAKE = 0.8;

    /** Specks beside a line; no sign that stands for a letter or digit, no sign with a meaning. */
    private static final Pattern EDGES =
            Pattern.compile(
                    "^[\\s\"'`´“”„‘’«»()\\[\\]{}_~^*:;,—–×✕+]+|^[.](?![0-9])|[\\s\"'`´“”„‘’«»()\\[\\]{}_~^*.,:;]+$");

    /** Specks inside a word. */
    private static final Pattern SPECKS =
            Pattern.compile("[~'’`\"|](?=\\S)|(?<=\\S)[~'’`\"|]|(?<=\\p{Ll}{3})-(?=\\p{Ll}{2})");

    /** Signs that part words and say nothing. */
    private static final String JOINING = "↑↓→←/,;:-–—.()[]|+&>=°'_*~^•×%<";

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final ValueItems values = new ValueItems(vocabulary);
    private final Forms forms = new Forms();
    private final NameModel model = new NameModel();

    /** One way to the beginning of a part. */
    private record Way(@Nullable Way before, @Nullable Item item, int state, int mistakes) {}

    /**
     * Says what a line is.
     *
     * @param text as read
     * @return its parts; one unknown part if no reading explains all of them
     */
    public TypedLine type(String text) {
        TypedLine line = typed(text);
        String clean = SPECKS.matcher(text).replaceAll("");
        return line.harmless() || clean.equals(text) ? line : typed(clean);
    }

    /**
     * Returns whether a line holds a word that is a name, is one mistake away from one, or is built
     * like one.
     *
     * @param text as it may have been
     * @param but words that count for nothing
     * @return true if one of its words of three letters and more may be a name
     */
    public boolean mayHoldName(String text, Set<String> but) {
        Corrections corrections = vocabulary.corrections();
        return words(text).stream()
                .filter(word -> word.length() >= SHORTEST_NAME && !but.contains(word))
                .anyMatch(word -> corrections.mayBeName(word) || model.isLikeName(word));
    }

    /**
     * Returns whether a line holds a word that is a name.
     *
     * @param text as it may have been
     * @param but words that count for nothing
     * @return true if one of its words of three letters and more is in the list of names
     */
    public boolean holdsName(String text, Set<String> but) {
        Corrections corrections = vocabulary.corrections();
        return words(text).stream()
                .filter(word -> word.length() >= SHORTEST_NAME && !but.contains(word))
                .anyMatch(corrections::isName);
    }

    /**
     * The words of a line.
     *
     * @param text as it may have been
     * @return runs of letters
     */
    public static Set<String> words(String text) {
        return NO_LETTERS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private TypedLine typed(String text) {
        Atoms atoms = new Atoms(EDGES.matcher(text).replaceAll(""));
        if (atoms.size() == 0 || atoms.size() > MOST_PARTS) {
            return unknown();
        }
        Way[][] ways = new Way[atoms.size() + 1][STATES];
        ways[0][0] = new Way(null, null, 0, 0);
        for (int from = 0; from < atoms.size(); from++) {
            if (hasWay(ways[from])) {
                for (Item item : items(atoms, from)) {
                    for (Way way : ways[from]) {
                        extend(way, item, ways);
                    }
                }
            }
        }
        Way best = null;
        for (Way way : ways[atoms.size()]) {
            if (way != null && accepts(way) && (best == null || way.mistakes() < best.mistakes())) {
                best = way;
            }
        }
        return best == null ? unknown() : line(best);
    }

    private static boolean hasWay(Way[] ways) {
        for (Way way : ways) {
            if (way != null) {
                return true;
            }
        }
        return false;
    }

    private static void extend(@Nullable Way way, Item item, Way[][] ways) {
        if (way == null) {
            return;
        }
        int state = after(way.state(), item);
        int mistakes = way.mistakes() + item.mistakes();
        Way old = ways[item.to()][state];
        if (mistakes <= MOST_MISTAKES && (old == null || old.mistakes() > mistakes)) {
            ways[item.to()][state] = new Way(way, item, state, mistakes);
        }
    }

    private static int after(int state, Item item) {
        int next =
                switch (item.strength()) {
                    case SURE -> state | SURE;
                    case BODY -> state | SURE | BODY;
                    case UNSURE -> state | UNSURE;
                    case SHORT -> state | SHORT;
                    case MARKER -> state | ((state & MARKER) != 0 ? MORE : MARKER);
                    case ALONE -> state | ((state & ALONE) != 0 ? MORE : ALONE);
                    case JOIN -> state;
                };
        return item.firm() ? next : next | LOOSE;
    }

    private static boolean accepts(Way way) {
        int state = way.state();
        if ((state & ALONE) != 0) {
            return (state & ~LOOSE) == ALONE;
        }
        boolean sure = (state & SURE) != 0;
        boolean marker = (state & MARKER) != 0 && (state & (MORE | UNSURE | SHORT)) == 0;
        boolean confirmed = (state & SHORT) == 0 || (state & BODY) != 0;
        return (sure || marker) && confirmed;
    }

    private List<Item> items(Atoms atoms, int from) {
        List<Item> found = new ArrayList<>();
        if (isJoin(atoms, from)) {
            found.add(new Item(from, from + 1, TokenType.SCREEN, Strength.JOIN, "sign", 0, true));
        }
        if (isIndex(atoms, from)) {
            found.add(new Item(0, 2, TokenType.SCREEN, Strength.UNSURE, "index", 0, true));
        }
        for (Vocabulary.Match match : vocabulary.at(atoms, from)) {
            Vocabulary.Entry entry = match.entry();
            boolean mayStand =
                    !entry.label()
                            && entry.doubt() != Vocabulary.Doubt.NAME
                            && isBelieved(atoms.between(from, match.to()), match);
            if (mayStand && endsWord(atoms, match.to())) {
                found.add(
                        new Item(
                                from,
                                match.to(),
                                entry.type(),
                                strength(atoms, from, match),
                                "word (" + entry.place() + ")",
                                match.mistakes(),
                                match.mistakes() == 0));
            }
        }
        values.add(atoms, from, found);
        forms.add(atoms, from, found);
        return found;
    }

    /** The number of a preset or page before its name: {@code 3: PELVIS}. */
    private static boolean isIndex(Atoms atoms, int from) {
        return from == 0
                && atoms.size() > 2
                && atoms.get(0).kind() == Atoms.Kind.NUMBER
                && atoms.get(0).plain().length() == 1
                && atoms.isSign(1, ":")
                && atoms.get(2).kind() == Atoms.Kind.WORD;
    }

    /** A point or stroke at once behind a number belongs to it: a date is written so. */
    private static boolean isJoin(Atoms atoms, int at) {
        boolean ofNumber =
                at > 0
                        && at + 1 < atoms.size()
                        && atoms.get(at - 1).kind() == Atoms.Kind.NUMBER
                        && !atoms.get(at).spaced()
                        && !atoms.get(at + 1).spaced()
                        && atoms.isSign(at, ".,:-/–—'_");
        return !ofNumber && atoms.isSign(at, JOINING);
    }

    /** Letters and digits that follow at once belong to the word. */
    private static boolean endsWord(Atoms atoms, int to) {
        return to >= atoms.size()
                || atoms.get(to).spaced()
                || atoms.get(to).kind() == Atoms.Kind.SIGN;
    }

    /** Four letters read for four others may be any name; a digit among them tells of a mistake. */
    private boolean isBelieved(String read, Vocabulary.Match match) {
        return match.mistakes() == 0
                || read.length() > SHORT_NAME
                || isBroken(read)
                || (read.length() == SHORT_NAME && !model.isLikeName(read));
    }

    /** Whether a word holds a digit, or a small letter among capitals. */
    private static boolean isBroken(String read) {
        return read.chars().anyMatch(Character::isDigit) || BROKEN.matcher(read).find();
    }

    private Strength strength(Atoms atoms, int from, Vocabulary.Match match) {
        Vocabulary.Entry entry = match.entry();
        if (entry.isShort()) {
            return Strength.SHORT;
        }
        if (entry.doubt() == Vocabulary.Doubt.RELEASED) {
            return Strength.ALONE;
        }
        // letters read for letters may be a name that no list has
        String read = atoms.between(from, match.to());
        boolean phrase = entry.key().indexOf(' ') > 0;
        boolean sound =
                phrase
                        || isBroken(read)
                        || (read.length() > SHORT_NAME && !model.isLikeName(read))
                        || (read.length() >= LONG && match.mistakes() == 1);
        if (entry.doubt() == Vocabulary.Doubt.RARE_NAME || (match.mistakes() > 0 && !sound)) {
            return Strength.UNSURE;
        }
        boolean body =
                entry.body()
                        || entry.type() == TokenType.ANATOMY
                        || entry.type() == TokenType.MEASUREMENT
                        || entry.type() == TokenType.PROBE;
        return body ? Strength.BODY : Strength.SURE;
    }

    private static TypedLine line(Way way) {
        List<Token> tokens = new ArrayList<>();
        for (Way at = way; at != null && at.item() != null; at = at.before()) {
            Item item = at.item();
            if (item.strength() != Strength.JOIN) {
                double confidence = Math.pow(MISTAKE, item.mistakes());
                tokens.add(new Token(item.type(), item.rule(), confidence));
            }
        }
        Collections.reverse(tokens);
        return new TypedLine(tokens, true, (way.state() & LOOSE) == 0);
    }

    private static TypedLine unknown() {
        Token unknown = new Token(TokenType.UNKNOWN, "", 1);
        return new TypedLine(List.of(unknown), false, false);
    }
}
