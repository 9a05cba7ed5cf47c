package org.pixelanon.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.OutputPlace;
import org.pixelanon.cli.option.ReadOptions;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.run.BlankRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon blank}: copies without their content. */
@Command(
        name = "blank",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes copies of the same shape in which every frame and overlay is blank, in RLE "
                    + "Lossless whatever the input's compression.",
            "UIDs are hashed into valid ones that begin with 2.25, the same in all files with "
                    + "the same salt, and so are names, patient IDs and accession numbers. Other "
                    + "identifying elements, private elements, free text and other "
                    + "images are removed. Dates and times of the study stay. "
                    + "docs/blank.md describes the profile.",
            "Each copy is verified before it gets its name."
        },
        footerHeading = "%nExamples:%n",
        footer = "  pixelanon blank archive/ -o dummies/ --salt \"$SECRET\"")
final class BlankCommand implements Callable<Integer> {

    @Mixin ReadOptions read = new ReadOptions();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "OUT",
            converter = OutputPlace.Converter.class,
            description =
                    "output folder; it mirrors the paths below each INPUT, with UIDs in names "
                            + "hashed too. OUT.dcm, if not a folder, is the copy of a single input")
    @Nullable OutputPlace out;

    @Option(
            names = "--salt",
            paramLabel = "TEXT",
            defaultValue = "",
            description =
                    "secret for all hashes; without it, anyone who knows a UID or name can find "
                            + "its hash")
    String salt = "";

    @Option(names = "--overwrite", description = "replace existing outputs, each atomically")
    boolean overwrite;

    @Option(names = "--no-sync", description = "do not wait until outputs are on disk")
    boolean noSync;

    @Override
    public Integer call() throws IOException {
        OutputPlace place = Objects.requireNonNull(out, "picocli requires it").in(read.sources());
        InputFiles.Found found = place.named(read.find(), read.commandLine());
        OutputLayout layout = new OutputLayout(place.folder(), null, overwrite, false, !noSync);
        return read.execute(found, new BlankRun(layout, salt)::run, "blanked");
    }
}
