package org.pixelanon.cli;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixelanon.pipeline.RunReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code pixelanon}. */
@Command(
        name = "pixelanon",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Finds text burned into the pixels and overlays of DICOM images, blanks what is sensitive, and proves it.",
        subcommands = {
            AnonymiseCommand.class,
            OcrCommand.class,
            RedactCommand.class,
            VerifyCommand.class,
            SynthCommand.class,
            DbCommand.class,
            DemoCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:every input is Clean or Redacted",
            "1:some input Failed, or there was nothing to work on",
            "2:wrong usage",
            "3:some input NeedsReview, none Failed",
            "130:stopped by Ctrl-C; files that were left have no output, --resume completes the job"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon anonymise scans/ -o clean/ --report report.json",
            "  pixelanon ocr scans/ --rects --csv text.csv",
            "  pixelanon redact scan.dcm -o clean/ --rect 0,0,200,40",
            "",
            "Note: " + RunReport.SCOPE_NOTE + "."
        })
public final class Main {

    static final int FAILED = 1;
    static final int USAGE = 2;
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() {}

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
        return commandLine().execute(arguments);
    }

    /** The command with its exception handling: one clear line, never a stack trace. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(
                (e, command, parsed) -> {
                    String message =
                            e instanceof IOException io ? Messages.of(io) : "internal error: " + e;
                    command.getErr().println("pixelanon: " + message);
                    return FAILED;
                });
        return line;
    }
}
