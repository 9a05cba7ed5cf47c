package org.pixelanon.pii.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;

/** Asks a command that the user names. */
public final class CommandEngine implements DetectorEngine {

    private static final String NAME = "command";
    private static final EngineOption RUN =
            new EngineOption(
                    "run",
                    "the command; put words with blanks in double quotes (docs/engines)",
                    "");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "marks as sensitive what your own command reports";
    }

    @Override
    public List<EngineOption> options() {
        return List.of(RUN, ProcessOptions.WORKERS, ProcessOptions.LIMIT);
    }

    @Override
    public Optional<String> unavailable(EngineSettings settings) {
        return words(settings).isEmpty()
                ? Optional.of("no command set: --engine-option " + NAME + ".run=COMMAND")
                : ProcessOptions.problem(settings);
    }

    @Override
    public PiiDetector detector(EngineSettings settings) throws EngineException {
        return ProcessOptions.detector(NAME, words(settings), settings);
    }

    private static List<String> words(EngineSettings settings) {
        return WORD.matcher(settings.option(RUN.name()))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }
}
