package org.pixelanon.sources.profile;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceSetting;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.remote.Sources;

/**
 * The settings by which a place is reached: those given explicitly, then those of named profiles,
 * then the environment. Immutable.
 *
 * @param given settings by name, none of them a secret
 * @param profiles those that are named
 * @param environment what it says of a setting, by scheme and name
 */
public record Reach(
        Map<String, String> given,
        List<SourceProfile> profiles,
        BiFunction<String, String, Optional<String>> environment)
        implements Sources.Reached {

    /** Copies map and list. */
    public Reach {
        given = Map.copyOf(given);
        profiles = List.copyOf(profiles);
    }

    @Override
    public SourceSettings by(FileSource kind, SourceUrl url) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (SourceSetting setting : kind.settings()) {
            environment
                    .apply(url.scheme(), setting.name())
                    .ifPresent(value -> values.put(setting.name(), value));
        }
        Optional<SourceProfile> profile =
                profiles.stream()
                        .filter(p -> p.isFor(url))
                        .max(Comparator.comparingInt(p -> p.place().length()));
        if (profile.isPresent()) {
            // keys of the environment belong to another account than those of a profile
            kind.settings().stream()
                    .filter(SourceSetting::secret)
                    .forEach(s -> values.remove(s.name()));
            values.putAll(profile.get().settings());
        }
        for (Map.Entry<String, String> setting : given.entrySet()) {
            require(kind, setting.getKey());
            values.put(setting.getKey(), setting.getValue());
        }
        return SourceSettings.of(values);
    }

    private static void require(FileSource kind, String name) throws SourceException {
        SourceSetting known =
                kind.settings().stream()
                        .filter(s -> s.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new SourceException(
                                                "--source-option "
                                                        + name
                                                        + ": "
                                                        + kind.title()
                                                        + " has no such setting; known are "
                                                        + names(kind)));
        if (known.secret()) {
            throw new SourceException(
                    "--source-option "
                            + name
                            + ": is a secret and would be visible on the "
                            + "command line; keep it in a profile (pixelanon sources login NAME)");
        }
    }

    private static String names(FileSource kind) {
        return kind.settings().stream()
                .filter(s -> !s.secret())
                .map(SourceSetting::name)
                .collect(Collectors.joining(", "));
    }
}
