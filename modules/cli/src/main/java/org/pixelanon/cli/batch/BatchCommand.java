package org.pixelanon.cli.batch;

import java.io.IOException;
import java.util.List;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.RunOptions;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputPlaces;
import org.pixelanon.pipeline.run.ResultTaker;
import org.pixelanon.pipeline.run.RunSettings;

/** A command that runs on a cluster, with its options. */
interface BatchCommand {

    /** Processes a part of the files. Thread-safe. */
    interface Work {
        void each(
                List<InputFile> files, OutputPlaces places, RunSettings settings, ResultTaker taker)
                throws IOException;
    }

    RunOptions run();

    BatchOptions batch();

    /** The options that are impossible if many processes share the work. */
    List<String> refused();

    /** The places of all outputs; fails if something would be overwritten. */
    OutputPlaces places(InputFiles.Found found) throws IOException;

    /** The output folder as text that is the same on all machines; empty if there is none. */
    String target() throws IOException;

    /** Starts engines. */
    Work open(OpenResources closing) throws IOException;
}
