package org.pixelanon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pixelanon.cli.old.OldName;
import org.pixelanon.cli.old.OldNameTable;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.model.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports wrong usage: one line says what is wrong, another how to get help. */
final class UsageError {

    private static final String PREFIX = "Error: ";
    private static final int LETTERS_PER_SLIP = 3;

    private UsageError() {}

    /** Prints both lines and returns the exit code of wrong usage. */
    static int tell(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("pixelanon: " + Printable.of(Messages.withoutLogins(words(e))));
        err.println("Help: " + command.getCommandSpec().qualifiedName(" ") + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    /** Refuses a command line without a command or with an unknown one, even with --help. */
    static void requireCommand(ParseResult result) {
        ParseResult at = result;
        while (at.hasSubcommand()) {
            at = at.subcommand();
        }
        CommandSpec spec = at.commandSpec();
        if (spec.subcommands().isEmpty()) {
            return;
        }
        List<String> unmatched = at.unmatched();
        if (!unmatched.isEmpty() && !unmatched.get(0).startsWith("-")) {
            throw new UnmatchedArgumentException(spec.commandLine(), unmatched);
        }
        boolean doesSomething = spec.userObject() instanceof Callable<?>;
        if (!doesSomething && !at.isUsageHelpRequested() && !at.isVersionHelpRequested()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no command given; available: "
                            + String.join(", ", spec.subcommands().keySet()));
        }
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        Throwable cause = e.getCause();
        boolean foreign =
                cause != null
                        && !(cause instanceof TypeConversionException)
                        && e.getArgSpec() != null;
        if (foreign) {
            // the converter's message names classes
            return named(e) + ": '" + e.getValue() + "' is not a valid value";
        }
        String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
        return message.startsWith(PREFIX) ? message.substring(PREFIX.length()) : message;
    }

    private static String named(ParameterException e) {
        return e.getArgSpec() instanceof CommandLine.Model.OptionSpec option
                ? option.longestName()
                : e.getArgSpec().paramLabel();
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        boolean option = e.isUnknownOption();
        if (!option && spec.subcommands().isEmpty()) {
            return "unexpected argument '" + word + "'";
        }
        Optional<OldName> old =
                OldNameTable.of(spec.qualifiedName(" ")).stream()
                        .filter(n -> n.old().equals(word))
                        .findFirst();
        if (old.isPresent()) {
            return word + ": " + old.get().answer();
        }
        String what = option ? "option" : "command";
        List<String> like = e.getSuggestions().stream().filter(s -> isLike(word, s)).toList();
        return "unknown "
                + what
                + " '"
                + word
                + "'"
                + (like.isEmpty() ? "" : "; did you mean " + String.join(" or ", like) + "?");
    }

    /** Whether one word may be another with a typing error or two. */
    private static boolean isLike(String word, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()] <= Math.max(1, word.length() / LETTERS_PER_SLIP);
    }
}
