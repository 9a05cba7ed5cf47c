package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Frames and overlay planes as lists and pictures. */
class FramesIT {

    @TempDir Path folder;

    private Path in(String name) {
        return folder.resolve(name);
    }

    private static SampleFile signed() {
        return SampleFile.of(4, 5)
                .frames(2)
                .bits(16, 16, 15)
                .signed()
                .samples((f, r, c, k) -> -300 + 100 * f + 10 * r + c)
                .overlay(new Overlay(0x6002, 2, 3, 1, 1, 1, (f, r, c) -> r == 1));
    }

    @Test
    void every_plane_is_listed_once_in_the_order_of_the_files() throws Exception {
        Path b = signed().write(in("b.dcm"), Syntax.EXPLICIT);
        Path a =
                SampleFile.of(2, 3)
                        .photometric("RGB")
                        .samples((f, r, c, k) -> k)
                        .write(in("a.dcm"), Syntax.RLE);
        Path list = in("list.csv");
        assertThat(run("frames", b, a, "--identify", "-o", list, "-q").code()).isZero();
        assertThat(Files.readAllLines(list))
                .containsExactly(
                        "filename,frame,overlay,rows,columns,bits_stored,bits_allocated,photometric_interpretation,transfer_syntax_uid",
                        b + ",0,-1,4,5,16,16,MONOCHROME2,1.2.840.10008.1.2.1",
                        b + ",1,-1,4,5,16,16,MONOCHROME2,1.2.840.10008.1.2.1",
                        b + ",0,1,2,3,1,1,,1.2.840.10008.1.2.1",
                        a + ",0,-1,2,3,8,8,RGB,1.2.840.10008.1.2.5");
    }

    @Test
    void raw_pictures_hold_the_stored_values() throws Exception {
        Path file = signed().write(in("ct.dcm"), Syntax.EXPLICIT);
        assertThat(run("frames", file, "--extract", in("px"), "--raw16", "-q").code()).isZero();
        for (int f = 0; f < 2; f++) {
            BufferedImage image = ImageIO.read(in("px/ct.dcm_frame0" + f + ".tiff").toFile());
            assertThat(image.getRaster().getDataBuffer().getDataType())
                    .isEqualTo(DataBuffer.TYPE_SHORT);
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 5; x++) {
                    assertThat((short) image.getRaster().getSample(x, y, 0))
                            .isEqualTo((short) (-300 + 100 * f + 10 * y + x));
                }
            }
        }
        Path unsigned =
                SampleFile.of(2, 2)
                        .bits(16, 12, 11)
                        .samples((f, r, c, k) -> 4000 + r + c)
                        .write(in("cr.dcm"), Syntax.RLE);
        assertThat(run("frames", unsigned, "-x", in("px"), "-f", "png", "--raw16", "-q").code())
                .isZero();
        BufferedImage png = ImageIO.read(in("px/cr.dcm_frame00.png").toFile());
        assertThat(png.getRaster().getSample(1, 1, 0)).isEqualTo(4002);
        Command refused = run("frames", file, "-x", in("px"), "-f", "png", "--raw16", "-q");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.complaints())
                .containsExactly(
                        "Failed: "
                                + file
                                + ": PNG cannot store negative values (use --format "
                                + "tiff)");
        assertThat(in("px/ct.dcm_frame00.png")).doesNotExist();
    }

    @Test
    void pictures_show_what_a_viewer_shows_and_overlays_white() throws Exception {
        Path file = signed().write(in("ct.dcm"), Syntax.EXPLICIT);
        assertThat(run("frames", file, "-x", in("px"), "-f", "png", "-q").code()).isZero();
        BufferedImage last = ImageIO.read(in("px/ct.dcm_frame01.png").toFile());
        assertThat(last.getRaster().getSample(4, 3, 0)).isEqualTo(255);
        BufferedImage overlay = ImageIO.read(in("px/ct.dcm_overlay01_frame00.png").toFile());
        assertThat(overlay.getRaster().getSample(0, 0, 0)).isZero();
        assertThat(overlay.getRaster().getSample(2, 1, 0)).isEqualTo(255);
        assertThat(Command.files(in("px"))).hasSize(3);
        assertThat(run("frames", file, "-x", in("two"), "--no-overlays", "-q").code()).isZero();
        assertThat(Command.files(in("two"))).hasSize(2);
    }

    @Test
    void colour_is_red_green_and_blue() throws Exception {
        Path file =
                SampleFile.of(2, 3)
                        .photometric("RGB")
                        .samples((f, r, c, k) -> 60 * k + r)
                        .write(in("us.dcm"), Syntax.RLE);
        assertThat(run("frames", file, "-x", in("px"), "-f", "png", "-q").code()).isZero();
        BufferedImage image = ImageIO.read(in("px/us.dcm_frame00.png").toFile());
        assertThat(image.getRGB(2, 1) & 0xFFFFFF).isEqualTo(1 << 16 | 61 << 8 | 121);
    }

    @Test
    void of_a_file_that_ends_early_or_holds_nothing_no_picture_is_written() throws Exception {
        byte[] whole = signed().toBytes(Syntax.EXPLICIT);
        Path cut = Files.write(in("cut.dcm"), java.util.Arrays.copyOf(whole, whole.length - 10));
        Path text = in("text.dcm");
        new DicomBuilder().text(Tag.SOPClassUID, "UI", "1.2").write(text, Syntax.EXPLICIT);
        Command command = run("frames", cut, text, "-x", in("px"), "-q");
        assertThat(command.code()).isEqualTo(1);
        assertThat(command.complaints()).hasSize(2);
        assertThat(Command.files(in("px"))).isEmpty();
        Path good = signed().write(in("good.dcm"), Syntax.EXPLICIT);
        assertThat(run("frames", good, "-x", in("px"), "-q").code()).isZero();
        Command again = run("frames", good, "-x", in("px"), "-q");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.complaints().get(0)).endsWith("exists (--overwrite)");
        assertThat(run("frames", good, "-x", in("px"), "-q", "--overwrite").code()).isZero();
    }
}
