package org.pixelanon.cli.batch;

import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import picocli.CommandLine.Option;

/** Options for sharing the work. */
@HelpGroup("Cluster")
final class BatchOptions {

    private static final int MEGABYTE = 1_000_000;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            description =
                    "folder or URL of the cluster's file system for the rows of the job; a job submitted again with the same place resumes")
    @Nullable String results;

    @Option(
            names = "--part-megabytes",
            paramLabel = "N",
            defaultValue = "64",
            description =
                    "most megabytes of files in one task; a bigger file is a task of its own. Default: ${DEFAULT-VALUE}")
    int megabytes = 64;

    @Option(
            names = "--part-files",
            paramLabel = "N",
            defaultValue = "200",
            description = "most files in one task. Default: ${DEFAULT-VALUE}")
    int files = 200;

    long bytes() {
        return (long) megabytes * MEGABYTE;
    }
}
