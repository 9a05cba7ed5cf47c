package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.model.FileRights;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.PartFile;
import org.pixelanon.pipeline.format.PictureFormat;
import org.pixelanon.pipeline.format.PictureWriter;
import org.pixelanon.pipeline.format.TagForm;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.OutputFolders;
import org.pixelanon.pipeline.output.OutputLayout;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;

/** Lists the frames and overlay planes of files, or writes each as a picture. Changes no file. */
public final class FramesRun {

    private static final List<String> COLUMNS =
            List.of(
                    "filename",
                    "frame",
                    "overlay",
                    "rows",
                    "columns",
                    "bits_stored",
                    "bits_allocated",
                    "photometric_interpretation",
                    "transfer_syntax_uid");

    /**
     * How pictures are written.
     *
     * @param layout where they go: beside the place that a copy of the file would have, with {@code
     *     _frame00} or {@code _overlay00_frame00} and the ending behind its name; what a frame
     *     holds in bits that no element describes follows as {@code _frame00_undescribed00}
     * @param format PNG or TIFF
     * @param raw16 whether grey frames hold their stored values in 16 bits, not what is shown
     * @param overlays whether overlay planes are written
     */
    public record Pictures(
            OutputLayout layout, PictureFormat format, boolean raw16, boolean overlays) {}

    private FramesRun() {}

    /**
     * Lists planes as CSV, one row each, in the order of the files; frame and overlay as in the
     * Python tool: 0-based, -1 for no overlay.
     *
     * @param out where to; not closed by this
     * @param overlays whether overlay planes are listed
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file; Clean says that its planes were listed
     * @throws IOException if the list cannot be written
     */
    public static RunResult identify(
            Writer out, boolean overlays, InputFiles.Found found, RunSettings settings)
            throws IOException {
        out.write(TagForm.csv(COLUMNS));
        OrderedWriter order = new OrderedWriter(found.files(), out, "");
        return Batch.reading(settings)
                .run("Frames", found, () -> new Step(input -> listed(input, overlays, order)));
    }

    private static Optional<List<Unprocessed>> listed(
            InputFile input, boolean overlays, OrderedWriter order) throws IOException {
        Optional<Read> rows = Optional.empty();
        try {
            rows = read(input, file -> rows(input, file, overlays));
        } finally {
            if (rows.isPresent()) {
                order.put(input, rows.get().rows());
            } else {
                order.pass(input);
            }
        }
        return rows.map(Read::left);
    }

    /**
     * Writes every plane as a picture, and each that no element describes; of a file all or none.
     *
     * @param pictures how
     * @param found the files
     * @param settings how the run is carried out
     * @return one result per file; Clean says that its pictures were written
     * @throws IOException if left-over part files cannot be removed
     */
    public static RunResult extract(Pictures pictures, InputFiles.Found found, RunSettings settings)
            throws IOException {
        OutputLayout.Targets assigned = pictures.layout().assign(found.files());
        OutputFolders folders = OutputFolders.unflushed(pictures.layout());
        folders.sweep(assigned.targets().values());
        return Batch.reading(settings)
                .run(
                        "Frames",
                        found,
                        () -> new Step(input -> drawn(input, pictures, assigned, folders)));
    }

    private static Optional<List<Unprocessed>> drawn(
            InputFile input,
            Pictures pictures,
            OutputLayout.Targets assigned,
            OutputFolders folders)
            throws IOException {
        Path target = assigned.targets().get(input);
        if (target == null) {
            throw new PipelineException(input.path() + ": " + assigned.problems().get(input));
        }
        Reading pictured =
                file -> {
                    write(pictures, target, file, folders);
                    return "";
                };
        return read(input, pictured).map(Read::left);
    }

    /** What is done with an open file. */
    private interface Reading {
        String of(DicomFile file) throws IOException;
    }

    /** What was read of a file, and what it holds beside its planes. */
    private record Read(String rows, List<Unprocessed> left) {}

    /** Empty for what was met in a folder and is not DICOM. */
    private static Optional<Read> read(InputFile input, Reading reading) throws IOException {
        Optional<DicomFile> opened = InputChecks.open(input);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (DicomFile file = opened.get()) {
            InputChecks.requireComplete(file);
            if (file.planes().isEmpty() && input.explicit()) {
                throw new PipelineException(input.path() + ": contains neither image nor overlay");
            }
            return Optional.of(new Read(reading.of(file), InputChecks.unprocessed(file)));
        }
    }

    private static String rows(InputFile input, DicomFile file, boolean overlays)
            throws IOException {
        StringBuilder rows = new StringBuilder();
        Optional<ImageDescription> image = file.image();
        for (PlaneGeometry plane : wanted(file, overlays)) {
            InclusiveBox box = InclusiveBox.summary(plane.plane());
            boolean frame = plane.plane() instanceof FramePlane;
            rows.append(
                    TagForm.csv(
                            List.of(
                                    input.path().toString(),
                                    Integer.toString(box.frame()),
                                    Integer.toString(box.overlay()),
                                    Integer.toString(plane.height()),
                                    Integer.toString(plane.width()),
                                    frame
                                            ? image.map(i -> Integer.toString(i.bitsStored()))
                                                    .orElse("")
                                            : "1",
                                    frame
                                            ? image.map(i -> Integer.toString(i.bitsAllocated()))
                                                    .orElse("")
                                            : "1",
                                    frame
                                            ? image.map(
                                                            i ->
                                                                    i.photometric()
                                                                            .name()
                                                                            .replace(
                                                                                    "_COLOR",
                                                                                    " COLOR"))
                                                    .orElse("")
                                            : "",
                                    file.transferSyntax().uid())));
        }
        return rows.toString();
    }

    private static List<PlaneGeometry> wanted(DicomFile file, boolean overlays) throws IOException {
        return file.planes().stream()
                .filter(p -> overlays || p.plane() instanceof FramePlane)
                .toList();
    }

    private static void write(Pictures pictures, Path target, DicomFile file, OutputFolders folders)
            throws IOException {
        PictureWriter writer = new PictureWriter(pictures.format(), pictures.raw16());
        Deque<PartFile> parts = new ArrayDeque<>(); // the first has the lock and is closed last
        List<Path> places = new ArrayList<>();
        try {
            for (PlaneGeometry geometry : wanted(file, pictures.overlays())) {
                Plane plane = geometry.plane();
                places.add(free(place(target, plane, "", pictures.format()), pictures));
                writer.write(file, plane, begun(parts, places, folders).path());
                List<PlaneImage> more =
                        plane instanceof FramePlane ? file.undescribed(plane.index()) : List.of();
                for (int i = 0; i < more.size(); i++) {
                    String name = String.format(Locale.ROOT, "_undescribed%02d", i);
                    places.add(free(place(target, plane, name, pictures.format()), pictures));
                    writer.write(more.get(i), begun(parts, places, folders).path());
                }
            }
            file.requireUnchanged();
            Optional<FileRights> rights = FileRights.of(file.path());
            int next = 0;
            for (PartFile part : parts) {
                if (rights.isPresent()) {
                    rights.get().giveMode(part.path());
                }
                if (pictures.layout().overwrite()) {
                    folders.replace(part, places.get(next++));
                } else {
                    folders.create(part, places.get(next++));
                }
            }
        } finally {
            while (!parts.isEmpty()) {
                parts.removeLast().close();
            }
        }
    }

    private static Path free(Path place, Pictures pictures) throws PipelineException {
        if (Files.exists(place) && !pictures.layout().overwrite()) {
            throw new PipelineException(place + ": exists (--overwrite)");
        }
        return place;
    }

    /** A part of the last place. */
    private static PartFile begun(Deque<PartFile> parts, List<Path> places, OutputFolders folders)
            throws IOException {
        Path place = places.get(places.size() - 1);
        parts.add(parts.isEmpty() ? folders.begin(place) : parts.getFirst().another());
        return parts.getLast();
    }

    private static Path place(Path target, Plane plane, String what, PictureFormat format) {
        InclusiveBox box = InclusiveBox.summary(plane);
        String overlay =
                plane instanceof FramePlane
                        ? ""
                        : String.format(Locale.ROOT, "_overlay%02x", box.overlay());
        String frame = String.format(Locale.ROOT, "_frame%02d", box.frame());
        String ending = "." + format.name().toLowerCase(Locale.ROOT);
        return target.resolveSibling(target.getFileName() + overlay + frame + what + ending);
    }

    /** What is done with each file, and what it leaves; empty for what is not DICOM. */
    private interface Work {
        Optional<List<Unprocessed>> on(InputFile input) throws IOException;
    }

    private record Step(Work work) implements Batch.FileStep {

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            return work.on(input)
                    .map(left -> FileResult.ended(input.path(), Outcome.CLEAN, "").leaving(left));
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
