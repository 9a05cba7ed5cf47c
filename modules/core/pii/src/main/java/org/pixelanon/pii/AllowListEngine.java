package org.pixelanon.pii;

import java.nio.file.Path;
import java.util.List;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;

/** Makes {@link AllowList}. */
public final class AllowListEngine implements DetectorEngine {

    static final String NAME = "allowlist";

    /** The option that names the list. */
    static final String FILE = "file";

    /** The option that leaves out lines that would release names. */
    static final String STRICT = "strict";

    /**
     * Lets lines be left out that would release names.
     *
     * @param choices what is set for engines
     * @return the same, and that
     */
    public static EngineChoices strict(EngineChoices choices) {
        return choices.or(NAME, STRICT, "true");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "keeps text that an expression of the allow-list matches entirely";
    }

    @Override
    public List<EngineOption> options() {
        return List.of(
                new EngineOption(FILE, "the allow-list, as in --allowlist", ""),
                new EngineOption(STRICT, "true: ignore lines that match names", "false"));
    }

    /** {@inheritDoc} Without a file it has no opinion on anything. */
    @Override
    public PiiDetector detector(EngineSettings settings) throws PiiException {
        String file = settings.option(FILE);
        if (file.isEmpty()) {
            return AllowList.of(List.of());
        }
        boolean strict = Boolean.parseBoolean(settings.option(STRICT));
        return strict ? AllowList.strict(Path.of(file)) : AllowList.read(Path.of(file));
    }
}
