package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.policy.Profile;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pii.text.PlainText;
import org.pixelanon.pii.token.LineGrammar;
import org.pixelanon.pii.token.NameFilter;
import org.pixelanon.pii.token.Token;
import org.pixelanon.pii.token.TokenType;
import org.pixelanon.pii.token.TypedLine;

/**
 * Applies a policy to an opinion; no other class knows policies. It hides released text, and
 * releases nothing but ages, for {@link Profile#RESEARCH}. Immutable and thread-safe.
 */
final class Release {

    private static final Reason ALL =
            new Reason(Reason.Kind.POLICY, "every text is blanked (profile all)");
    private static final Reason OLD =
            new Reason(Reason.Kind.POLICY, "ages of 90 and over are blanked (profile research)");
    private static final Reason YOUNG =
            new Reason(Reason.Kind.POLICY, "ages under 90 are kept (profile research)");
    private static final Set<String> FORMS_OF_AGES = Set.of("age", "age label");
    private static final Set<TokenType> NUMBERED =
            Set.of(TokenType.MEASUREMENT, TokenType.TECHNIQUE);

    /** A word of fewer letters may be initials. */
    private static final int SHORTEST_WORD = 3;

    /** So many words in a row of a text that is not known as a whole are looked at together. */
    private static final int MOST_WORDS = 4;

    private final ReleasePolicy policy;
    private final LineGrammar grammar;
    private final List<PiiDetector> others;
    private final PatternDetector patterns = new PatternDetector();
    private final OwnTagDetector tags = new OwnTagDetector();
    private final NameFilter names = NameFilter.names();
    private final NameFilter rareNames = NameFilter.rareNames();

    /**
     * @param policy what users want
     * @param grammar types lines
     * @param others detectors of extensions, asked about what patterns would have hidden
     */
    Release(ReleasePolicy policy, LineGrammar grammar, List<PiiDetector> others) {
        this.policy = policy;
        this.grammar = grammar;
        this.others = List.copyOf(others);
    }

    /** The opinion under the policy. */
    Opinion of(String text, Identity identity, Opinion opinion) {
        if (policy.equals(ReleasePolicy.SAFE)) {
            return opinion;
        }
        if (policy.profile() == Profile.ALL) {
            return new Opinion(true, ALL);
        }
        if (opinion.sensitive()) {
            boolean kept = mayBeAge(opinion.reason()) && isYoungAge(text, identity);
            return kept ? new Opinion(false, YOUNG) : opinion;
        }
        return hidden(text, opinion).map(why -> new Opinion(true, why)).orElse(opinion);
    }

    private Optional<Reason> hidden(String text, Opinion opinion) {
        if (policy.profile() == Profile.RESEARCH && Ages.of(text).haveOld()) {
            return Optional.of(OLD);
        }
        TypedLine line = grammar.type(text);
        if (!policy.blanked().isEmpty()) {
            for (TokenType type : shown(text, line)) {
                if (policy.blanked().contains(type)) {
                    return Optional.of(ReleasePolicy.blanked(type));
                }
            }
        }
        if (opinion.reason().kind() == Reason.Kind.ALLOW_LIST || policy.keepsAll()) {
            return Optional.empty();
        }
        return line.tokens().stream()
                .map(Token::type)
                .filter(type -> !policy.kept().contains(type))
                .findFirst()
                .map(ReleasePolicy::notKept);
    }

    /** All that a text may be, in part or as a whole; rather too much than too little. */
    private Set<TokenType> shown(String text, TypedLine line) {
        Set<TokenType> types = EnumSet.noneOf(TokenType.class);
        if (line.harmless()) {
            line.tokens().forEach(token -> types.add(token.type()));
        } else {
            addParts(text, types);
            if (PlainText.words(PlainText.of(text)).stream().anyMatch(w -> isName(w.text()))) {
                types.add(TokenType.NAME);
            }
        }
        for (String form : patterns.forms(text)) {
            if (!line.firm() || !PatternDetector.isOfNumbers(form)) {
                types.add(Explanation.ofForm(form));
            }
        }
        return types;
    }

    private void addParts(String text, Set<TokenType> types) {
        List<String> words = List.of(text.strip().split("\\s+"));
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
                TypedLine part = grammar.type(String.join(" ", words.subList(from, to)));
                if (part.harmless()) {
                    part.tokens().forEach(token -> types.add(token.type()));
                }
            }
        }
    }

    private boolean isName(String word) {
        return word.length() >= SHORTEST_WORD
                && (names.mayBeName(word) || rareNames.mayBeName(word));
    }

    /** Whether nothing but an age, as far as one knows yet, made a text sensitive. */
    private boolean mayBeAge(Reason reason) {
        if (policy.profile() != Profile.RESEARCH || policy.blanked().contains(TokenType.AGE)) {
            return false;
        }
        return switch (reason.kind()) {
            case PATTERN -> FORMS_OF_AGES.contains(reason.detail());
            case OWN_TAG -> reason.detail().equals("PatientAge");
            case UNEXPLAINED -> true;
            default -> false;
        };
    }

    /** Whether a text is ages under 90 and otherwise harmless, whatever detectors were chosen. */
    private boolean isYoungAge(String text, Identity identity) {
        Ages ages = Ages.of(text);
        if (!ages.areUnderNinety() || !FORMS_OF_AGES.containsAll(patterns.forms(text))) {
            return false;
        }
        List<Identity.Value> known = new ArrayList<>(identity.values());
        known.removeIf(value -> value.vr().equals("AS"));
        Identity without = new Identity(known, identity.device());
        boolean hidden =
                tags.judge(text, without).isPresent()
                        || tags.judge(ages.rest(), without).isPresent()
                        || others.stream()
                                .flatMap(d -> d.judge(text, without).stream())
                                .anyMatch(Opinion::sensitive);
        return !hidden && isHarmlessBesideAge(ages.rest());
    }

    /** Beside an age, a word that may be a name or initials is one. */
    private boolean isHarmlessBesideAge(String rest) {
        if (rest.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return true;
        }
        Optional<Opinion> known = HarmlessLines.opinion(grammar.type(rest));
        if (known.isEmpty() || hidden(rest, known.get()).isPresent()) {
            return false;
        }
        boolean numbered =
                grammar.type(rest).tokens().stream().allMatch(t -> NUMBERED.contains(t.type()));
        return numbered
                || PlainText.words(rest).stream()
                        .allMatch(w -> w.text().length() >= SHORTEST_WORD && !isName(w.text()));
    }
}
