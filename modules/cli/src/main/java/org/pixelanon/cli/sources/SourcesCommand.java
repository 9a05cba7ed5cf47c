package org.pixelanon.cli.sources;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.ProfileKey;
import org.pixelanon.model.Printable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceSetting;
import org.pixelanon.pipeline.extension.SourceSearch;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.profile.ProfileFile;
import org.pixelanon.sources.profile.SourceProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon sources}: stores and the profiles for them. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Lists objects in stores and manages the profiles for them, encrypted with a passphrase from PIXELANON_KEY or a prompt.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon sources login hospital --source-option endpoint=https://store.example",
            "  pixelanon sources list s3://scans/2026/ --login hospital --select overview",
            "  pixelanon anonymise s3://scans/2026/ -o s3://clean/2026/ --login hospital"
        },
        subcommands = {SourcesListCommand.class, SourcesLoginCommand.class})
public final class SourcesCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                command().commandLine(),
                "missing subcommand: list, login, logout, profiles or " + "kinds");
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }

    /** Lists the kinds of URLs. */
    @Command(
            name = "kinds",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon sources kinds",
            mixinStandardHelpOptions = true,
            description = "Lists the supported kinds of stores and the names of their settings.")
    void kinds() {
        PrintWriter out = command().commandLine().getOut();
        for (FileSource kind : SourceSearch.all()) {
            out.println(schemes(kind) + ": " + kind.title());
            for (SourceSetting setting : kind.settings()) {
                String secret = setting.secret() ? " (secret)" : "";
                out.println("  " + setting.name() + secret + ": " + setting.description());
            }
        }
        out.flush();
    }

    private static String schemes(FileSource kind) {
        return new TreeSet<>(kind.schemes())
                .stream().map(scheme -> scheme + "://").collect(Collectors.joining(", "));
    }

    /** Lists the profiles. */
    @Command(
            name = "profiles",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon sources profiles",
            mixinStandardHelpOptions = true,
            description = "Prints the profiles with their settings, but no secret.")
    void profiles() throws IOException {
        PrintWriter out = command().commandLine().getOut();
        for (SourceProfile profile : read().values()) {
            String place = profile.place().isEmpty() ? profile.scheme() + "://" : profile.place();
            out.println(Printable.of(profile.name() + ": " + place));
            Set<String> shown = shown(profile.scheme());
            new TreeMap<>(profile.settings())
                    .forEach((name, value) -> out.println(line(name, value, shown)));
        }
        out.flush();
    }

    /** An unknown setting may also be a secret. */
    private static String line(String name, String value, Set<String> shown) {
        return Printable.of("  " + name + (shown.contains(name) ? ": " + value : " is set"));
    }

    private static Set<String> shown(String scheme) {
        return SourceSearch.all().stream()
                .filter(kind -> kind.schemes().contains(scheme))
                .flatMap(kind -> kind.settings().stream())
                .filter(setting -> !setting.secret())
                .map(SourceSetting::name)
                .collect(Collectors.toSet());
    }

    private static Map<String, SourceProfile> read() throws IOException {
        ProfileFile file = new ProfileFile(UserEnvironment.ofProcess().profiles());
        return file.exists() ? file.read(ProfileKey.known()) : Map.of();
    }

    /** Deletes a profile. */
    @Command(
            name = "logout",
            footerHeading = "%nExample:%n",
            footer = "  pixelanon sources logout hospital",
            mixinStandardHelpOptions = true,
            description = "Deletes a profile and its secrets.")
    void logout(@Parameters(paramLabel = "NAME", description = "the profile") String name)
            throws IOException {
        ProfileFile file = new ProfileFile(UserEnvironment.ofProcess().profiles());
        if (!file.exists()) {
            throw none(name);
        }
        file.change(
                ProfileKey.known(),
                profiles -> {
                    if (profiles.remove(name) == null) {
                        throw none(name);
                    }
                });
    }

    private static SourceException none(String name) {
        return new SourceException("there is no profile " + name);
    }
}
