package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.FloatingSamples;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class NotProcessedTest {

    @TempDir private Path folder;

    private List<String> of(SampleFile sample) throws IOException {
        try (DicomFile file =
                DicomFile.open(sample.write(folder.resolve("a.dcm"), Syntax.EXPLICIT))) {
            return file.notProcessed();
        }
    }

    private static SampleFile image() {
        return SampleFile.of(8, 8);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_plain_image_leaves_nothing_out() throws IOException {
        assertThat(of(image())).isEmpty();
        assertThat(of(image().with(b -> b.tail(new byte[300])))).isEmpty();
        assertThat(of(image().with(b -> b.bytes(0xFFFCFFFC, "OB", new byte[5000])))).isEmpty();
    }

    @Test
    void icons_nested_pixels_and_documents_are_listed_by_path() throws IOException {
        DicomBuilder pixels = new DicomBuilder().bytes(0x7FE00010, "OB", new byte[4]);
        assertThat(of(image().with(b -> b.sequence(0x00880200, pixels))))
                .containsExactly("(0088,0200) IconImageSequence");
        assertThat(of(image().with(b -> b.sequence(0x00081140, new DicomBuilder(), pixels))))
                .containsExactly("(0008,1140)[2](7FE0,0010) PixelData");
        assertThat(of(image().with(b -> b.bytes(0x00420011, "OB", noise(8)))))
                .containsExactly("(0042,0011) EncapsulatedDocument");
        assertThat(of(image().with(b -> b.bytes(0x7FE00008, "OF", noise(8)))))
                .containsExactly("(7FE0,0008) FloatPixelData");
        assertThat(of(image().with(FloatingSamples.of(32, new double[64])))).isEmpty();
        DicomBuilder map = new DicomBuilder().bytes(0x7FE00009, "OD", new byte[8]);
        assertThat(of(image().with(b -> b.sequence(0x00081140, map))))
                .containsExactly("(0008,1140)[1](7FE0,0009) DoubleFloatPixelData");
        assertThat(of(image().with(b -> b.bytes(0x50003000, "OW", noise(8)))))
                .containsExactly("(5000,3000) CurveData");
    }

    @Test
    void private_values_that_may_be_pictures_are_listed_and_text_is_not() throws IOException {
        byte[] jpeg = Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, 50);
        assertThat(of(image().with(b -> b.bytes(0x00091001, "OB", jpeg))))
                .containsExactly("(0009,1001) private value");
        assertThat(of(image().with(b -> b.bytes(0x00091001, "UN", noise(5000)))))
                .containsExactly("(0009,1001) private value");
        assertThat(of(image().with(b -> b.bytes(0x00091001, "UN", noise(500))))).isEmpty();
        byte[] text = new byte[6000];
        Arrays.fill(text, (byte) 'x');
        assertThat(of(image().with(b -> b.bytes(0x00091001, "UN", text)))).isEmpty();
    }

    @Test
    void bytes_behind_the_pixels_and_behind_the_data_set_are_listed() throws IOException {
        assertThat(of(image().with(b -> b.bytes(0x7FE00010, "OB", noise(100)))))
                .containsExactly("36 bytes after the last frame of Pixel Data (7FE0,0010)");
        byte[] junk = new byte[64];
        Arrays.fill(junk, (byte) 0xF1);
        assertThat(of(image().with(b -> b.tail(junk)))).contains("64 bytes after the data set");
        assertThat(of(image().with(b -> b.bytes(0xFFFCFFFC, "OB", noise(5000)))))
                .containsExactly("(FFFC,FFFC) DataSetTrailingPadding");
    }

    private List<String> ofJpeg(byte[] codestream) throws IOException {
        SampleFile sample = image().with(b -> b.fragments(new byte[0], List.of(codestream)));
        try (DicomFile file =
                DicomFile.open(sample.write(folder.resolve("j.dcm"), Syntax.JPEG_BASELINE))) {
            return file.notProcessed();
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void what_a_jpeg_frame_carries_beside_its_picture_is_listed() throws IOException {
        byte[] jpeg;
        try (DicomFile file =
                DicomFile.open(
                        image().samples((f, r, c, k) -> r * c)
                                .write(folder.resolve("a.dcm"), Syntax.JPEG_BASELINE))) {
            byte[] value = file.attributes().getBytes(0x7FE00010);
            // behind the offset table and the header of the only fragment
            jpeg = Arrays.copyOfRange(value, 8 + 4 + 8, value.length);
            assertThat(file.notProcessed()).isEmpty();
        }
        assertThat(ofJpeg(jpeg)).isEmpty();
        assertThat(ofJpeg(joined(jpeg, new byte[6]))).isEmpty();
        assertThat(ofJpeg(joined(jpeg, jpeg)))
                .containsExactly("a second codestream in a JPEG frame of Pixel Data");
        assertThat(ofJpeg(joined(jpeg, noise(50))))
                .containsExactly("bytes after the image in a JPEG frame of Pixel Data");
        byte[] segment = new byte[604];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) 0xE1;
        segment[2] = 2;
        segment[3] = 90;
        byte[] start = Arrays.copyOf(jpeg, 2);
        byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        assertThat(ofJpeg(joined(start, segment, rest)))
                .containsExactly("an application segment 1 in a JPEG frame of Pixel Data");
        byte[] thumbnail = {
            (byte) 0xFF,
            (byte) 0xE0,
            0,
            19,
            'J',
            'F',
            'I',
            'F',
            0,
            1,
            2,
            0,
            0,
            1,
            0,
            1,
            1,
            1,
            9,
            9,
            9
        };
        assertThat(ofJpeg(joined(start, thumbnail, rest)))
                .containsExactly("a thumbnail in a JPEG frame of Pixel Data");
    }
}
