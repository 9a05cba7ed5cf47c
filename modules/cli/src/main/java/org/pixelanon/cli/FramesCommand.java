package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.ReadOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.pipeline.format.PictureFormat;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.run.FramesRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code pixelanon frames}: lists frames and overlay planes or writes them as pictures. */
@Command(
        name = "frames",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists every frame and overlay plane of files, or exports each as an image.",
            "Images are named as by pydicom_images: FILE_frame00.png, FILE_overlay00_frame00.png, counted from 0.",
            "Images in undescribed bits of a frame become FILE_frame00_undescribed00.png and so on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon frames scans/ --identify",
            "  pixelanon frames scan.dcm --extract pictures/ --format png",
            "  pixelanon frames ct.dcm --extract pictures/ --format tiff --raw16"
        })
final class FramesCommand implements Callable<Integer> {

    /** The task; exactly one. */
    static final class Task {

        @Option(
                names = {"--identify", "-i"},
                required = true,
                description = "list the planes as CSV")
        boolean identify;

        @Option(
                names = {"--extract", "-x"},
                required = true,
                paramLabel = "DIR",
                description =
                        "export each plane as an image below DIR, which mirrors the paths below each INPUT")
        @Nullable Path extract;
    }

    @Mixin ReadOptions read = new ReadOptions();

    @ArgGroup(multiplicity = "1")
    Task task = new Task();

    @Option(
            names = {"--format", "-f"},
            paramLabel = "FORMAT",
            defaultValue = "tiff",
            description = "png or tiff. Default: ${DEFAULT-VALUE}")
    PictureFormat format = PictureFormat.TIFF;

    @Option(
            names = "--raw16",
            description =
                    "write grey frames as 16 bits with their stored values, and palette frames "
                            + "as indices; negative values only in TIFF. Colour and overlays are "
                            + "written as displayed")
    boolean raw16;

    @Option(names = "--no-overlays", description = "omit overlay planes")
    boolean noOverlays;

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        if (!task.identify) {
            Path folder = Objects.requireNonNull(task.extract, "picocli requires one of the two");
            if (Files.isRegularFile(folder)) {
                throw new ParameterException(
                        read.commandLine(),
                        "-x " + folder + ": is a file; give a folder for the images");
            }
            FramesRun.Pictures pictures =
                    new FramesRun.Pictures(
                            new OutputLayout(folder, null, out.replaces(), false),
                            format,
                            raw16,
                            !noOverlays);
            return read.execute(
                    read.find(), (found, settings) -> FramesRun.extract(pictures, found, settings));
        }
        AtomicInteger code = new AtomicInteger();
        InputFiles.Found inputs = read.find();
        out.check(new SideOutputs().keeps(inputs));
        out.write(
                writer ->
                        code.set(
                                read.execute(
                                        inputs,
                                        (found, settings) ->
                                                FramesRun.identify(
                                                        writer, !noOverlays, found, settings))));
        return code.get();
    }
}
