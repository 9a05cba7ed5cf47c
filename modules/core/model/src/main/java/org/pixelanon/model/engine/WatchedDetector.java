package org.pixelanon.model.engine;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Printable;
import org.pixelanon.model.Reason;

/**
 * A detector of an extension. Its reasons are told as those of a {@link Reason.Kind#DETECTOR},
 * without what they may repeat of the text or of the tags; what it throws ends the file at hand.
 */
final class WatchedDetector implements PiiDetector {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST_DETAIL = 60;

    private final PiiDetector detector;
    private final String name;

    WatchedDetector(PiiDetector detector, String name) {
        this.detector = detector;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        try {
            return Watch.over(
                    "detector " + name,
                    () ->
                            detector.judge(text, identity)
                                    .map(
                                            o ->
                                                    new Opinion(
                                                            o.sensitive(),
                                                            reason(o, text, identity))));
        } catch (EngineException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reason reason(Opinion opinion, String text, Identity identity) {
        String detail = Printable.of(opinion.reason().detail()).strip();
        boolean told =
                !detail.isEmpty()
                        && detail.length() <= LONGEST_DETAIL
                        && !repeats(detail, text)
                        && identity.values().stream().noneMatch(v -> repeats(detail, v.value()));
        return new Reason(Reason.Kind.DETECTOR, told ? name + ": " + detail : name);
    }

    private static boolean repeats(String detail, String text) {
        String told = detail.toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.length() >= SHORTEST && told.contains(word));
    }
}
