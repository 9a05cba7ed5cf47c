package org.pixelanon.cli.sources;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.ProfileKey;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceSetting;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.extension.SourceSearch;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.profile.ProfileFile;
import org.pixelanon.sources.profile.SourceProfile;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon sources login}: makes a profile. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Creates or replaces a profile, encrypted in a file that only the account can read.",
            "Prompts for each missing setting; an empty answer omits it. Without a terminal, lines NAME=VALUE are read from standard input. Secrets are never read from the command line."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon sources login hospital --source-option endpoint=https://store.example",
            "  pixelanon sources login clean --for s3://clean/ < keys.txt"
        })
final class SourcesLoginCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "name of the profile")
    String name = "";

    @Option(
            names = "--for",
            paramLabel = "URL",
            defaultValue = "s3://",
            description =
                    "where it applies: all places of a kind, or those whose URL begins with "
                            + "this. Default: ${DEFAULT-VALUE}")
    String url = "s3://";

    @Option(
            names = "--source-option",
            paramLabel = "NAME=VALUE",
            description = "a setting that is not secret; repeatable")
    Map<String, String> given = Map.of();

    @Override
    public Integer call() throws IOException {
        String scheme = scheme();
        FileSource kind = kind(scheme);
        for (String setting : given.keySet()) {
            if (setting(kind, setting).secret()) {
                throw refused(
                        "--source-option "
                                + setting
                                + ": is a secret and would be visible on "
                                + "the command line; you will be prompted for it");
            }
        }
        Map<String, String> values = new TreeMap<>(given);
        Optional<Console> console = Terminal.console();
        if (console.isPresent()) {
            ask(kind, values, console.get());
        } else {
            readLines(kind, values);
        }
        ProfileFile file = new ProfileFile(UserEnvironment.ofProcess().profiles());
        char[] key = file.exists() ? ProfileKey.known() : ProfileKey.fresh();
        String place = url.endsWith("://") ? "" : url;
        SourceProfile profile = new SourceProfile(name, scheme, place, values);
        file.change(key, profiles -> profiles.put(name, profile));
        return 0;
    }

    private String scheme() throws SourceException {
        if (name.isBlank() || name.indexOf(',') >= 0) {
            throw refused("NAME must not be empty or contain a comma");
        }
        if (url.endsWith("://")) {
            return url.substring(0, url.length() - "://".length());
        }
        SourceUrl place = Sources.parsed(url);
        Optional<String> refusal = kind(place.scheme()).refusal(place);
        if (refusal.isPresent()) {
            throw refused("--for " + url + ": " + refusal.get());
        }
        return place.scheme();
    }

    private FileSource kind(String scheme) {
        return SourceSearch.all().stream()
                .filter(kind -> kind.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> refused("--for: unknown kind of URL " + scheme + "://"));
    }

    private SourceSetting setting(FileSource kind, String setting) {
        return kind.settings().stream()
                .filter(s -> s.name().equals(setting))
                .findFirst()
                .orElseThrow(() -> refused(kind.title() + " has no setting " + setting));
    }

    private static void ask(FileSource kind, Map<String, String> values, Console console) {
        for (SourceSetting setting : kind.settings()) {
            if (!values.containsKey(setting.name())) {
                String question = setting.name() + " (" + setting.description() + "): ";
                char[] secret = setting.secret() ? console.readPassword("%s", question) : null;
                String plain = setting.secret() ? null : console.readLine("%s", question);
                String answer = secret != null ? new String(secret) : plain == null ? "" : plain;
                if (!answer.isBlank()) {
                    values.put(setting.name(), answer.strip());
                }
            }
        }
    }

    private void readLines(FileSource kind, Map<String, String> values) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            int is = line.indexOf('=');
            if (line.isBlank()) {
                continue;
            }
            if (is < 1) {
                // not repeated: it may be a secret
                throw refused("line " + number + " of standard input is not NAME=VALUE");
            }
            values.put(
                    setting(kind, line.substring(0, is).strip()).name(),
                    line.substring(is + 1).strip());
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), why);
    }
}
