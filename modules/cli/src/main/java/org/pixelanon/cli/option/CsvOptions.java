package org.pixelanon.cli.option;

import org.pixelanon.cli.terminal.HelpGroup;
import picocli.CommandLine.Option;

/** The form of text in CSV. */
@HelpGroup("Lists and reports")
public final class CsvOptions {

    @Option(
            names = "--raw-csv",
            description =
                    "write text unchanged. Default: an apostrophe is put before text that a spreadsheet would execute (=, +, -, @), and removed when such CSV is read")
    boolean raw;

    /** Whether text is written and read unchanged. */
    public boolean raw() {
        return raw;
    }
}
