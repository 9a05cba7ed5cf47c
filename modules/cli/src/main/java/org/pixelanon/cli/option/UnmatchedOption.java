package org.pixelanon.cli.option;

import java.io.IOException;
import java.util.List;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.MatchedRows;
import picocli.CommandLine.Option;

/** The treatment of rows of lists that name missing files. */
@HelpGroup("Input")
public final class UnmatchedOption {

    @Option(
            names = "--ignore-unmatched",
            description =
                    "continue if rows of lists name missing files: rows of --csv are ignored, files of INPUT lists fail. Default: such a row stops the run before anything is written")
    boolean ignore;

    /** Whether such rows are ignored. */
    public boolean isIgnored() {
        return ignore;
    }

    /** Refuses lists of inputs that name missing files. */
    public void require(InputFiles.Found found) throws IOException {
        List<String> rows = found.unmatched();
        if (!ignore) {
            MatchedRows.refuse(rows);
        }
    }
}
