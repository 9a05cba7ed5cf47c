package org.pixelanon.cli.index;

import picocli.CommandLine.Command;

/** {@code pixelanon index}: a catalogue of many files. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {IndexUpdateCommand.class, IndexExportCommand.class, IndexShowCommand.class},
        description = {
            "Keeps an index of files: path, size, time, UIDs, device, transfer syntax, frames, overlays, Burned In Annotation.",
            "An index can be used as INPUT of every command, and as a table in the csv commands."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon index update archive.index /archive",
            "  pixelanon anonymise archive.index --where Modality=US -o clean/",
            "  pixelanon csv summary archive.index --columns Modality,ManufacturerModelName",
            "  pixelanon index export archive.index --not-empty Overlays -o overlays.csv"
        })
public final class IndexCommand {}
