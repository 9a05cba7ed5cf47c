package org.pixelanon.pii;

import java.nio.file.Path;
import java.util.List;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;

/** Makes {@link AllowList}. */
public final class AllowListEngine implements DetectorEngine {

    static final String NAME = "allowlist";

    /** The option that names the list. */
    static final String FILE = "file";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "releases text that an expression of the user's list matches wholly";
    }

    @Override
    public List<EngineOption> options() {
        return List.of(new EngineOption(FILE, "the list, as --allowlist names it", ""));
    }

    /** {@inheritDoc} Without a file it has no opinion on anything. */
    @Override
    public PiiDetector detector(EngineSettings settings) throws PiiException {
        String file = settings.option(FILE);
        return file.isEmpty() ? AllowList.of(List.of()) : AllowList.read(Path.of(file));
    }
}
