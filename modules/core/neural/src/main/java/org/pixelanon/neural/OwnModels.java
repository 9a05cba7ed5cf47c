package org.pixelanon.neural;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.pixelanon.model.engine.Engine;
import org.pixelanon.model.engine.ModelEngines;

/** Makes finders, readers and detectors from users' models, as described in docs/own-models.md. */
public final class OwnModels implements ModelEngines {

    /** Loads nothing yet. */
    public OwnModels() {}

    @Override
    public Engine engine(Path folder) throws IOException {
        OwnSettings settings = OwnSettings.read(folder);
        String kind = settings.one("kind", "", "finder", "reader", "detector");
        String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
        Engine engine =
                switch (kind) {
                    case "finder" -> new OwnFinder(name, settings);
                    case "reader" -> new OwnReader(name, settings);
                    default -> new OwnDetector(name, settings);
                };
        settings.requireAllKnown();
        return engine;
    }
}
