package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Text in bits of pixel words that no element describes, through the commands. */
class UndescribedIT {

    private static final Path CASES = Path.of("../../../shared/cases");
    private static final int ROWS = 100;
    private static final int COLUMNS = 320;
    private static final boolean[] INK = ink("QUINCY ALDERWOOD 51");

    @TempDir private Path folder;

    private static boolean[] ink(String text) {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
        graphics.drawString(text, 12, 60);
        graphics.dispose();
        boolean[] out = new boolean[ROWS * COLUMNS];
        for (int i = 0; i < out.length; i++) {
            out[i] = image.getRaster().getSample(i % COLUMNS, i / COLUMNS, 0) > 127;
        }
        return out;
    }

    /** A soft ramp in the samples and ink in other bits of the second of two frames. */
    private static SampleFile image(
            int allocated, int stored, int high, boolean signed, String photometric, long bits) {
        int shift = high + 1 - stored;
        long mask = (1L << stored) - 1 << shift;
        return SampleFile.of(ROWS, COLUMNS)
                .frames(2)
                .bits(allocated, allocated, allocated - 1)
                .photometric(photometric)
                .samples(
                        (f, r, c, k) ->
                                (int)
                                        ((long) (r / 2 + c / 8) << shift & mask
                                                | (f == 1 && INK[r * COLUMNS + c] ? bits : 0)))
                .with(
                        b ->
                                b.numbers(Tag.BitsStored, "US", stored)
                                        .numbers(Tag.HighBit, "US", high)
                                        .numbers(Tag.PixelRepresentation, "US", signed ? 1 : 0));
    }

    /** Samples of letters in which any of the bits is set. */
    private static long left(Path file, long bits) throws IOException {
        long left = 0;
        try (DicomFile dicom = DicomFile.open(file)) {
            Frame frame = dicom.frame(1);
            for (int i = 0; i < frame.length(); i++) {
                boolean letter = INK[i / frame.samplesPerPixel()];
                left += letter && (frame.word(i) & bits) != 0 ? 1 : 0;
            }
        }
        return left;
    }

    @ParameterizedTest
    @CsvSource({
        "16,12,11,false,MONOCHROME2,0x1000,EXPLICIT",
        "16,12,11,false,MONOCHROME1,0x8000,BIG_ENDIAN",
        "16,12,11,true,MONOCHROME1,0x4000,RLE",
        "16,12,15,false,MONOCHROME2,0x0001,DEFLATED",
        "8,7,6,false,MONOCHROME2,0x80,ENCAPSULATED_UNCOMPRESSED",
        "16,8,7,false,RGB,0xFF00,RLE",
        "32,16,15,false,MONOCHROME2,0x10000,IMPLICIT"
    })
    void text_in_them_is_found_and_blanked(
            int allocated,
            int stored,
            int high,
            boolean signed,
            String photometric,
            String bits,
            Syntax syntax)
            throws IOException {
        long mask = Long.decode(bits);
        Path in =
                image(allocated, stored, high, signed, photometric, mask)
                        .write(folder.resolve("in.dcm"), syntax);
        Path csv = folder.resolve("ocr.csv");
        assertThat(run("ocr", in, "--rects", "--csv", csv, "-q").code()).isZero();
        assertThat(Files.readAllLines(csv))
                .anyMatch(l -> l.startsWith(in + ",1,") && l.contains("ALDERWOOD"));
        Path out = folder.resolve("out");
        Path list = folder.resolve("list.csv");
        Command done = run("anonymise", in, "-o", out, "--write-csv", list, "-q");
        assertThat(done.code()).isZero();
        assertThat(done.err()).contains("1 Redacted");
        assertThat(left(in, mask)).isPositive();
        assertThat(left(out.resolve("in.dcm"), mask)).isZero();
        assertThat(run("verify", in, out.resolve("in.dcm"), "--csv", list).code()).isZero();
    }

    @Test
    void a_rectangle_of_the_command_line_leaves_none_of_the_text() throws IOException {
        Path in =
                image(16, 12, 11, false, "MONOCHROME2", 0x1000)
                        .write(folder.resolve("in.dcm"), Syntax.RLE);
        Path out = folder.resolve("out");
        String whole = "0,0,+" + COLUMNS + ",+" + ROWS;
        assertThat(run("redact", in, "-o", out, "--rect", whole, "-q").code()).isZero();
        assertThat(left(out.resolve("in.dcm"), 0x1000)).isZero();
    }

    @Test
    void removing_overlays_says_what_was_removed_or_that_there_was_nothing() throws IOException {
        SampleFile plain = image(16, 12, 11, false, "MONOCHROME2", 0);
        Path none = plain.write(folder.resolve("none.dcm"), Syntax.EXPLICIT);
        Path one =
                SampleFile.of(ROWS, COLUMNS)
                        .bits(16, 12, 11)
                        .highBitOverlay(0x6002, 13, (f, r, c) -> INK[r * COLUMNS + c])
                        .write(folder.resolve("one.dcm"), Syntax.EXPLICIT);
        Path other =
                image(16, 12, 11, false, "MONOCHROME2", 0x9000)
                        .write(folder.resolve("other.dcm"), Syntax.EXPLICIT);
        Path out = folder.resolve("out");
        Path report = folder.resolve("report.json");
        Command done =
                run(
                        "redact",
                        none,
                        one,
                        other,
                        "-o",
                        out,
                        "--remove-high-bit-overlays",
                        "--report",
                        report,
                        "-q");
        assertThat(done.code()).isNotZero();
        assertThat(done.err())
                .contains(none + ": no overlay in high bits")
                .contains(one + ": overlays in high bits: 6002 in bit 13, removed")
                .contains("NeedsReview: " + other)
                .contains("bits 12, 15 of the pixel words");
        assertThat(Files.readString(report)).contains("6002 in bit 13, removed");
        assertThat(out.resolve("other.dcm")).doesNotExist();
        try (DicomFile file = DicomFile.open(out.resolve("one.dcm"))) {
            Frame frame = file.frame(0);
            for (int i = 0; i < frame.length(); i++) {
                assertThat(frame.word(i) & 0xF000).isZero();
            }
        }
    }

    @Test
    void the_pictures_of_a_file_hold_them_too() throws IOException {
        Path in =
                image(16, 12, 11, false, "MONOCHROME2", 0x3000)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = folder.resolve("pictures");
        assertThat(run("frames", in, "--extract", out, "--format", "png", "-q").code()).isZero();
        List<String> names = files(out).stream().map(p -> p.getFileName().toString()).toList();
        assertThat(names)
                .contains("in.dcm_frame00.png", "in.dcm_frame01.png")
                .contains("in.dcm_frame01_undescribed00.png")
                .noneMatch(n -> n.startsWith("in.dcm_frame00_undescribed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1_native_undeclared_hi.dcm", "P2_rle_undeclared_hi.dcm"})
    void the_cases_are_found_and_blanked(String name) throws IOException {
        Path in = CASES.resolve(name);
        assumeTrue(Files.exists(in));
        Path out = folder.resolve("out");
        Command done = run("anonymise", in, "-o", out, "-q");
        assertThat(done.code()).isZero();
        assertThat(done.err()).contains("1 Redacted");
        assertThat(run("anonymise", out.resolve(name), "-o", folder.resolve("again"), "-q").err())
                .contains("1 Clean");
    }
}
