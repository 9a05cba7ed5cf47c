package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.ToleratedDifference;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Nothing can be said in a copy but what a redaction says, to the byte. */
class VerifierStructureTest {

    private static final int CODES = 0x00120064;
    private static final String NAME = "DOE^JANE";
    private static final RedactionPlan PLAN =
            new RedactionPlan(
                    List.of(new Region(new FramePlane(0), new PixelRectangle(1, 1, 3, 2))));

    @TempDir private Path folder;

    private static SampleFile sample() {
        return SampleFile.of(8, 8).frames(2).samples((f, r, c, k) -> 50 + 9 * r + c + f);
    }

    private byte[] redact(byte[] original) throws IOException {
        Path in = Files.write(folder.resolve("in.dcm"), original);
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t = RedactionTargets.resolve(file, PLAN);
            new Redactor().write(file, t, RedactionPolicy.DEFAULT, out);
        }
        byte[] good = Files.readAllBytes(out);
        assertThat(verify(good).problems()).isEmpty();
        return good;
    }

    private Verification verify(byte[] copy) throws IOException {
        Path out = Files.write(folder.resolve("out.dcm"), copy);
        try (DicomFile file = DicomFile.open(folder.resolve("in.dcm"))) {
            RedactionTargets t = RedactionTargets.resolve(file, PLAN);
            return new Verifier().verify(file, out, t, RedactionPolicy.DEFAULT);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Where the tag of an element of the data set stands, little endian. */
    private static int find(byte[] file, int tag) {
        byte[] wanted = {(byte) (tag >> 16), (byte) (tag >> 24), (byte) tag, (byte) (tag >> 8)};
        for (int i = 132; i < file.length; i++) {
            if (Arrays.equals(file, i, i + 4, wanted, 0, 4)) {
                return i;
            }
        }
        throw new AssertionError("no such element");
    }

    private static int int32(byte[] file, int at) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    /** A way to say more in the code sequence. */
    private enum InCodes {
        SECOND_MEANING {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {
                    code("113101", "DCM", "Clean Pixel Data Option\\" + NAME)
                };
            }
        },
        SECOND_VALUE {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {
                    code("113101\\" + NAME, "DCM", "Clean Pixel Data Option")
                };
            }
        },
        SECOND_DESIGNATOR {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {
                    code("113101", "DCM\\" + NAME, "Clean Pixel Data Option")
                };
            }
        },
        BLANKS_BEFORE {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {code("113101", "  DCM", "Clean Pixel Data Option")};
            }
        },
        LONGER_PADDING {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {code("113101   ", "DCM", "Clean Pixel Data Option")};
            }
        },
        MORE_IN_THE_ITEM {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {right().text(0x00080105, "CS", NAME)};
            }
        },
        ONE_MORE_ITEM {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {
                    right(), new DicomBuilder().text(0x00100010, "PN", NAME)
                };
            }
        },
        AN_EMPTY_ITEM {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {right(), new DicomBuilder()};
            }
        },
        UNDEFINED_LENGTH {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {right()};
            }

            @Override
            byte[] element() {
                return new DicomBuilder()
                        .delimitedSequence(CODES, items())
                        .elements(Syntax.EXPLICIT);
            }
        },
        BEHIND_THE_ELEMENTS_OF_THE_ITEM {
            @Override
            DicomBuilder[] items() {
                return new DicomBuilder[] {
                    right().verbatim(
                                    0xFFFF0000,
                                    NAME.substring(0, 6).getBytes(StandardCharsets.US_ASCII))
                };
            }
        };

        abstract DicomBuilder[] items();

        byte[] element() {
            return new DicomBuilder().sequence(CODES, items()).elements(Syntax.EXPLICIT);
        }

        static DicomBuilder right() {
            return code("113101", "DCM", "Clean Pixel Data Option");
        }

        static DicomBuilder code(String value, String designator, String meaning) {
            return new DicomBuilder()
                    .text(0x00080100, "SH", value)
                    .text(0x00080102, "SH", designator)
                    .text(0x00080104, "LO", meaning);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_more_is_said_in_the_sequence_of_codes(InCodes way) throws IOException {
        byte[] good = redact(sample().toBytes(Syntax.EXPLICIT));
        int at = find(good, CODES);
        int end = at + 12 + int32(good, at + 8);
        byte[] bad =
                join(
                        Arrays.copyOf(good, at),
                        way.element(),
                        Arrays.copyOfRange(good, end, good.length));
        assertThat(bad).isNotEqualTo(good);
        assertThat(verify(bad).problems()).containsExactly("wrong (0012,0064)");
    }

    @Test
    void nothing_is_said_between_elements() throws IOException {
        byte[] stray = {-2, -1, -35, -32, 0, 0, 0, 0};
        byte[] original =
                sample().with(b -> b.verbatim(0x00100001, stray)).toBytes(Syntax.EXPLICIT);
        byte[] good = redact(original);
        int at = find(good, 0xFFFEE0DD);
        byte[] more = {-2, -1, -35, -32, 'J', 'A', 'N', 'E'};
        byte[] bad = join(Arrays.copyOf(good, at), more, Arrays.copyOfRange(good, at, good.length));
        assertThat(verify(bad).passed()).as("one more").isFalse();
        byte[] other = good.clone();
        System.arraycopy(more, 4, other, at + 4, 4);
        assertThat(verify(other).passed()).as("its length").isFalse();
    }

    @Test
    void nothing_is_said_in_tables_of_lengths() throws IOException {
        byte[] frame = new byte[64];
        byte[] original =
                sample().with(
                                b ->
                                        b.numbers(0x7FE00001, "OV", 0, 72)
                                                .numbers(0x7FE00002, "OV", 64, 64)
                                                .fragments(new byte[0], List.of(frame, frame)))
                        .toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        byte[] good = redact(original);
        assertThat(verify(good).tolerated()).containsExactly(ToleratedDifference.OFFSET_TABLES);
        for (int table : new int[] {0x7FE00001, 0x7FE00002}) {
            for (int i = 0; i < 16; i++) {
                byte[] bad = good.clone();
                bad[find(good, table) + 12 + i] ^= 0x41;
                assertThat(verify(bad).passed()).as("%x, byte %d", table, i).isFalse();
            }
        }
    }

    @Test
    void fragments_lie_as_the_redaction_writes_them() throws IOException {
        byte[] half = new byte[32];
        byte[] original =
                sample().with(b -> b.fragments(new byte[8], List.of(half, half, half, half)))
                        .toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        // a table that names the first fragment of each frame
        ByteBuffer.wrap(original)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(find(original, 0x7FE00010) + 12 + 8 + 4, 80);
        byte[] good = redact(original);
        assertThat(verify(good).tolerated())
                .containsExactly(
                        ToleratedDifference.OFFSET_TABLES, ToleratedDifference.FRAGMENT_BORDERS);
        int table = find(good, 0x7FE00010) + 12;
        byte[] none =
                join(
                        Arrays.copyOf(good, table + 4),
                        new byte[4],
                        Arrays.copyOfRange(good, table + 16, good.length));
        assertThat(verify(none).passed()).as("without its table").isFalse();
        int first = table + 16;
        byte[] item = {-2, -1, 0, -32, 32, 0, 0, 0};
        byte[] divided =
                join(
                        Arrays.copyOf(good, first),
                        item,
                        Arrays.copyOfRange(good, first + 8, first + 40),
                        item,
                        Arrays.copyOfRange(good, first + 40, good.length));
        divided[table + 12] += 8;
        assertThat(verify(divided).passed()).as("the first frame in two fragments").isFalse();
    }

    @Test
    void a_copy_says_how_its_structure_differs_from_the_original() throws IOException {
        assertThat(verify(redact(sample().toBytes(Syntax.EXPLICIT))).tolerated()).isEmpty();
        byte[] spaces = "drawn   ".getBytes(StandardCharsets.US_ASCII);
        byte[] padded =
                sample().with(
                                b ->
                                        b.bytes(0x00082111, "ST", spaces)
                                                .numbers(0x00080000, "UL", 4)
                                                .wrongMetaLength(2))
                        .toBytes(Syntax.EXPLICIT);
        assertThat(verify(redact(padded)).tolerated())
                .containsExactly(
                        ToleratedDifference.PADDING,
                        ToleratedDifference.GROUP_LENGTHS,
                        ToleratedDifference.META_LENGTH);
    }

    @Test
    void a_file_meta_group_without_length_and_value_representations_gets_its_length()
            throws IOException {
        byte[] uid = "1.2.840.10008.1.2\0".getBytes(StandardCharsets.US_ASCII);
        byte[] element = {2, 0, 0x10, 0, (byte) uid.length, 0, 0, 0};
        byte[] dataSet = sample().builder(Syntax.IMPLICIT).elements(Syntax.IMPLICIT);
        byte[] good = redact(join(element, uid, dataSet));
        assertThat(verify(good).tolerated()).containsExactly(ToleratedDifference.META_LENGTH);
        byte[] bad = good.clone();
        bad[8]++;
        assertThat(verify(bad).passed()).isFalse();
    }

    @Test
    void deflate_may_be_another_but_holds_the_same_and_nothing_is_behind_it() throws IOException {
        byte[] good = redact(sample().toBytes(Syntax.DEFLATED));
        int start = 144 + int32(good, 140);
        byte[] body = inflate(good, start);
        byte[] stored = deflate(body, Deflater.NO_COMPRESSION);
        byte[] other = join(Arrays.copyOf(good, start), stored);
        assertThat(other).isNotEqualTo(good);
        assertThat(verify(other).problems()).isEmpty();
        assertThat(verify(other).tolerated()).containsExactly(ToleratedDifference.DEFLATE);
        assertThat(verify(join(other, new byte[] {1, 1})).passed()).isFalse();
        body[body.length - 1]++;
        byte[] changed = join(Arrays.copyOf(good, start), deflate(body, Deflater.BEST_SPEED));
        assertThat(verify(changed).passed()).isFalse();
    }

    private static byte[] inflate(byte[] file, int start) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(file, start, file.length - start);
        byte[] out = new byte[1 << 16];
        try {
            return Arrays.copyOf(out, inflater.inflate(out));
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflate(byte[] body, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(body);
        deflater.finish();
        byte[] out = new byte[body.length + 999];
        int n = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, n + n % 2);
    }
}
