package org.pixelanon.pii;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pii.names.NameVeto;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pii.token.LineGrammar;

/**
 * Asks the detectors in a fixed order (decision 0019) and always answers: deny-list, the file's own
 * tags, certain patterns, the user's allow-list, likely patterns, detectors of others, what is
 * known of harmless lines, which the model of names may veto; what none of them explains is
 * sensitive. Immutable and thread-safe.
 */
public final class SensitivityJudge {

    private final List<PiiDetector> detectors;
    private final boolean none;
    private final LineGrammar grammar;
    private final Release release;

    private SensitivityJudge(
            List<PiiDetector> detectors, LineGrammar grammar, boolean none, Release release) {
        this.detectors = List.copyOf(detectors);
        this.none = none;
        this.grammar = grammar;
        this.release = release;
    }

    /**
     * The judge a user asks for, of our own detectors.
     *
     * @param names of {@code tags}, {@code patterns}, {@code allowlist} ({@code ocr_allowlist} is
     *     the same), {@code opennlp}; {@code none}, alone, means that text is not judged, so that
     *     none is ever released
     * @param allowList the user's allow-list; null if there is none: then only our own list
     *     releases text
     * @param denyList the user's deny-list, which always counts; null if there is none
     * @return the judge
     * @throws PiiException if a name is unknown or a list is broken
     */
    public static SensitivityJudge of(
            List<String> names, @Nullable Path allowList, @Nullable Path denyList)
            throws PiiException {
        try {
            return of(
                    DetectorNames.of(names, DetectorNames.own()),
                    EngineChoices.NONE,
                    Path.of(""),
                    allowList,
                    denyList);
        } catch (PiiException e) {
            throw e;
        } catch (IOException e) {
            throw new PiiException(FailureText.reason(e), e);
        }
    }

    /**
     * The judge of detectors that were found.
     *
     * @param chosen which
     * @param choices what is set for them
     * @param cache the folder for what they keep
     * @param allowList the user's allow-list; null if there is none
     * @param denyList the user's deny-list, which always counts; null if there is none
     * @return the judge
     * @throws IOException if a detector cannot be made or a list is broken
     */
    public static SensitivityJudge of(
            DetectorNames chosen,
            EngineChoices choices,
            Path cache,
            @Nullable Path allowList,
            @Nullable Path denyList)
            throws IOException {
        Map<String, String> list =
                allowList == null ? Map.of() : Map.of(AllowListEngine.FILE, allowList.toString());
        List<PiiDetector> made = new ArrayList<>();
        for (FoundEngine engine : chosen.engines()) {
            boolean lists = engine.name().equals(AllowListEngine.NAME);
            made.add(engine.detector(choices.settings(engine, cache, lists ? list : Map.of())));
        }
        return of(made, denyList);
    }

    /**
     * The judge of detectors that were made elsewhere; which place each has is decided here.
     *
     * @param chosen our own and those of extensions, in any order; none means that text is not
     *     judged, so that none is ever released
     * @param denyList the user's deny-list, which always counts; null if there is none
     * @return the judge
     * @throws PiiException if the list is broken
     */
    public static SensitivityJudge of(List<PiiDetector> chosen, @Nullable Path denyList)
            throws PiiException {
        LineGrammar grammar = new LineGrammar();
        List<PiiDetector> detectors = new ArrayList<>();
        if (denyList != null) {
            detectors.add(DenyList.read(denyList));
        }
        if (!chosen.isEmpty()) {
            List<PatternDetector> patterns = ofKind(chosen, PatternDetector.class);
            detectors.addAll(ofKind(chosen, OwnTagDetector.class));
            patterns.forEach(p -> detectors.add(new CertainPatterns(p)));
            detectors.addAll(ofKind(chosen, AllowList.class));
            patterns.forEach(p -> detectors.add(new LikelyPatterns(p, grammar)));
            List<PiiDetector> others = chosen.stream().filter(d -> !isOwn(d)).toList();
            if (!others.isEmpty()) {
                detectors.add(new ExtensionDetectors(others));
            }
            detectors.add(new HarmlessLines(grammar, ofKind(chosen, NameVeto.class)));
        }
        Release release = new Release(ReleasePolicy.SAFE, grammar, List.of());
        return new SensitivityJudge(detectors, grammar, chosen.isEmpty(), release);
    }

    /**
     * The same judge under another policy.
     *
     * @param policy what users want kept and blanked
     * @return a judge; this one stays as it is
     */
    public SensitivityJudge under(ReleasePolicy policy) {
        List<PiiDetector> others =
                detectors.stream().filter(ExtensionDetectors.class::isInstance).toList();
        return new SensitivityJudge(detectors, grammar, none, new Release(policy, grammar, others));
    }

    private static <T extends PiiDetector> List<T> ofKind(List<PiiDetector> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean isOwn(PiiDetector detector) {
        return detector instanceof OwnTagDetector
                || detector instanceof PatternDetector
                || detector instanceof AllowList
                || detector instanceof NameVeto;
    }

    /**
     * The lines of the user's allow-list that are ignored because they would release names.
     *
     * @return none unless the list is read strictly
     */
    public List<AllowListCheck.Remark> ignoredLines() {
        return ofKind(detectors, AllowList.class).stream()
                .flatMap(list -> list.ignored().stream())
                .toList();
    }

    /**
     * Returns whether text is judged.
     *
     * @return false if that was not asked for; all text is sensitive then
     */
    public boolean judges() {
        return !none;
    }

    /**
     * Judges one line of text.
     *
     * @param text as read; empty if something that looks like text could not be read
     * @param identity what the file's own tags say
     * @return whether it must be hidden, and why; the reason never holds the text or a value
     */
    public Opinion judge(String text, Identity identity) {
        Opinion opinion = opinion(text, identity);
        return none ? opinion : release.of(text, identity, opinion);
    }

    private Opinion opinion(String text, Identity identity) {
        if (!none && text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new Opinion(true, new Reason(Reason.Kind.UNREADABLE, ""));
        }
        for (PiiDetector detector : detectors) {
            Optional<Opinion> opinion = detector.judge(text, identity);
            if (opinion.isPresent()) {
                return opinion.get();
            }
        }
        Reason.Kind kind = none ? Reason.Kind.NOT_JUDGED : Reason.Kind.UNEXPLAINED;
        return new Opinion(true, new Reason(kind, ""));
    }

    /**
     * Judges a line that may say something else as well. What is harmless as it was read stays so
     * only if nothing that it may say instead is sensitive by tags or patterns or holds another
     * name. What nobody can explain is released for what it may say instead only if that holds no
     * mistake, and nothing that the line may say is a name, a date or an id.
     *
     * @param text as read
     * @param alternatives other readings, each about as likely
     * @param identity what the file's own tags say
     * @return whether it must be hidden, and why
     */
    public Opinion judge(String text, List<String> alternatives, Identity identity) {
        return new LikelyReadings(one -> judge(one, identity), grammar, text, alternatives)
                .opinion();
    }

    /**
     * Judges one line of text and says what it is.
     *
     * @param text as read
     * @param identity what the file's own tags say
     * @return the opinion, the type that decided and how sure it is
     */
    public Explanation explain(String text, Identity identity) {
        return Explanation.of(judge(text, identity), grammar.type(text));
    }

    /**
     * Returns whether a text was released for a number that its label or unit names, so that it is
     * no part of a name, whatever stands beside it.
     *
     * @param reason why it was released
     * @return true for such a number
     */
    public static boolean isNumbered(Reason reason) {
        return reason.kind() == Reason.Kind.BUILT_IN_LIST
                && reason.detail().contains(HarmlessLines.NUMBER);
    }

    /**
     * Returns whether a text was hidden although it is harmless, since its type is not kept, so
     * that it is no evidence against its neighbours.
     *
     * @param reason why it was hidden
     * @return true for such a text
     */
    public static boolean isHarmlessNotKept(Reason reason) {
        return ReleasePolicy.isOfHarmless(reason);
    }

    /**
     * Returns whether a text ends with a label of a name, a birth date, an id or a person, such as
     * {@code Name:}, so that what stands behind it or below it is what it announces.
     *
     * @param text as read
     * @return true for such a label without its value
     */
    public boolean isOpenLabel(String text) {
        return PatternDetector.isOpenLabel(text);
    }

    /** The part of the patterns that an allow-list does not overrule. */
    private record CertainPatterns(PatternDetector patterns) implements PiiDetector {
        @Override
        public String name() {
            return patterns.name();
        }

        @Override
        public Optional<Opinion> judge(String text, Identity identity) {
            return patterns.certain(text);
        }
    }

    /**
     * The rest of the patterns. Those of numbers say nothing of a line in which every number is
     * named by a label or a unit: {@code MI 1.1} has the form of a date only if one takes the label
     * away. Those of words, such as titles, stand: {@code Dr Hand} is a person.
     */
    private record LikelyPatterns(PatternDetector patterns, LineGrammar grammar)
            implements PiiDetector {
        @Override
        public String name() {
            return patterns.name();
        }

        @Override
        public Optional<Opinion> judge(String text, Identity identity) {
            return patterns.judge(text, identity)
                    .filter(
                            opinion ->
                                    !PatternDetector.isOfNumbers(opinion.reason())
                                            || !grammar.type(text).firm());
        }
    }
}
