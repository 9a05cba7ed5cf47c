package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.config.ConfigCommand;
import org.pixelanon.cli.config.Settings;
import org.pixelanon.cli.csv.CsvCommand;
import org.pixelanon.cli.db.DbCommand;
import org.pixelanon.cli.extract.ExtractCommand;
import org.pixelanon.cli.forms.FormsCommand;
import org.pixelanon.cli.index.IndexCommand;
import org.pixelanon.cli.log.LogFile;
import org.pixelanon.cli.log.LogLevel;
import org.pixelanon.cli.log.RunLog;
import org.pixelanon.cli.old.OldNames;
import org.pixelanon.cli.rules.RulesCommand;
import org.pixelanon.cli.sources.SourcesCommand;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.cli.terminal.HelpGroups;
import org.pixelanon.cli.terminal.LinePrinter;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.Printable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.report.RunReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command {@code pixelanon}. */
@Command(
        name = "pixelanon",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Finds text burned into pixels and overlays of DICOM images, blanks what is "
                        + "sensitive, and verifies each copy.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:every input is Clean or Redacted, or was searched",
            "1:some input Failed, or there was no input",
            "2:wrong usage",
            "3:some input NeedsReview, none Failed",
            "130:stopped by Ctrl-C; unfinished files have no output, --resume completes the job"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon anonymise scans/ -o clean/ --report report.json",
            "  pixelanon ocr scans/ --rects --write-csv text.csv",
            "  pixelanon redact scan.dcm -o clean/ --rect 0,0,200,40",
            "",
            "Note: " + RunReport.SCOPE_NOTE + "."
        })
@HelpGroup("General")
public final class Main {

    private static final Logger LIBRARIES = Logger.getLogger("");

    /** Commands that describe all commands. */
    private static final Set<String> DESCRIBE_ALL = Set.of("help", "completion", "manual");

    /** All commands by name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "append to a log file, without patient text; paths as in reports")
    @Nullable Path log;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            scope = ScopeType.INHERIT,
            description = "log level: error, warning, info, debug. Default: ${DEFAULT-VALUE}")
    LogLevel logLevel = LogLevel.INFO;

    private Main() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("anonymise", AnonymiseCommand.class);
        commands.put("ocr", OcrCommand.class);
        commands.put("redact", RedactCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("frames", FramesCommand.class);
        commands.put("tags", TagsCommand.class);
        commands.put("extract", ExtractCommand.class);
        commands.put("blank", BlankCommand.class);
        commands.put("index", IndexCommand.class);
        commands.put("db", DbCommand.class);
        commands.put("allowlist", AllowListCommand.class);
        commands.put("judge", JudgeCommand.class);
        commands.put("rules", RulesCommand.class);
        commands.put("csv", CsvCommand.class);
        commands.put("forms", FormsCommand.class);
        commands.put("config", ConfigCommand.class);
        commands.put("sources", SourcesCommand.class);
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
        System.exit(run(arguments));
    }

    /**
     * Runs a command.
     *
     * @param arguments the command line
     * @return the exit code
     */
    public static int run(String... arguments) {
        LIBRARIES.setLevel(Level.SEVERE); // libraries log through slf4j to java.util.logging
        CommandLine line = commandLine(arguments);
        try {
            if (arguments.length > 0 && !DESCRIBE_ALL.contains(arguments[0])) {
                Settings settings = Settings.of(UserEnvironment.ofProcess());
                if (!settings.isEmpty()) {
                    settings.check(line, () -> commandLine("help"));
                    line.setDefaultValueProvider(settings);
                }
            }
            return line.execute(OldNames.replaced(line, arguments));
        } catch (PipelineException e) {
            failed(line, Messages.of(e));
            return ExitCode.USAGE;
        } catch (ParameterException e) {
            return UsageError.tell(e);
        } catch (OutOfMemoryError e) {
            return failed(line, Messages.of(e));
        }
    }

    /**
     * The command with its exception handling: one clear line, never a stack trace. Only the named
     * command is built, because building all takes longer than most commands run.
     */
    static CommandLine commandLine(String... arguments) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
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
        HelpGroups.layOut(line);
        line.registerConverter(Path.class, Main::localPath);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setOut(LinePrinter.of(line.getOut()));
        line.setErr(LinePrinter.of(line.getErr()));
        line.setParameterExceptionHandler((e, words) -> UsageError.tell(e));
        line.setExecutionStrategy(
                parsed -> {
                    UsageError.requireCommand(parsed);
                    return main.logged(parsed);
                });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(command, Messages.of(e)));
        return line;
    }

    /** Runs the command, with a log if requested. */
    private int logged(ParseResult parsed) throws ExecutionException {
        if (log == null) {
            return new RunLast().execute(parsed);
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        String name = last.commandSpec().qualifiedName(" ");
        try (LogFile file = LogFile.begin(log, logLevel)) {
            RunLog.begun(name, Version.number());
            try {
                int code = new RunLast().execute(parsed);
                RunLog.ended(name, code);
                return code;
            } catch (ExecutionException e) {
                RunLog.failed(e.getCause() == null ? e : e.getCause());
                throw e;
            }
        } catch (IOException e) {
            throw new ExecutionException(command, String.valueOf(e.getMessage()), e);
        }
    }

    /** Only INPUT, and -o of copies, may be URLs. */
    private static Path localPath(String text) {
        if (SourceUrl.isUrl(text)) {
            throw new TypeConversionException(
                    "is a URL, and only files are allowed here; URLs can be INPUT and -o of "
                            + "anonymise, ocr, redact, frames, tags and blank");
        }
        return Path.of(text);
    }

    private static int failed(CommandLine command, String message) {
        command.getErr().println("pixelanon: " + Printable.of(Messages.withoutLogins(message)));
        command.getErr().flush();
        return ExitCode.FAILED;
    }
}
