package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Codestreams of bytes in a file that allocates one bit: drawn if they hold nothing else. */
class SingleBitCodestreamsTest {

    private static final int ROWS = 5;
    private static final int COLUMNS = 7;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2.4.57",
                "1.2.840.10008.1.2.4.70",
                "1.2.840.10008.1.2.4.80",
                "1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.4.91"
            })
    void a_codestream_of_more_than_the_bit_allocated_is_refused(String syntax) throws IOException {
        Path file = file(syntax, 200);
        try (DicomFile opened = DicomFile.open(file)) {
            assertThatThrownBy(() -> opened.views(new FramePlane(0)))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining("frame 1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2.4.57",
                "1.2.840.10008.1.2.4.70",
                "1.2.840.10008.1.2.4.80",
                "1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.4.91"
            })
    void a_codestream_of_more_than_the_bit_allocated_is_not_redacted(String syntax)
            throws IOException {
        isRefused(file(syntax, 200));
    }

    @Test
    void nor_is_one_whose_samples_always_have_more() throws IOException {
        isRefused(
                SampleFile.of(ROWS, COLUMNS)
                        .with(b -> b.numbers(0x0028_0100, "US", 1))
                        .with(b -> b.numbers(0x0028_0101, "US", 1))
                        .with(b -> b.numbers(0x0028_0102, "US", 0))
                        .write(folder.resolve("dct.dcm"), Syntax.JPEG_BASELINE));
    }

    /** Its planes cannot be read, so that nobody could read those of a copy. */
    private void isRefused(Path file) throws IOException {
        Region corner = new Region(new FramePlane(0), new PixelRectangle(0, 0, 2, 2));
        Path out = folder.resolve("out.dcm");
        try (DicomFile opened = DicomFile.open(file)) {
            RedactionTargets targets =
                    RedactionTargets.resolve(opened, new RedactionPlan(List.of(corner)));
            assertThatThrownBy(
                            () ->
                                    new Redactor()
                                            .write(opened, targets, RedactionPolicy.DEFAULT, out))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining("bit");
        }
    }

    @Test
    void a_codestream_of_single_bits_is_drawn() throws IOException {
        try (DicomFile opened = DicomFile.open(file("1.2.840.10008.1.2.4.90", 1))) {
            assertThat(opened.views(new FramePlane(0))).isNotEmpty();
        }
    }

    /** A file that states one bit, with a codestream of eight whose highest sample is given. */
    private Path file(String syntax, int highest) throws IOException {
        FrameShape shape = new FrameShape(ROWS, COLUMNS, 1, 8);
        byte[] samples = new byte[ROWS * COLUMNS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 2 * highest);
        }
        byte[] coded = FrameCodecs.encoder(syntax).orElseThrow().encode(samples, shape, null);
        byte[] file =
                SampleFile.of(ROWS, COLUMNS)
                        .with(b -> b.numbers(0x0028_0100, "US", 1))
                        .with(b -> b.numbers(0x0028_0101, "US", 1))
                        .with(b -> b.numbers(0x0028_0102, "US", 0))
                        .with(b -> b.fragments(new byte[0], List.of(coded)))
                        .toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        // the builder knows no such syntax, but one whose UID is as long
        String stated = Syntax.ENCAPSULATED_UNCOMPRESSED.uid();
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(stated);
        System.arraycopy(syntax.getBytes(StandardCharsets.US_ASCII), 0, file, at, stated.length());
        return Files.write(folder.resolve("in.dcm"), file);
    }
}
