package org.pixelanon.pii;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;

/**
 * Asks detectors in a fixed order and takes the first opinion: deny-list, the file's own tags, the
 * user's allow-list, the built-in list, patterns. Text that nothing explains is sensitive, and so
 * is text that could not be read. Immutable and thread-safe. Why this order:
 * docs/decisions/0003-who-wins.md.
 */
public final class SensitivityJudge {

    private final List<PiiDetector> detectors;

    private SensitivityJudge(List<PiiDetector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    /**
     * A judge made of the detectors that users choose by name.
     *
     * @param names {@code tags}, {@code patterns}, {@code "allowlist"} (also {@code ocr_allowlist})
     *     or {@code none}
     * @param allowList the user's allow-list
     * @param denyList the user's deny-list
     * @return the judge
     * @throws PiiException if a name is unknown or a list cannot be read
     */
    public static SensitivityJudge of(
            List<String> names, Optional<Path> allowList, Optional<Path> denyList)
            throws PiiException {
        boolean tags = false;
        boolean patterns = false;
        boolean lists = false;
        for (String name : names) {
            switch (name.strip().toLowerCase(Locale.ROOT)) {
                case "tags" -> tags = true;
                case "patterns" -> patterns = true;
                case "allowlist", "ocr_allowlist" -> lists = true;
                case "none" -> {}
                case "opennlp", "spacy", "flair", "stanford", "stanza" ->
                        throw new PiiException(
                                "--pii "
                                        + name
                                        + ": not part of this version; use tags, patterns, allowlist",
                                null);
                default ->
                        throw new PiiException(
                                "--pii " + name + ": unknown; use tags, patterns, allowlist, none",
                                null);
            }
        }
        List<PiiDetector> detectors = new ArrayList<>();
        if (denyList.isPresent()) {
            detectors.add(ListDetector.deny(denyList.get()));
        }
        if (tags) {
            detectors.add(new OwnTagDetector());
        }
        if (lists && allowList.isPresent()) {
            detectors.add(ListDetector.allow(allowList.get()));
        }
        if (lists) {
            detectors.add(ListDetector.builtIn());
        }
        if (patterns) {
            detectors.add(new PatternDetector());
        }
        return new SensitivityJudge(detectors);
    }

    /**
     * Judges one text.
     *
     * @param text the text as read
     * @param identity what the file's own tags say
     * @return the opinion, always with a reason
     */
    public Opinion judge(String text, Identity identity) {
        if (text.isBlank()) {
            return new Opinion(true, new Reason(Reason.Kind.UNREADABLE, ""));
        }
        for (PiiDetector detector : detectors) {
            Optional<Opinion> opinion = detector.judge(text, identity);
            if (opinion.isPresent()) {
                return opinion.get();
            }
        }
        return new Opinion(true, new Reason(Reason.Kind.UNEXPLAINED, ""));
    }
}
