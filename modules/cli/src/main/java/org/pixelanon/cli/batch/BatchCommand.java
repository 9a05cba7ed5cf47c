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

/** A command that a cluster carries out, with its options. */
interface BatchCommand {

    /** Carries out a part of the work. Thread-safe. */
    interface Work {
        void each(
                List<InputFile> files, OutputPlaces places, RunSettings settings, ResultTaker taker)
                throws IOException;
    }

    RunOptions run();

    BatchOptions batch();

    /** The options that mean nothing where many processes share the work. */
    List<String> refused();

    /** The places of all outputs, and the end of the job if something would be overwritten. */
    OutputPlaces places(InputFiles.Found found) throws IOException;

    /** Where outputs go, as text that is the same on all machines; empty if there are none. */
    String target() throws IOException;

    /** Starts engines. */
    Work open(OpenResources closing) throws IOException;
}
