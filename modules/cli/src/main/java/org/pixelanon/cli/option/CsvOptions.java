package org.pixelanon.cli.option;

import picocli.CommandLine.Option;

/** How text stands in CSV. */
public final class CsvOptions {

    @Option(
            names = "--raw-csv",
            description =
                    "write text as it is; without this an apostrophe stands in front of what a spreadsheet would execute (=, +, -, @), and is taken away again where such CSV is read")
    boolean raw;

    /** Whether text is written and read as it is. */
    public boolean raw() {
        return raw;
    }
}
