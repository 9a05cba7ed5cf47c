package org.pixelanon.cli.option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.extension.SourceSearch;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.profile.ProfileFile;
import org.pixelanon.sources.profile.Reach;
import org.pixelanon.sources.profile.SourceProfile;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for stores. */
@HelpGroup("Input")
public final class SourceOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(
            names = "--login",
            paramLabel = "NAME",
            description =
                    "profile with the credentials for URLs ('pixelanon sources login' creates one); repeatable. Default: PIXELANON_LOGIN, else the default credentials of the account")
    List<String> logins = List.of();

    @Option(
            names = "--source-option",
            paramLabel = "NAME=VALUE",
            description =
                    "connection setting for URLs, such as endpoint=https://HOST; 'pixelanon sources kinds' lists the names; repeatable")
    List<String> settings = List.of();

    private @Nullable Sources sources;

    private @Nullable Reach reach;

    /** The stores; nothing is accessed before a URL is used. */
    public Sources sources() {
        Sources known = sources;
        if (known == null) {
            known =
                    new Sources(
                            SourceSearch::all,
                            this::settings,
                            UserEnvironment.ofProcess().staging());
            sources = known;
        }
        return known;
    }

    private synchronized SourceSettings settings(FileSource kind, SourceUrl url)
            throws IOException {
        Reach known = reach;
        if (known == null) {
            known = new Reach(given(), profiles(), UserEnvironment.ofProcess()::sourceSetting);
            reach = known;
        }
        return known.by(kind, url);
    }

    /** The settings given as options. */
    public Map<String, String> given() {
        Map<String, String> values = new HashMap<>();
        for (String text : settings) {
            int is = text.indexOf('=');
            if (is < 1) {
                throw new ParameterException(
                        Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                        "--source-option: write NAME=VALUE");
            }
            values.put(text.substring(0, is), text.substring(is + 1));
        }
        return values;
    }

    private List<SourceProfile> profiles() throws IOException {
        UserEnvironment environment = UserEnvironment.ofProcess();
        List<String> names = logins.isEmpty() ? environment.logins() : logins;
        if (names.isEmpty()) {
            return List.of();
        }
        ProfileFile file = new ProfileFile(environment.profiles());
        Map<String, SourceProfile> all = file.exists() ? file.read(ProfileKey.known()) : Map.of();
        List<SourceProfile> profiles = new ArrayList<>();
        for (String name : names) {
            SourceProfile profile = all.get(name);
            if (profile == null) {
                throw new SourceException(
                        "there is no profile "
                                + name
                                + "; 'pixelanon sources login "
                                + name
                                + "' makes one");
            }
            profiles.add(profile);
        }
        return profiles;
    }
}
