package org.pixelanon.cli.db;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.model.Printable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.claims.Claim;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon db claim}: files that nobody else reviews meanwhile. */
@Command(
        name = "claim",
        mixinStandardHelpOptions = true,
        description = {
            "Claims files for review, so that no colleague reviews them too, and writes their "
                    + "names. A claim ends when its time is over, or with db release.",
            "Without FILE and --next all that you have is renewed. Exit code 1 if others have "
                    + "one of the files."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon db claim postgresql://db.example/review --next 20 > mine.txt",
            "  pixelanon db claim audit/ /archive/a.dcm --minutes 30"
        })
final class ClaimCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Mixin DbOption database = new DbOption();

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            description = "names as they are in the database")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--next",
            paramLabel = "N",
            description = "the next files by name that are not done and that nobody has")
    int next;

    @Option(
            names = "--minutes",
            paramLabel = "MINUTES",
            defaultValue = "480",
            description = "for how long. Default: ${DEFAULT-VALUE}")
    int minutes;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        if (next < 0 || minutes < 1) {
            throw new ParameterException(command, "--next and --minutes must be at least 1");
        }
        if (next > 0 && !files.isEmpty()) {
            throw new ParameterException(command, "name files or use --next, not both");
        }
        String person = UserEnvironment.ofProcess().user();
        Duration lease = Duration.ofMinutes(minutes);
        try (RegionStore store = database.open(RegionStore.Mode.EXTEND)) {
            List<Claim> claims;
            if (next > 0) {
                claims = store.claims().next(next, person, lease);
            } else if (files.isEmpty()) {
                claims = store.claims().renew(person, lease);
            } else {
                claims = store.claims().claim(files, person, lease);
            }
            return tell(claims, person, command);
        }
    }

    private static int tell(List<Claim> claims, String person, CommandLine command) {
        PrintWriter out = command.getOut();
        int code = 0;
        for (Claim claim : claims) {
            String name = Printable.of(claim.filename());
            if (claim.person().equals(person)) {
                out.println(name);
            } else {
                command.getErr()
                        .println(
                                name
                                        + ": claimed by "
                                        + Printable.of(claim.person())
                                        + " until "
                                        + claim.until());
                code = ExitCode.FAILED;
            }
        }
        out.flush();
        return code;
    }
}
