package blackbox.dicom;

import static blackbox.dicom.FreeBits.COLUMNS;
import static blackbox.dicom.FreeBits.CT;
import static blackbox.dicom.FreeBits.JPEG;
import static blackbox.dicom.FreeBits.ROWS;
import static blackbox.dicom.FreeBits.SIGNED;
import static blackbox.dicom.FreeBits.described;
import static blackbox.dicom.FreeBits.drawn;
import static blackbox.dicom.FreeBits.image;
import static blackbox.dicom.FreeBits.ink;
import static blackbox.dicom.FreeBits.inked;
import static blackbox.dicom.FreeBits.texture;
import static org.assertj.core.api.Assertions.assertThat;

import blackbox.dicom.FreeBits.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Bits of pixel words that are neither sample nor overlay can be seen. */
class UndescribedViewsTest {

    @TempDir private Path folder;

    private FreeBits images;

    @BeforeEach
    void begin() {
        images = new FreeBits(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "16,12,11,false,MONOCHROME2",
        "16,12,15,false,MONOCHROME2",
        "16,10,12,false,MONOCHROME1",
        "8,7,6,false,MONOCHROME2",
        "16,8,7,false,RGB",
        "32,20,19,false,MONOCHROME2",
        "16,12,11,true,MONOCHROME2",
        "8,6,5,true,MONOCHROME2"
    })
    void ink_in_any_single_bit_is_a_view_of_its_frame(
            int allocated, int stored, int high, boolean signed, String photometric)
            throws IOException {
        Form form = new Form(allocated, stored, high, signed, photometric);
        for (int bit = 0; bit < allocated; bit++) {
            if ((form.mask() >>> bit & 1) != 0) {
                continue;
            }
            Path in = images.write(image(form, 2, inked(form, 1L << bit)), Syntax.EXPLICIT.uid());
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.undescribedBits()).containsExactly(bit);
                for (int f = 0; f < 2; f++) {
                    List<PlaneImage> views = file.views(new FramePlane(f));
                    assertThat(views.stream().map(PlaneImage::samples))
                            .as("bit %d", bit)
                            .contains(drawn(f));
                }
            }
        }
    }

    @Test
    void a_picture_of_eight_bits_above_the_samples_is_a_view() throws IOException {
        for (Form form :
                List.of(
                        new Form(16, 8, 7, false, "MONOCHROME2"),
                        new Form(16, 8, 7, false, "RGB"),
                        new Form(16, 8, 15, false, "MONOCHROME2"),
                        new Form(32, 8, 7, false, "MONOCHROME2"))) {
            SampleFile.Sampler words =
                    (f, r, c, k) ->
                            form.shift() == 0
                                    ? texture(0, r, c, 0) % 256 << 8 | c
                                    : texture(0, r, c, 0) % 256 | c << 8;
            Path in = images.write(image(form, 1, words), Syntax.EXPLICIT.uid());
            byte[] hidden = new byte[ROWS * COLUMNS];
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] = (byte) texture(0, i / COLUMNS, i % COLUMNS, 0);
            }
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.views(new FramePlane(0)).stream().map(PlaneImage::samples))
                        .anySatisfy(view -> assertThat(near(view, hidden)).isTrue());
            }
        }
    }

    /** Whether a view is a picture, stretched to its own lowest and highest value. */
    private static boolean near(byte[] view, byte[] picture) {
        if (view.length != picture.length) {
            return false;
        }
        int low = 255;
        int high = 0;
        for (byte value : picture) {
            low = Math.min(low, value & 0xFF);
            high = Math.max(high, value & 0xFF);
        }
        for (int i = 0; i < view.length; i++) {
            long wanted = Math.round(255.0 * ((picture[i] & 0xFF) - low) / (high - low));
            if (Math.abs((view[i] & 0xFF) - wanted) > 1) {
                return false;
            }
        }
        return true;
    }

    @Test
    void ink_over_negative_samples_shows_also_where_it_looks_like_signs() throws IOException {
        SampleFile.Sampler words = (f, r, c, k) -> 0x800 | r | (ink(f, r, c) ? 0xF000 : 0);
        Path in = images.write(image(SIGNED, 1, words), Syntax.EXPLICIT.uid());
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.undescribed(0).stream().map(PlaneImage::samples)).contains(drawn(0));
        }
    }

    @Test
    void files_without_such_bits_have_no_further_view() throws IOException {
        for (Form form :
                List.of(
                        CT,
                        SIGNED,
                        new Form(8, 8, 7, false, "MONOCHROME2"),
                        new Form(16, 12, 15, false, "MONOCHROME2"),
                        new Form(16, 8, 7, false, "RGB"))) {
            Path in = images.write(image(form, 1, inked(form, 0)), Syntax.EXPLICIT.uid());
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.undescribed(0)).isEmpty();
                assertThat(file.undescribedBits()).isEmpty();
            }
        }
    }

    @Test
    void an_overlay_group_that_describes_no_bit_of_the_words_leaves_them_undescribed()
            throws IOException {
        for (int position : new int[] {16, 40, 3}) {
            Path in =
                    images.write(described(image(CT, 1, inked(CT, 0x1000)), position), JPEG + "80");
            try (DicomFile file = DicomFile.open(in)) {
                assertThat(file.overlays()).isEmpty();
                assertThat(file.undescribedBits()).containsExactly(12);
            }
        }
        Form rgb = new Form(16, 8, 7, false, "RGB");
        Path in =
                images.write(
                        described(image(rgb, 1, inked(rgb, 0x1000)), 12), Syntax.EXPLICIT.uid());
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.undescribed(0).stream().map(PlaneImage::samples)).contains(drawn(0));
        }
    }

    @Test
    void each_can_be_shown_in_place_of_the_samples() throws IOException {
        Path in = images.write(image(CT, 1, inked(CT, 0x3000)), Syntax.RLE.uid());
        try (DicomFile file = DicomFile.open(in)) {
            List<PlaneImage> pictures = file.undescribed(0);
            assertThat(pictures).hasSizeGreaterThan(1);
            for (int i = 0; i < 2 * pictures.size(); i++) {
                PlaneImage shown = file.render(new FramePlane(0), new DisplayWindow.Undescribed(i));
                assertThat(shown.samples()).isEqualTo(pictures.get(i % pictures.size()).samples());
            }
        }
        Path none = images.write(image(CT, 1, inked(CT, 0)), Syntax.RLE.uid());
        try (DicomFile file = DicomFile.open(none)) {
            assertThat(file.render(new FramePlane(0), new DisplayWindow.Undescribed(0)).samples())
                    .containsOnly(0);
        }
    }
}
