package org.pixelanon.cli.config;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.pixelanon.cli.terminal.StandardStreams;
import org.pixelanon.model.Printable;
import org.pixelanon.model.UserEnvironment;
import picocli.CommandLine.Command;

/** {@code pixelanon config}: prints what is set outside the command line. */
@Command(
        name = "config",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon config",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the options that are set in files and in the environment, their values, and "
                    + "where they are set. Unknown names are errors.",
            "Precedence: command line, variables PIXELANON_OPTION_..., the user's file, the "
                    + "site's file. A name is an option without leading hyphens (jobs), for one "
                    + "command prefixed by the command (anonymise.on-doubt, "
                    + "csv.summary.top); in a variable in capitals, with _ for - "
                    + "and __ for . "
                    + "(PIXELANON_OPTION_ANONYMISE__ON_DOUBT).",
            "Options that disable a safeguard are refused there: --accept-unprocessed, "
                    + "--dry-run, --ignore-unmatched, --in-place, --no-overlays, --no-sync, "
                    + "--overwrite."
        })
public final class ConfigCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        UserEnvironment environment = UserEnvironment.ofProcess();
        Settings settings = Settings.of(environment);
        try (PrintWriter out = new PrintWriter(StandardStreams.writer())) {
            tell("user's file", environment.userSettings(), out);
            tell("site's file", environment.siteSettings(), out);
            Set<String> known = new HashSet<>();
            for (Setting setting : settings.all()) {
                boolean holds = known.add(setting.key());
                String value =
                        SettableOptions.isSecret(setting.option()) ? "(secret)" : setting.value();
                out.println(
                        Printable.of(
                                setting.key()
                                        + " = "
                                        + value
                                        + "   ["
                                        + setting.source()
                                        + (holds ? "]" : "; overridden]")));
            }
            if (settings.isEmpty()) {
                out.println("nothing is set");
            }
        }
        return 0;
    }

    private static void tell(String what, Path file, PrintWriter out) {
        String there = Files.exists(file) ? "" : " (missing)";
        out.println(Printable.of(what + ": " + file + there));
    }
}
