package org.pixelanon.cli;

import org.pixelanon.model.Readers;
import picocli.CommandLine.Option;

/** Who may read what a command makes beside DICOM files. */
final class AccessOptions {

    @Option(
            names = "--shared",
            description =
                    "let the group read and write new lists, reports and databases; without it they are their owner's alone, except in a folder that hands its group on (setgid)")
    boolean shared;

    Readers readers() {
        return shared ? Readers.GROUP : Readers.OWNER;
    }
}
