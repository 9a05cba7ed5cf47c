package org.pixelanon.pii.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;

/** What users may set for every program that is asked, and the detector that this makes. */
final class ProcessOptions {

    static final EngineOption WORKERS =
            new EngineOption("workers", "number of processes, 1 to 64", "1");

    static final EngineOption LIMIT =
            new EngineOption(
                    "time-limit", "time limit in seconds for start and each answer", "120");

    private ProcessOptions() {}

    /** Why what is set cannot be used. */
    static Optional<String> problem(EngineSettings settings) {
        if (!settings.option(WORKERS.name()).matches("[1-9]|[1-5][0-9]|6[0-4]")) {
            return Optional.of(WORKERS.name() + " is not a number from 1 to 64");
        }
        return settings.option(LIMIT.name()).matches("[1-9]\\d{0,4}")
                ? Optional.empty()
                : Optional.of(LIMIT.name() + " is no number of seconds from 1 to 99999");
    }

    /**
     * Starts one program to see whether it answers.
     *
     * @param name of the detector
     * @param words the program and its arguments
     * @throws EngineException if it does not
     */
    static PiiDetector detector(String name, List<String> words, EngineSettings settings)
            throws EngineException {
        Workers workers =
                new Workers(
                        "detector " + name,
                        words,
                        Integer.parseInt(settings.option(WORKERS.name())),
                        Duration.ofSeconds(Integer.parseInt(settings.option(LIMIT.name()))));
        workers.tryOut();
        return new ProcessDetector(name, workers);
    }
}
