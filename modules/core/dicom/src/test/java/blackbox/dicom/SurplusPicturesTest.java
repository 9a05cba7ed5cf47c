package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;
import org.pixelanon.dicom.redact.RedactionLeftovers;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A picture behind or beside the one that is processed withholds the file. */
class SurplusPicturesTest {

    private static final int NUMBER_OF_FRAMES = 0x00280008;
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final byte[] NONE = {};

    @TempDir Path folder;

    private static List<Unprocessed> of(Path path) throws IOException {
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.isTruncated()).isFalse();
            return RedactionLeftovers.of(file, RedactionTargets.NONE, RedactionPolicy.DEFAULT);
        }
    }

    private static void assertWithheld(Path path, Kind... kinds) throws IOException {
        assertThat(of(path))
                .filteredOn(Unprocessed::withholds)
                .extracting(Unprocessed::kind)
                .as(path.toString())
                .isNotEmpty()
                .isSubsetOf(kinds);
    }

    private static void assertTold(Path path, Kind kind) throws IOException {
        assertThat(of(path)).extracting(Unprocessed::kind).containsExactly(kind);
        assertThat(of(path)).noneMatch(Unprocessed::withholds);
    }

    private Path image(Syntax syntax, Consumer<DicomBuilder> change) throws IOException {
        return SampleFile.of(40, 48)
                .samples((f, r, c, k) -> r + c)
                .with(change)
                .write(folder.resolve("a.dcm"), syntax);
    }

    /** A small picture: letters on a ground, in rows. */
    private static byte[] plane(int rows, int columns, int bytes) {
        byte[] out = new byte[rows * columns * bytes];
        for (int i = 0; i < rows * columns; i++) {
            boolean stroke = i % columns / 3 % 3 == 0 && i / columns / 8 % 2 == 0;
            out[i * bytes + bytes - 1] = (byte) (stroke ? 120 : i / columns);
        }
        return out;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "", "0", "1", "1\\3", "1x", "many", "-3", "9999999999"})
    void native_frames_beyond_number_of_frames_withhold_the_file(String stated) throws IOException {
        for (Syntax syntax :
                List.of(Syntax.EXPLICIT, Syntax.IMPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED)) {
            Path path =
                    image(
                            syntax,
                            b -> {
                                b.bytes(PIXEL_DATA, "OB", plane(120, 48, 1));
                                if (!stated.equals("absent")) {
                                    b.text(NUMBER_OF_FRAMES, "IS", stated);
                                }
                            });
            assertWithheld(path, Kind.SURPLUS_FRAMES);
        }
    }

    @Test
    void rows_behind_the_last_frame_withhold_the_file_and_noise_is_told_and_zero_is_harmless()
            throws IOException {
        byte[] half = Arrays.copyOf(plane(60, 48, 1), 60 * 48);
        assertWithheld(
                image(Syntax.EXPLICIT, b -> b.bytes(PIXEL_DATA, "OB", half)), Kind.BEHIND_PIXELS);
        byte[] junk = Arrays.copyOf(plane(40, 48, 1), 40 * 48 + 900);
        System.arraycopy(noise(900), 0, junk, 40 * 48, 900);
        assertTold(
                image(Syntax.EXPLICIT, b -> b.bytes(PIXEL_DATA, "OB", junk)), Kind.BEHIND_PIXELS);
        byte[] zero = Arrays.copyOf(plane(40, 48, 1), 40 * 48 * 3);
        assertThat(of(image(Syntax.EXPLICIT, b -> b.bytes(PIXEL_DATA, "OB", zero)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Coded.NATIVE,
                Coded.DEFLATED,
                Coded.RLE,
                Coded.BASELINE,
                Coded.LOSSLESS,
                Coded.JPEG_LS,
                Coded.JPEG_2000
            })
    void more_codestreams_than_frames_withhold_the_file_with_and_without_offset_tables(String uid)
            throws IOException {
        byte[] first = Coded.frame(uid, 1);
        byte[] second = Coded.frame(uid, 2);
        byte[] third = Coded.frame(uid, 3);
        List<byte[]> two = List.of(first, second);
        List<byte[]> three = List.of(first, second, third);
        Path path = folder.resolve("a.dcm");
        Kind[] any = {Kind.SURPLUS_FRAMES, Kind.SECOND_CODESTREAM};
        assertThat(of(Coded.write(path, uid, 1, NONE, NONE, List.of(first)))).isEmpty();
        assertThat(of(Coded.write(path, uid, 2, NONE, NONE, two))).isEmpty();
        assertThat(of(Coded.write(path, uid, 3, Coded.table(4, 3, three), NONE, three))).isEmpty();
        for (int stated = 1; stated <= 2; stated++) {
            for (List<byte[]> all : List.of(two, three)) {
                for (int listed = 1; stated < all.size() && listed <= all.size(); listed++) {
                    byte[] basic = Coded.table(4, listed, all);
                    byte[] extended = Coded.table(8, listed, all);
                    assertWithheld(Coded.write(path, uid, stated, basic, NONE, all), any);
                    assertWithheld(Coded.write(path, uid, stated, NONE, extended, all), any);
                }
                if (stated < all.size()) {
                    assertWithheld(Coded.write(path, uid, stated, NONE, NONE, all), any);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Coded.NATIVE,
                Coded.DEFLATED,
                Coded.RLE,
                Coded.BASELINE,
                Coded.LOSSLESS,
                Coded.JPEG_LS,
                Coded.JPEG_2000
            })
    void a_codestream_behind_a_codestream_withholds_the_file(String uid) throws IOException {
        byte[] first = Coded.frame(uid, 1);
        byte[] second = Coded.frame(uid, 2);
        Path path = folder.resolve("a.dcm");
        byte[] both = Coded.joined(first, second);
        byte[] apart = Coded.joined(first, new byte[4], second);
        byte[] padded = Coded.joined(first, new byte[2]);
        assertWithheld(
                Coded.write(path, uid, 1, NONE, NONE, List.of(both)), Kind.SECOND_CODESTREAM);
        assertThat(of(Coded.write(path, uid, 1, NONE, NONE, List.of(padded)))).isEmpty();
        assertWithheld(
                Coded.write(path, uid, 2, NONE, NONE, List.of(first, both)),
                Kind.SECOND_CODESTREAM);
        if (!uid.equals(Coded.NATIVE)) {
            assertWithheld(
                    Coded.write(path, uid, 1, NONE, NONE, List.of(apart)), Kind.SECOND_CODESTREAM);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Coded.RLE, Coded.BASELINE, Coded.JPEG_LS, Coded.JPEG_2000})
    void a_frame_in_several_fragments_is_one_frame(String uid) throws IOException {
        byte[] whole = Coded.frame(uid, 1);
        byte[] head = Arrays.copyOf(whole, 200);
        byte[] tail = Arrays.copyOfRange(whole, 200, whole.length);
        Path path = folder.resolve("a.dcm");
        assertThat(of(Coded.write(path, uid, 1, NONE, NONE, List.of(head, tail)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPLICIT", "IMPLICIT", "BIG_ENDIAN", "DEFLATED"})
    void a_data_set_behind_the_data_set_withholds_the_file(String name) throws IOException {
        Syntax syntax = Syntax.valueOf(name);
        Path path = folder.resolve("two.dcm");
        byte[] first = Files.readAllBytes(image(syntax, b -> {}));
        byte[] second = Files.readAllBytes(image(Syntax.EXPLICIT, b -> {}));
        byte[] bare =
                Files.readAllBytes(image(Syntax.EXPLICIT, b -> b.withoutMeta().withoutPreamble()));
        byte[] strange = second.clone();
        Arrays.fill(strange, 0, 128, (byte) 'x');
        for (byte[] more : List.of(second, bare, strange)) {
            Files.write(path, Coded.joined(first, more));
            assertWithheld(path, Kind.APPENDED_STREAM);
            Files.write(path, Coded.joined(first, new byte[64], more));
            assertWithheld(path, Kind.APPENDED_STREAM);
        }
        Files.write(path, Coded.joined(first, new byte[64]));
        assertThat(of(path)).isEmpty();
    }

    @Test
    void values_that_begin_like_a_picture_withhold_the_file_wherever_they_are() throws IOException {
        byte[] jpeg = Coded.frame(Coded.BASELINE, 1);
        byte[] behindHeader = Coded.joined(noise(100), jpeg);
        byte[] dicom = Files.readAllBytes(image(Syntax.EXPLICIT, b -> {}));
        for (byte[] picture : List.of(jpeg, behindHeader, dicom, Coded.frame(Coded.JPEG_2000, 1))) {
            assertWithheld(
                    image(Syntax.EXPLICIT, b -> b.bytes(0x00091001, "OB", picture)),
                    Kind.PRIVATE_VALUE);
            assertWithheld(
                    image(Syntax.IMPLICIT, b -> b.bytes(0x00091001, "UN", picture)),
                    Kind.PRIVATE_VALUE);
            assertWithheld(
                    image(Syntax.EXPLICIT, b -> b.bytes(0xFFFCFFFC, "OB", picture)),
                    Kind.TRAILING_PADDING);
            assertWithheld(
                    image(Syntax.EXPLICIT, b -> b.bytes(0x50003000, "OW", picture)), Kind.CURVE);
            assertWithheld(
                    image(Syntax.EXPLICIT, b -> b.bytes(0x54001010, "OW", picture)),
                    Kind.PUBLIC_VALUE);
            assertWithheld(
                    image(
                            Syntax.EXPLICIT,
                            b ->
                                    b.sequence(
                                            0x00081140,
                                            new DicomBuilder().bytes(0x00091001, "OB", picture))),
                    Kind.PRIVATE_VALUE);
        }
        assertWithheld(
                image(Syntax.EXPLICIT, b -> b.bytes(0x00420011, "OB", noise(600))), Kind.DOCUMENT);
    }

    @Test
    void values_laid_out_like_a_plane_withhold_the_file() throws IOException {
        int[][] sizes = {
            {40, 48, 1}, {40, 48, 2}, {20, 24, 2}, {40, 48, 3}, {20, 24, 3}, {20, 24, 4}
        };
        for (int[] size : sizes) {
            byte[] value = plane(size[0], size[1], size[2]);
            for (int header : new int[] {0, 16}) {
                byte[] whole = Coded.joined(noise(header), value);
                assertWithheld(
                        image(Syntax.EXPLICIT, b -> b.bytes(0x00091001, "OB", whole)),
                        Kind.PRIVATE_VALUE);
                assertWithheld(
                        image(Syntax.EXPLICIT, b -> b.bytes(0xFFFCFFFC, "OB", whole)),
                        Kind.TRAILING_PADDING);
            }
        }
        byte[] noise = noise(40 * 48);
        assertThat(of(image(Syntax.EXPLICIT, b -> b.bytes(0x00091001, "OB", noise)))).isEmpty();
    }

    @Test
    void letters_of_one_bit_withhold_the_file() throws IOException {
        byte[] bits = new byte[128 * 128 / 8];
        for (int i = 0; i < 128 * 128; i++) {
            int x = i % 128;
            int y = i / 128;
            boolean stroke = y >= 40 && y < 51 && x < 80 && (x % 7 < 2 || y == 45 && x % 7 < 5);
            bits[i / 8] |= (byte) (stroke ? 1 << i % 8 : 0);
        }
        Path path =
                SampleFile.of(128, 128)
                        .with(b -> b.bytes(0x00091001, "OB", bits))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        assertWithheld(path, Kind.PRIVATE_VALUE);
    }

    @Test
    void private_values_beside_pixel_data_withhold_the_file() throws IOException {
        assertWithheld(
                image(Syntax.EXPLICIT, b -> b.bytes(0x7FE11010, "OB", noise(5000))),
                Kind.PRIVATE_VALUE);
        assertThat(of(image(Syntax.EXPLICIT, b -> b.bytes(0x7FE11010, "OB", noise(40))))).isEmpty();
        assertThat(of(image(Syntax.EXPLICIT, b -> b.bytes(0x7FE11010, "OB", new byte[5000]))))
                .isEmpty();
        assertTold(
                image(Syntax.EXPLICIT, b -> b.bytes(0x00091010, "OB", noise(5000))),
                Kind.PRIVATE_VALUE);
        assertTold(image(Syntax.EXPLICIT, b -> b.bytes(0x50003000, "OW", noise(600))), Kind.CURVE);
    }
}
