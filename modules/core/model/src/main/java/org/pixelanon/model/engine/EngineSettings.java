package org.pixelanon.model.engine;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an engine is started with.
 *
 * @param cache the folder of this account for what is unpacked or kept between runs; perhaps not
 *     there yet
 * @param options the value of each option that the engine declares
 */
public record EngineSettings(Path cache, Map<String, String> options) {

    /** Copies the options. */
    public EngineSettings {
        options = Map.copyOf(options);
    }

    /**
     * The value of one option.
     *
     * @param name of an option that the engine declares
     * @return what was set, else the default
     * @throws IllegalArgumentException if the engine declares no such option
     */
    public String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("undeclared option " + name);
        }
        return value;
    }
}
