package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** The command {@code verify} on copies that somebody spoilt. */
class VerifyIT {

    private static final int WIDTH = 30;
    private static final int PIXELS = 20 * WIDTH;

    @TempDir Path folder;
    private Path original;
    private Path copy;
    private Path list;
    private byte[] bytes;

    @BeforeEach
    void redact() throws IOException {
        original =
                SampleFile.of(20, WIDTH)
                        .samples((f, r, c, k) -> 9)
                        .with(b -> b.text(0x00080060, "CS", "OT"))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        Path out = folder.resolve("out");
        list = folder.resolve("rects.csv");
        assertThat(
                        run(
                                        "redact",
                                        original,
                                        "-q",
                                        "-o",
                                        out,
                                        "--rect",
                                        "2,3,9,7",
                                        "--write-csv",
                                        list)
                                .code())
                .isZero();
        copy = out.resolve("a.dcm");
        bytes = Files.readAllBytes(copy);
        Command verify = run("verify", original, copy, "--csv", list);
        assertThat(verify.out()).startsWith("verified: 40 samples blank inside, 560 identical");
        assertThat(verify.code()).isZero();
    }

    private void isRed(byte[] spoilt, String reason) throws IOException {
        Files.write(copy, spoilt);
        Command verify = run("verify", original, copy, "--csv", list);
        assertThat(verify.out() + verify.err()).contains("NOT verified: ").contains(reason);
        assertThat(verify.out()).doesNotContain("\nverified");
        assertThat(verify.code()).isEqualTo(1);
    }

    private byte[] withPixel(int x, int y, int value) {
        byte[] spoilt = bytes.clone();
        spoilt[bytes.length - PIXELS + y * WIDTH + x] = (byte) value;
        return spoilt;
    }

    @Test
    void a_planted_leak_is_not_verified() throws IOException {
        isRed(withPixel(5, 5, 9), "frame 1: 1 samples inside a rectangle");
    }

    @Test
    void a_wrong_fill_is_not_verified() throws IOException {
        byte[] spoilt = bytes;
        for (int y = 3; y <= 7; y++) {
            for (int x = 2; x <= 9; x++) {
                spoilt[bytes.length - PIXELS + y * WIDTH + x] = 1;
            }
        }
        isRed(spoilt, "frame 1: 40 samples inside a rectangle");
    }

    @Test
    void a_change_outside_is_not_verified() throws IOException {
        isRed(withPixel(10, 7, 8), "frame 1: 1 samples changed outside");
    }

    @Test
    void a_changed_tag_is_not_verified() throws IOException {
        byte[] spoilt = bytes.clone();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("CS\2\0OT") + 4;
        spoilt[at] = 'X';
        isRed(spoilt, "(0008,0060)");
    }

    @Test
    void a_shortened_file_is_not_verified() throws IOException {
        isRed(Arrays.copyOf(bytes, bytes.length - 2), "");
        isRed(Arrays.copyOf(bytes, bytes.length - PIXELS / 2), "");
    }

    @Test
    void an_unredacted_copy_is_not_verified() throws IOException {
        isRed(Files.readAllBytes(original), "frame 1: 40 samples inside a rectangle");
    }

    @Test
    void a_copy_of_a_clean_file_with_one_other_byte_is_not_verified() throws IOException {
        Path none =
                Files.writeString(folder.resolve("none.csv"), "filename,left,top,right,bottom\n");
        Files.write(copy, Files.readAllBytes(original));
        assertThat(run("verify", original, copy, "--csv", none).code()).isZero();
        byte[] other = Files.readAllBytes(original);
        other[other.length - 1]++;
        Files.write(copy, other);
        assertThat(run("verify", original, copy, "--csv", none).code()).isEqualTo(1);
    }
}
