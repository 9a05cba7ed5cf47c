package org.pixelanon.pii.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.token.TokenType;

/**
 * Which texts a user wants kept and blanked.
 *
 * @param profile what is released at all
 * @param kept the harmless types that our own knowledge and detectors of extensions may release
 * @param blanked the types that nothing may release, not even the user's allow-list
 */
public record ReleasePolicy(Profile profile, Set<TokenType> kept, Set<TokenType> blanked) {

    private static final Set<TokenType> HARMLESS = types(true);
    private static final Set<TokenType> KNOWN =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(TokenType.UNKNOWN)));

    private static final String NOT_KEPT = " not kept";
    private static final String EVERYTHING = "all";
    private static final String NOTHING = "none";

    /** What is known to be harmless is released. */
    public static final ReleasePolicy SAFE = new ReleasePolicy(Profile.SAFE, HARMLESS, Set.of());

    /** Copies the sets. */
    public ReleasePolicy {
        kept = Set.copyOf(kept);
        blanked = Set.copyOf(blanked);
    }

    /**
     * The policy that words name.
     *
     * @param profile {@code safe}, {@code research} or {@code all}
     * @param keep harmless types, such as {@code measurements}, or {@code all} or {@code none}
     *     alone
     * @param blank types, such as {@code dates}; may be empty. What is named in both is blanked
     * @return the policy
     * @throws IllegalArgumentException naming a word that is unknown and those that there are
     */
    public static ReleasePolicy of(String profile, List<String> keep, List<String> blank) {
        return new ReleasePolicy(
                profile(profile), kept(keep), named("--blank", blank, blankWords(), "known are "));
    }

    /**
     * The same with commas between the words, as settings are kept.
     *
     * @param profile as for lists
     * @param keep as for lists
     * @param blank as for lists
     * @return the policy
     * @throws IllegalArgumentException as for lists
     */
    public static ReleasePolicy of(String profile, String keep, String blank) {
        return of(
                profile,
                List.of(keep.split(",")),
                blank.isBlank() ? List.of() : List.of(blank.split(",")));
    }

    /**
     * The words that {@code --keep} knows beside {@code all} and {@code none}.
     *
     * @return one for each harmless type, in their order
     */
    public static List<String> keepWords() {
        return EnumSet.copyOf(HARMLESS).stream().map(TypeWords::listed).toList();
    }

    /**
     * The words that {@code --blank} knows.
     *
     * @return one for each type but the unknown, in their order
     */
    public static List<String> blankWords() {
        return EnumSet.copyOf(KNOWN).stream().map(TypeWords::listed).toList();
    }

    private static Profile profile(String word) {
        for (Profile profile : Profile.values()) {
            if (word.strip().equalsIgnoreCase(profile.name())) {
                return profile;
            }
        }
        String all =
                EnumSet.allOf(Profile.class).stream()
                        .map(p -> p.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "--profile: unknown value '" + word.strip() + "'; known are " + all);
    }

    private static Set<TokenType> kept(List<String> words) {
        if (words.size() == 1) {
            String only = words.get(0).strip().toLowerCase(Locale.ROOT);
            if (only.equals(EVERYTHING)) {
                return HARMLESS;
            }
            if (only.equals(NOTHING)) {
                return Set.of();
            }
        }
        return named("--keep", words, keepWords(), "known are all, none, or ");
    }

    private static Set<TokenType> named(
            String option, List<String> words, List<String> there, String are) {
        Set<TokenType> types = EnumSet.noneOf(TokenType.class);
        for (String word : words) {
            types.add(
                    TypeWords.type(word)
                            .filter(type -> there.contains(TypeWords.listed(type)))
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    option
                                                            + ": unknown value '"
                                                            + word.strip()
                                                            + "'; "
                                                            + are
                                                            + String.join(", ", there))));
        }
        return types;
    }

    private static Set<TokenType> types(boolean harmless) {
        Set<TokenType> types = EnumSet.noneOf(TokenType.class);
        for (TokenType type : TokenType.values()) {
            if (type.isHarmless() == harmless) {
                types.add(type);
            }
        }
        return Collections.unmodifiableSet(types);
    }

    /**
     * Returns whether the type of a word is kept.
     *
     * @param word of {@link #keepWords}
     * @return true if such text may be released
     */
    public boolean keeps(String word) {
        return TypeWords.type(word).filter(kept::contains).isPresent();
    }

    /**
     * Returns whether the type of a word is blanked.
     *
     * @param word of {@link #blankWords}
     * @return true if nothing may release such text
     */
    public boolean blanks(String word) {
        return TypeWords.type(word).filter(blanked::contains).isPresent();
    }

    /**
     * Returns whether every harmless type is kept.
     *
     * @return true for what {@code --keep all} says
     */
    public boolean keepsAll() {
        return kept.containsAll(HARMLESS);
    }

    /**
     * Why a harmless text of a type is hidden.
     *
     * @param type a type that is not kept
     * @return the reason
     */
    public static Reason notKept(TokenType type) {
        String subject = type == TokenType.UNKNOWN ? "other text is" : TypeWords.subject(type);
        return new Reason(Reason.Kind.POLICY, subject + NOT_KEPT);
    }

    /**
     * Why a text that a list may have released is hidden.
     *
     * @param type a type that is blanked
     * @return the reason
     */
    public static Reason blanked(TokenType type) {
        return new Reason(Reason.Kind.POLICY, TypeWords.subject(type) + " blanked");
    }

    /**
     * The type that a reason of a policy names.
     *
     * @param reason a reason
     * @return empty if it is not of a policy, or names no type
     */
    public static Optional<TokenType> type(Reason reason) {
        return reason.kind() == Reason.Kind.POLICY
                ? TypeWords.type(reason.detail().split(" ", 2)[0])
                : Optional.empty();
    }

    /**
     * Returns whether a text was hidden although it is harmless, so that what stands beside it need
     * not be hidden with it.
     *
     * @param reason why it was hidden
     * @return true if its type is not kept
     */
    public static boolean isOfHarmless(Reason reason) {
        return reason.kind() == Reason.Kind.POLICY && reason.detail().endsWith(NOT_KEPT);
    }
}
