package org.pixelanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;

/** The colours we draw of real files are those of libjpeg and pydicom. */
class CorpusColoursIT {

    private static final Path FILES =
            Path.of(System.getProperty("pixelanon.shared", "none"), "corpus", "files");

    /** Rounding of the conversion, and of the inverse cosine transform of JPEG. */
    private static final int TOLERANCE = 2;

    /**
     * White paper, said to be RGB, with an Adobe segment too short to name a transform: libjpeg
     * takes it for YCbCr and paints the paper magenta, we believe the file.
     */
    private static final String LIBJPEG_ERRS = "pydicom__pydicom__SC_rgb_jpeg.dcm";

    @TempDir private Path folder;

    @Test
    void colours_of_jpeg_palettes_and_luminance_with_chrominance_are_those_others_see()
            throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FILES), "no corpus here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python here");
        Path script =
                Path.of(System.getProperty("pixelanon.root"), "modules/core/dicom/src/test/python")
                        .resolve("colours.py");
        Process process =
                new ProcessBuilder(
                                "/usr/bin/python3",
                                script.toString(),
                                FILES.toString(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isZero();
        List<String> different = new ArrayList<>();
        int compared = 0;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path theirs : all.sorted().toList()) {
                String name = theirs.getFileName().toString().replaceAll("\\.rgb$", "");
                try (DicomFile file = DicomFile.open(FILES.resolve(name))) {
                    compared++;
                    int worst = worst(file, Files.readAllBytes(theirs));
                    if (worst > TOLERANCE && !name.equals(LIBJPEG_ERRS)) {
                        different.add(name + " differs by " + worst);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(15);
    }

    private static int worst(DicomFile file, byte[] theirs) throws IOException {
        ByteBuffer b = ByteBuffer.wrap(theirs).order(ByteOrder.LITTLE_ENDIAN);
        PlaneImage ours = file.render(new FramePlane(0), new DisplayWindow.OfFile());
        assertThat(ours.channels()).isEqualTo(3);
        assertThat(ours.width()).isEqualTo(b.getInt());
        assertThat(ours.height()).isEqualTo(b.getInt());
        int worst = 0;
        for (byte sample : ours.samples()) {
            worst = Math.max(worst, Math.abs((sample & 0xFF) - (b.get() & 0xFF)));
        }
        return worst;
    }
}
