package org.pixelanon.cli;

import picocli.CommandLine.Option;

/** How text stands in CSV. */
final class CsvOptions {

    @Option(
            names = "--raw-csv",
            description =
                    "write text as it is; without this an apostrophe stands in front of what a spreadsheet would execute (=, +, -, @), and is taken away again where such CSV is read")
    boolean raw;
}
