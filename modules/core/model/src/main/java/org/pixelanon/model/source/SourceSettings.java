package org.pixelanon.model.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a connection, including secrets. Never shows a value. The names are those of
 * {@link FileSource#settings}.
 */
public final class SourceSettings {

    /** Nothing is said. */
    public static final SourceSettings NONE = new SourceSettings(Map.of());

    private final Map<String, String> values;

    private SourceSettings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Settings by name.
     *
     * @param values their values, copied
     * @return the settings
     */
    public static SourceSettings of(Map<String, String> values) {
        return new SourceSettings(new TreeMap<>(values));
    }

    /**
     * A value.
     *
     * @param name its name
     * @return the value; empty if it is not set, or blank
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
    }

    /**
     * Whether something is switched on.
     *
     * @param name its name
     * @return true for {@code true} and {@code yes} in any case
     */
    public boolean isOn(String name) {
        return value(name)
                .filter(v -> v.equalsIgnoreCase("true") || v.equalsIgnoreCase("yes"))
                .isPresent();
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "settings " + values.keySet();
    }
}
