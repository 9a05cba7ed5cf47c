package org.pixelanon.pii;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;

/**
 * Asks the detectors in a fixed order (decision 0003) and always answers: deny-list, the file's own
 * tags, certain patterns, the user's allow-list, likely patterns, our harmless list; what none of
 * them explains is sensitive. Immutable and thread-safe.
 */
public final class SensitivityJudge {

    private static final String NONE = "none";
    private static final List<String> KNOWN = List.of("tags", "patterns", "allowlist", NONE);
    private static final Set<String> LATER =
            Set.of("opennlp", "stanford", "spacy", "flair", "stanza");

    private final List<PiiDetector> detectors;
    private final boolean none;

    private SensitivityJudge(List<PiiDetector> detectors, boolean none) {
        this.detectors = List.copyOf(detectors);
        this.none = none;
    }

    /**
     * The judge a user asks for.
     *
     * @param names of {@code tags}, {@code patterns}, {@code allowlist} ({@code ocr_allowlist} is
     *     the same); {@code none}, alone, means that text is not judged, so that none is ever
     *     released
     * @param allowList the user's allow-list; without it only our own list releases text
     * @param denyList the user's deny-list, which always counts
     * @return the judge
     * @throws PiiException if a name is unknown or a list is broken
     */
    public static SensitivityJudge of(
            List<String> names, Optional<Path> allowList, Optional<Path> denyList)
            throws PiiException {
        Set<String> chosen = chosen(names);
        List<PiiDetector> detectors = new ArrayList<>();
        if (denyList.isPresent()) {
            detectors.add(DenyList.read(denyList.get()));
        }
        if (!chosen.contains(NONE)) {
            PatternDetector patterns = new PatternDetector();
            if (chosen.contains("tags")) {
                detectors.add(new OwnTagDetector());
            }
            if (chosen.contains("patterns")) {
                detectors.add(new CertainPatterns(patterns));
            }
            if (chosen.contains("allowlist") && allowList.isPresent()) {
                detectors.add(AllowList.read(allowList.get()));
            }
            if (chosen.contains("patterns")) {
                detectors.add(patterns);
            }
            detectors.add(new HarmlessList());
        }
        return new SensitivityJudge(detectors, chosen.contains("none"));
    }

    /**
     * Tells whether detectors can be asked for, before anything is read.
     *
     * @param names as for {@link #of}
     * @return why they cannot; empty if they can
     */
    public static Optional<String> problem(List<String> names) {
        for (String name : names) {
            String known = plain(name);
            if (LATER.contains(known)) {
                return Optional.of(
                        "detector " + known + " is not in this version; there are " + all());
            }
            if (!KNOWN.contains(known)) {
                return Optional.of("unknown detector '" + known + "'; there are " + all());
            }
        }
        Set<String> chosen =
                new LinkedHashSet<>(names.stream().map(SensitivityJudge::plain).toList());
        return chosen.isEmpty() || (chosen.contains(NONE) && chosen.size() > 1)
                ? Optional.of("name detectors of tags, patterns, allowlist, or none alone")
                : Optional.empty();
    }

    private static Set<String> chosen(List<String> names) throws PiiException {
        Optional<String> problem = problem(names);
        if (problem.isPresent()) {
            throw new PiiException(problem.get());
        }
        return new LinkedHashSet<>(names.stream().map(SensitivityJudge::plain).toList());
    }

    private static String plain(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.equals("ocr_allowlist") ? "allowlist" : plain;
    }

    private static String all() {
        return String.join(", ", KNOWN);
    }

    /**
     * Tells whether text is judged.
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
     * Tells whether a text ends with a label of a name, a birth date, an id or a person, such as
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
}
