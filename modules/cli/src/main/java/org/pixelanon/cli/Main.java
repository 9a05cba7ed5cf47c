package org.pixelanon.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixelanon.cli.csv.CsvCommand;
import org.pixelanon.cli.db.DbCommand;
import org.pixelanon.cli.old.OldNames;
import org.pixelanon.cli.rules.RulesCommand;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.LinePrinter;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.report.RunReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;

/** The command {@code pixelanon}. */
@Command(
        name = "pixelanon",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Finds text burned into the pixels and overlays of DICOM images, blanks what is sensitive, and proves it.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:every input is Clean or Redacted, or was searched",
            "1:some input Failed, or there was nothing to work on",
            "2:wrong usage",
            "3:some input NeedsReview, none Failed",
            "130:stopped by Ctrl-C; files that were left have no output, --resume completes the job"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon anonymise scans/ -o clean/ --report report.json",
            "  pixelanon ocr scans/ --rects --write-csv text.csv",
            "  pixelanon redact scan.dcm -o clean/ --rect 0,0,200,40",
            "",
            "Note: " + RunReport.SCOPE_NOTE + "."
        })
public final class Main {

    private static final Logger LIBRARIES = Logger.getLogger("");

    /** Commands that say something of all of them. */
    private static final Set<String> DESCRIBE_ALL = Set.of("help", "completion", "manual");

    /** All commands by name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("anonymise", AnonymiseCommand.class);
        commands.put("ocr", OcrCommand.class);
        commands.put("redact", RedactCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("frames", FramesCommand.class);
        commands.put("tags", TagsCommand.class);
        commands.put("blank", BlankCommand.class);
        commands.put("db", DbCommand.class);
        commands.put("allowlist", AllowListCommand.class);
        commands.put("judge", JudgeCommand.class);
        commands.put("rules", RulesCommand.class);
        commands.put("csv", CsvCommand.class);
        commands.put("engines", EnginesCommand.class);
        commands.put("evaluate", EvaluateCommand.class);
        commands.put("synth", SynthCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("completion", CompletionCommand.class);
        commands.put("manual", ManualCommand.class);
        commands.put("help", HelpCommand.class);
        return commands;
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        LIBRARIES.setLevel(Level.SEVERE); // libraries log through slf4j to java.util.logging
        System.exit(run(arguments));
    }

    /**
     * Runs a command.
     *
     * @param arguments the command line
     * @return the exit code
     */
    public static int run(String... arguments) {
        CommandLine line = commandLine(arguments);
        try {
            return line.execute(OldNames.replaced(line, arguments));
        } catch (ParameterException e) {
            return UsageError.tell(e);
        } catch (OutOfMemoryError e) {
            return failed(line, Messages.of(e));
        }
    }

    /**
     * The command with its exception handling: one clear line, never a stack trace. Only the
     * command that is named is built, because to describe all of them takes longer than most of
     * them run.
     */
    private static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean one = COMMANDS.containsKey(first) && !DESCRIBE_ALL.contains(first);
        boolean none = first.equals("--version") || first.equals("-V");
        COMMANDS.forEach(
                (name, command) -> {
                    if (one ? name.equals(first) : !none) {
                        line.addSubcommand(name, command);
                    }
                });
        CommandLine redact = line.getSubcommands().get("redact");
        if (redact != null) {
            RedactCommand.freeInputs(redact.getCommandSpec());
        }
        CommandLine evaluate = line.getSubcommands().get("evaluate");
        if (evaluate != null) {
            EvaluateCommand.placeInputs(evaluate.getCommandSpec());
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setOut(LinePrinter.of(line.getOut()));
        line.setErr(LinePrinter.of(line.getErr()));
        line.setParameterExceptionHandler((e, words) -> UsageError.tell(e));
        line.setExecutionStrategy(
                parsed -> {
                    UsageError.requireCommand(parsed);
                    return new RunLast().execute(parsed);
                });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(command, Messages.of(e)));
        return line;
    }

    private static int failed(CommandLine command, String message) {
        command.getErr().println("pixelanon: " + Printable.of(message));
        command.getErr().flush();
        return ExitCode.FAILED;
    }
}
