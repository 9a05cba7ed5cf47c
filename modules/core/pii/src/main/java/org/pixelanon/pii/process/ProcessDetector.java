package org.pixelanon.pii.process;

import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.model.engine.EngineException;

/**
 * Asks programs. A program that finds something makes the text sensitive; finding nothing has no
 * effect, because it does not know what is harmless. The programs end when nobody holds the
 * detector any more. Immutable and thread-safe.
 */
final class ProcessDetector implements PiiDetector {

    private static final Cleaner CLEANER = Cleaner.create();

    /** The types that a reason tells; any other may be a word of the text. */
    private static final Set<String> TYPES =
            Set.of("name", "identifier", "date", "time", "age", "address", "phone", "institution");

    private final String name;
    private final Workers workers;

    ProcessDetector(String name, Workers workers) {
        this.name = name;
        this.workers = workers;
        CLEANER.register(this, workers::close);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        Answer answer;
        try {
            answer = workers.ask(text);
        } catch (EngineException e) {
            throw new UncheckedIOException(e);
        }
        if (!answer.sensitive()) {
            return Optional.empty();
        }
        String type = answer.type().toLowerCase(Locale.ROOT);
        String detail = TYPES.contains(type) ? name + ": " + type : name;
        return Optional.of(new Opinion(true, new Reason(Reason.Kind.DETECTOR, detail)));
    }
}
