package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** The command {@code verify} on damaged copies. */
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

    @Test
    void a_list_that_was_written_proves_copies_with_several_frames_and_overlays() throws Exception {
        SampleFile frames =
                SampleFile.of(20, WIDTH)
                        .frames(3)
                        .samples((f, r, c, k) -> 9 + f)
                        .overlay(new Overlay(0x6000, 20, WIDTH, 1, 1, 2, (f, r, c) -> true))
                        .overlay(new Overlay(0x6002, 9, 9, 4, -2, 1, (f, r, c) -> true));
        for (Syntax syntax : List.of(Syntax.EXPLICIT, Syntax.RLE, Syntax.DEFLATED)) {
            Path file = frames.write(folder.resolve("frames.dcm"), syntax);
            for (String rect :
                    List.of(
                            "2,3,9,7",
                            "2,3,9,7;0,0,4,4,1,-1;0,0,4,4,2,-1;0,0,4,4,0,0",
                            "2,3,99,99;2,3,29,19",
                            "0,0,3,3,-1,1")) {
                proves(file, rect);
            }
        }
    }

    private void proves(Path file, String rect) throws IOException {
        Path out = folder.resolve("more");
        Path written = folder.resolve("more.csv");
        Command redact =
                run("redact", file, "-q", "-o", out, "--rect", rect, "--write-csv", written);
        assertThat(redact.code()).as(redact.err()).isZero();
        Path made = out.resolve("frames.dcm");
        Command verify = run("verify", file, made, "--csv", written);
        assertThat(verify.out()).as(rect).startsWith("verified: ");
        assertThat(verify.code()).isZero();
        Files.delete(made);
    }

    @Test
    void rows_of_every_frame_or_one_of_all_prove_the_same_copy() throws Exception {
        Path file =
                SampleFile.of(20, WIDTH)
                        .frames(3)
                        .samples((f, r, c, k) -> 9 + f)
                        .write(folder.resolve("frames.dcm"), Syntax.EXPLICIT);
        Path made = folder.resolve("more").resolve("frames.dcm");
        String each =
                file + ",2,3,9,7,0,-1\n" + file + ",2,3,9,7,1,-1\n" + file + ",2,3,9,7,2,-1\n";
        String all = file + ",2,3,9,7,-1,-1\n" + file + ",2,3,9,7,0,-1\n";
        for (String with : List.of(each, all)) {
            assertThat(run("redact", file, "-q", "-o", made.getParent(), "--csv", csv(with)).code())
                    .isZero();
            for (String proving : List.of(each, all)) {
                assertThat(run("verify", file, made, "--csv", csv(proving)).code()).isZero();
            }
            String two = each.substring(0, each.lastIndexOf(file.toString()));
            assertThat(run("verify", file, made, "--csv", csv(two)).code()).isEqualTo(1);
            Files.delete(made);
        }
    }

    private Path csv(String rows) throws IOException {
        return Files.writeString(
                folder.resolve("some.csv"),
                "filename,left,top,right,bottom,frame,overlay\n" + rows);
    }

    @Test
    void copies_of_files_that_were_marked_done_are_proven_with_and_without_the_database()
            throws Exception {
        Path db = Files.createDirectory(folder.resolve("db"));
        assertThat(run("db", "import", db, list).code()).isZero();
        FileMark mark = new FileMark(false, "", "OT", "[]", "NoModel", "NoBIA", 20, 30, "t", "me");
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.WRITE)) {
            store.apply(List.of(new Edit.Mark(original.toString(), null, mark)));
        }
        Path out = folder.resolve("done");
        Path written = folder.resolve("done.csv");
        assertThat(
                        run("redact", original, "-q", "-o", out, "--db", db, "--write-csv", written)
                                .code())
                .isZero();
        Path done = out.resolve("a.dcm");
        Command alone = run("verify", original, done, "--csv", written);
        assertThat(alone.out()).startsWith("verified: ").contains("Note: Burned In Annotation");
        assertThat(alone.code()).isZero();
        Command known = run("verify", original, done, "--csv", written, "--db", db);
        assertThat(known.out()).startsWith("verified: ").doesNotContain("Note: ");
        assertThat(known.code()).isZero();
        // with the database it is known which files must say so
        assertThat(run("verify", original, copy, "--csv", list, "--db", db).code()).isEqualTo(1);
        assertThat(
                        run(
                                        "verify",
                                        original,
                                        done,
                                        "--csv",
                                        written,
                                        "--burned-in-annotation",
                                        "leave")
                                .code())
                .isEqualTo(1);
        byte[] spoilt = Files.readAllBytes(done);
        int at = new String(spoilt, StandardCharsets.ISO_8859_1).indexOf("CS\2\0NO") + 4;
        for (String value : List.of("YE", "N ", "no", " N")) {
            System.arraycopy(value.getBytes(StandardCharsets.US_ASCII), 0, spoilt, at, 2);
            Files.write(done, spoilt);
            Command changed = run("verify", original, done, "--csv", written);
            assertThat(changed.out()).contains("NOT verified: ").contains("(0028,0301)");
            assertThat(changed.code()).isEqualTo(1);
        }
    }

    @Test
    void a_list_of_other_files_is_told_in_words_with_the_names_in_it() throws IOException {
        Path other = csv("b.dcm,2,3,9,7,0,-1\nc.dcm,2,3,9,7,0,-1\nc.dcm,0,0,1,1,0,-1\n");
        Command verify = run("verify", original, copy, "--csv", other);
        assertThat(verify.out())
                .contains(
                        "NOT verified: the list has no rectangle for "
                                + original
                                + "; its paths are b.dcm, c.dcm")
                .contains("rows of the list that are about other files: 3");
        assertThat(verify.code()).isEqualTo(1);
        Command kept =
                run("verify", original, copy, "--csv", csv(original + ",-1,-1,-1,-1,0,-1\n"));
        assertThat(kept.out()).contains("no rectangle to blank");
        assertThat(kept.code()).isEqualTo(1);
    }

    @Test
    void rows_of_other_files_are_counted_and_a_broken_row_of_this_one_is_refused()
            throws IOException {
        String mine = copy + ",2,3,9,7,0,-1\n";
        Command verify =
                run(
                        "verify",
                        original,
                        copy,
                        "--csv",
                        csv(mine + "b.dcm,9,9,2,2,0,-1\nc,0,0,1,1,0,-1\n"));
        assertThat(verify.out())
                .startsWith("verified: 40 samples")
                .contains("rows of the list that are about other files: 2");
        assertThat(verify.code()).isZero();
        for (String broken : List.of(original + ",9,9,2,2,0,-1\n", "\0.dcm,0,0,1,1,0,-1\n")) {
            Command refused = run("verify", original, copy, "--csv", csv(mine + broken));
            assertThat(refused.complaints()).singleElement().asString().contains("line 3: ");
            assertThat(refused.code()).isEqualTo(1);
        }
    }
}
