package org.pixelanon.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Sha256;
import org.pixelanon.pipeline.manifest.RunSetting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Everything that determines results, taken from the options of a command: all except options known
 * to have no influence, so that a new option cannot be forgotten.
 */
public final class RunSettingList {

    /** Options that only affect how a run is executed and reported. */
    private static final Set<String> WITHOUT_INFLUENCE =
            Set.of(
                    "--help",
                    "--version",
                    "--jobs",
                    "--quiet",
                    "--verbose",
                    "--report",
                    "--hash-paths",
                    "--path-salt",
                    "--shared",
                    "--manifest",
                    "--shard",
                    "--retry",
                    "--summary",
                    "--where",
                    "--db-wait",
                    "--no-sync",
                    "--resume",
                    "--ignore-unmatched",
                    "--results",
                    "--part-megabytes",
                    "--part-files",
                    "--log",
                    "--log-level");

    private static final Set<String> SECRET = Set.of("--salt");

    private RunSettingList() {}

    /**
     * The settings of a command whose options are parsed.
     *
     * @param command the command
     * @return name and value of each
     * @throws IOException if a file that an option names cannot be read
     */
    public static List<RunSetting> of(CommandSpec command) throws IOException {
        List<RunSetting> settings = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            String name = option.longestName();
            if (!WITHOUT_INFLUENCE.contains(name)) {
                settings.add(new RunSetting(name, value(option), SECRET.contains(name)));
            }
        }
        return settings;
    }

    /**
     * A file as a setting.
     *
     * @param name for messages
     * @param file the file; null if there is none
     * @return its name and content
     * @throws IOException if it cannot be read
     */
    public static RunSetting ofFile(String name, @Nullable Path file) throws IOException {
        String text = file == null ? "" : file.toString();
        return new RunSetting(name, text + content(text), false);
    }

    private static String value(OptionSpec option) throws IOException {
        List<String> given = option.originalStringValues();
        String otherwise = option.defaultValueString();
        List<String> words =
                !given.isEmpty() ? given : otherwise == null ? List.of() : List.of(otherwise);
        StringBuilder all = new StringBuilder();
        for (String word : words) {
            all.append(word.length()).append(':').append(word).append(content(word)).append('\n');
        }
        return all.toString();
    }

    /** A file is represented by its content: an added rule is another setting. */
    private static String content(String word) throws IOException {
        Path path;
        try {
            path = Path.of(word);
        } catch (InvalidPathException e) {
            return "";
        }
        if (word.isEmpty() || !Files.isRegularFile(path)) {
            return "";
        }
        try (ByteSource bytes = new ByteSource.OfFile(path)) {
            return "=" + Sha256.of(bytes);
        }
    }
}
