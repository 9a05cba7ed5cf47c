package org.pixelanon.pii;

import java.util.List;
import java.util.Optional;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;

/**
 * The detectors of extensions together. Sensitive from one wins, and none of them releases what our
 * own tags or patterns would hide, whether those were chosen or not. Immutable and thread-safe.
 */
final class ExtensionDetectors implements PiiDetector {

    private final List<PiiDetector> detectors;
    private final OwnTagDetector tags = new OwnTagDetector();
    private final PatternDetector patterns = new PatternDetector();

    ExtensionDetectors(List<PiiDetector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        List<Opinion> opinions =
                detectors.stream().flatMap(d -> d.judge(text, identity).stream()).toList();
        Optional<Opinion> sensitive = opinions.stream().filter(Opinion::sensitive).findFirst();
        if (sensitive.isPresent() || opinions.isEmpty()) {
            return sensitive;
        }
        return tags.judge(text, identity)
                .or(() -> patterns.judge(text, identity))
                .or(() -> Optional.of(opinions.get(0)));
    }
}
