package org.pixelanon.cli.option;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.pii.policy.ReleasePolicy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the types of text to keep and to blank. */
@HelpGroup("Judging text")
final class PolicyOptions {

    private static final String NAMES_OF_PROFILES = "safe, research, all";
    private static final String EVERYTHING = "all";

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    private String profile = "safe";
    private List<String> kept = List.of(EVERYTHING);
    private List<String> blanked = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "set of policies: "
                            + NAMES_OF_PROFILES
                            + ". safe keeps only text known to "
                            + "be harmless; research also ages under 90 on otherwise harmless "
                            + "lines; all blanks all text. Default: ${DEFAULT-VALUE}",
            defaultValue = "safe")
    void setProfile(String name) {
        profile = name;
        policy();
    }

    @Option(
            names = "--keep",
            paramLabel = "LIST",
            split = ",",
            description =
                    "harmless types of text to keep: measurements, technique, markers, anatomy, view, probe, brand, screen; all or none. A line is kept if all its types are. Default: ${DEFAULT-VALUE}",
            defaultValue = EVERYTHING)
    void setKept(List<String> words) {
        if (words.isEmpty()) {
            return; // nothing is set yet
        }
        kept = List.copyOf(words);
        policy();
    }

    @Option(
            names = "--blank",
            paramLabel = "LIST",
            split = ",",
            description =
                    "types of text to blank even if the allow-list matches: those of --keep, and names, identifiers, dates, times, ages, addresses, phones, institutions")
    void setBlanked(List<String> words) {
        blanked = List.copyOf(words);
        policy();
    }

    /** The policy; ends the command if a word is unknown. */
    ReleasePolicy policy() {
        try {
            return ReleasePolicy.of(profile, kept, blanked);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    String.valueOf(e.getMessage()),
                    e);
        }
    }
}
