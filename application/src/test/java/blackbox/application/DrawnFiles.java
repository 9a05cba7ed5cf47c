package blackbox.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/** Files to review. All are drawn; nobody's name stands on them but made-up ones. */
record DrawnFiles(Path folder) {

    private static final int COLUMNS = 320;
    private static final int ROWS = 240;

    private static final long SEED = 7;

    static DrawnFiles in(Path folder) throws IOException {
        return new DrawnFiles(Files.createDirectories(folder));
    }

    /** Three frames, overlay 6000 of two frames, overlay 6002 of one. */
    Path planes(String name) throws IOException {
        return SampleFile.of(ROWS, COLUMNS)
                .frames(3)
                .photometric("RGB")
                .samples((frame, row, column, channel) -> wave(row, column) + 40 * frame)
                .overlay(bars(0x6000, 2))
                .overlay(bars(0x6002, 1))
                .with(file -> device(file, "Bench 1"))
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    /** One frame, overlay 6000 of three frames. */
    Path overlaid(String name) throws IOException {
        return SampleFile.of(ROWS, COLUMNS)
                .samples((frame, row, column, channel) -> wave(row, column))
                .overlay(bars(0x6000, 3))
                .with(file -> device(file, "Bench 2"))
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    /** A file of a kind with texts of made-up persons. */
    Path of(SampleKind kind, String name) throws IOException {
        byte[] drawn = SampleSet.of(SEED).kinds(List.of(kind)).draw(0).toBytes();
        return Files.write(folder.resolve(name), drawn);
    }

    /** Has the name of a DICOM file, and is none. */
    Path unreadable(String name) throws IOException {
        byte[] words = "DICM is what it should say at 128".getBytes(StandardCharsets.US_ASCII);
        return Files.write(folder.resolve(name), words);
    }

    private static int wave(int row, int column) {
        return 60 + (row + column) % 64;
    }

    /** A bar in the upper left corner that is longer in each frame. */
    private static Overlay bars(int group, int frames) {
        return new Overlay(
                group,
                ROWS,
                COLUMNS,
                1,
                1,
                frames,
                (frame, row, column) -> row < 20 && column < 40 * (frame + 1));
    }

    private static void device(DicomBuilder file, String model) {
        file.text(0x0008_0008, "CS", "ORIGINAL", "PRIMARY");
        file.text(0x0008_0060, "CS", "US");
        file.text(0x0008_1090, "LO", model);
    }
}
