package org.pixelanon.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class EncapsulationTest {

    @TempDir private Path folder;

    /** A fragment that begins like a JPEG codestream, and one that does not. */
    private static final byte[] BEGIN = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2};

    /** It holds the pattern of a sequence delimiter, which must not be believed. */
    private static final byte[] MORE = {
        7, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0, 9, 9
    };

    private static byte[] table(long... offsets) {
        ByteBuffer b = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long o : offsets) {
            b.putInt((int) o);
        }
        return b.array();
    }

    private static byte[] extended(long... offsets) {
        ByteBuffer b = ByteBuffer.allocate(8 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long o : offsets) {
            b.putLong(o);
        }
        return b.array();
    }

    private Path write(int frames, byte[] table, List<byte[]> fragments, byte[] extended)
            throws IOException {
        return SampleFile.of(2, 2)
                .frames(frames)
                .with(
                        b -> {
                            b.fragments(table, fragments);
                            if (extended.length > 0) {
                                b.bytes(Tag.ExtendedOffsetTable, "OV", extended);
                            }
                        })
                .write(folder.resolve("a.dcm"), Syntax.JPEG_BASELINE);
    }

    /** The lengths of the frames, which tell which fragments are in each. */
    private List<Integer> frames(int frames, byte[] table, byte[] extended, byte[]... fragments)
            throws IOException {
        try (DicomFile file = DicomFile.open(write(frames, table, List.of(fragments), extended))) {
            assertThat(file.isTruncated()).isFalse();
            PixelSpans spans = file.pixels().spans();
            List<Integer> out = new ArrayList<>();
            for (int i = 0; i < spans.framesPresent(); i++) {
                out.add(spans.frameBytes(i).length);
            }
            return out;
        }
    }

    @Test
    void fragments_are_divided_into_frames_by_tables_that_agree_with_them() throws IOException {
        byte[] none = {};
        assertThat(frames(2, table(0, 34), none, BEGIN, MORE, BEGIN)).containsExactly(18, 6);
        assertThat(frames(2, none, extended(0, 14), BEGIN, MORE, BEGIN)).containsExactly(6, 18);
    }

    @Test
    void an_empty_or_wrong_table_is_not_believed() throws IOException {
        byte[] none = {};
        assertThat(frames(2, none, none, BEGIN, MORE, BEGIN)).containsExactly(18, 6);
        assertThat(frames(2, table(0, 33), none, BEGIN, MORE, BEGIN)).containsExactly(18, 6);
        assertThat(frames(2, table(14, 0), none, BEGIN, MORE, BEGIN)).containsExactly(18, 6);
        assertThat(frames(2, table(0), none, BEGIN, MORE, BEGIN, MORE)).containsExactly(18, 18);
        assertThat(frames(3, table(5, 6, 7), none, MORE, MORE, BEGIN)).containsExactly(12, 12, 6);
        assertThat(frames(1, none, none, MORE, BEGIN, MORE)).containsExactly(30);
        assertThat(frames(2, table(0, 34), extended(0, 9999), BEGIN, MORE, BEGIN))
                .containsExactly(18, 6);
    }

    @Test
    void fragments_that_cannot_be_divided_are_refused() throws IOException {
        Path path = write(2, new byte[0], List.of(MORE, MORE, MORE), new byte[0]);
        try (DicomFile file = DicomFile.open(path)) {
            assertThatThrownBy(() -> file.frame(0))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining("3 fragments cannot be assigned to 2 frames");
        }
    }

    @Test
    void fewer_fragments_than_frames_leave_the_last_frames_missing() throws IOException {
        Path path = write(5, new byte[0], List.of(BEGIN, BEGIN), new byte[0]);
        try (DicomFile file = DicomFile.open(path)) {
            assertThatThrownBy(() -> file.frame(2))
                    .hasMessageContaining("frame 3 is not complete: 2 of 5");
        }
    }

    @Test
    void a_second_codestream_in_a_single_frame_is_listed() throws IOException {
        Path path = write(1, new byte[0], List.of(BEGIN, BEGIN), new byte[0]);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.notProcessed())
                    .containsExactly("2 codestreams for one frame of Pixel Data");
        }
    }

    @Test
    void fragments_without_a_delimiter_make_the_file_truncated() throws IOException {
        DicomBuilder b = SampleFile.of(2, 2).builder(Syntax.RLE);
        b.unfinishedFragments(List.of(new byte[70]));
        try (DicomFile file = DicomFile.open(b.write(folder.resolve("a.dcm"), Syntax.RLE))) {
            assertThat(file.isTruncated()).isTrue();
        }
    }

    @Test
    void several_fragments_of_one_rle_frame_are_joined() throws IOException {
        SampleFile sample = SampleFile.of(9, 9).samples((f, r, c, k) -> r * 9 + c);
        Element data;
        byte[] whole;
        try (DicomFile file = DicomFile.open(sample.write(folder.resolve("a.dcm"), Syntax.RLE))) {
            whole = file.pixels().spans().frameBytes(0);
        }
        byte[] first = Arrays.copyOf(whole, 40);
        byte[] second = Arrays.copyOfRange(whole, 40, whole.length);
        sample.with(b -> b.fragments(new byte[0], List.of(first, second)));
        try (DicomFile file = DicomFile.open(sample.write(folder.resolve("b.dcm"), Syntax.RLE))) {
            data = file.attributes().element(Tag.PixelData);
            assertThat(data).isNotNull();
            for (int i = 0; i < 81; i++) {
                assertThat(file.frame(0).sample(i)).isEqualTo(i);
            }
        }
    }

    @Test
    void offset_tables_of_both_kinds_are_rebuilt_around_an_edited_frame() throws IOException {
        SampleFile sample =
                SampleFile.of(16, 15).frames(4).samples((f, r, c, k) -> f * 40 + r * c * 7);
        Path drawn = sample.write(folder.resolve("a.dcm"), Syntax.RLE);
        List<byte[]> fragments = new ArrayList<>();
        long[] offsets = new long[4];
        long[] lengths = new long[4];
        try (DicomFile file = DicomFile.open(drawn)) {
            for (int i = 0; i < 4; i++) {
                fragments.add(file.pixels().spans().frameBytes(i));
                lengths[i] = fragments.get(i).length;
                offsets[i] = i == 0 ? 0 : offsets[i - 1] + 8 + lengths[i - 1];
            }
        }
        for (boolean basic : new boolean[] {true, false}) {
            sample.with(b -> b.fragments(basic ? table(offsets) : new byte[0], fragments));
            if (!basic) {
                sample.with(
                        b ->
                                b.bytes(Tag.ExtendedOffsetTable, "OV", extended(offsets))
                                        .bytes(0x7FE00002, "OV", extended(lengths)));
            }
            Path in = sample.write(folder.resolve("in.dcm"), Syntax.RLE);
            Path out = folder.resolve("out.dcm");
            try (DicomFile file = DicomFile.open(in)) {
                Region text = new Region(new FramePlane(1), new PixelRectangle(2, 2, 9, 11));
                RedactionTargets t =
                        RedactionTargets.resolve(file, new RedactionPlan(List.of(text)));
                new Redactor().write(file, t, RedactionPolicy.DEFAULT, out);
            }
            tablesAreRight(out, basic, lengths);
        }
    }

    private static void tablesAreRight(Path path, boolean basic, long[] before) throws IOException {
        try (DicomFile file = DicomFile.open(path)) {
            Element data = file.attributes().element(Tag.PixelData);
            assertThat(data).isNotNull();
            Fragments fragments = data.fragments();
            assertThat(fragments).isNotNull();
            long[] offsets = new long[4];
            long[] lengths = new long[4];
            for (int i = 0; i < 4; i++) {
                Fragments.Fragment f = fragments.fragments().get(i);
                offsets[i] = f.header() - fragments.fragments().get(0).header();
                lengths[i] = f.length();
            }
            assertThat(lengths[1]).as("the edited frame").isNotEqualTo(before[1]);
            if (basic) {
                byte[] value = file.attributes().getBytes(Tag.PixelData);
                assertThat(Arrays.copyOfRange(value, 8, 8 + 16)).isEqualTo(table(offsets));
            } else {
                assertThat(file.attributes().getBytes(Tag.ExtendedOffsetTable))
                        .isEqualTo(extended(offsets));
                assertThat(file.attributes().getBytes(0x7FE00002)).isEqualTo(extended(lengths));
            }
        }
    }
}
