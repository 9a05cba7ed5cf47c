package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.blank.BlankProof;
import org.pixelanon.dicom.blank.Blanker;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** The proof of blank copies sees what is planted in them. */
class BlankProofTest {

    @TempDir Path folder;

    private Path original;
    private Path copy;

    @BeforeEach
    void blank() throws IOException {
        original =
                SampleFile.of(6, 8)
                        .frames(2)
                        .samples((f, r, c, k) -> 40 + r)
                        .overlay(new Overlay(0x6000, 3, 8, 1, 1, 1, (f, r, c) -> true))
                        .with(
                                b ->
                                        b.text(Tag.SOPInstanceUID, "UI", "1.2.3.4.55")
                                                .text(0x00081090, "LO", "Model Seventy")
                                                .text(0x00100010, "PN", "Seventeen^Abxq"))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        copy = folder.resolve("b.dcm");
        try (DicomFile source = DicomFile.open(original)) {
            new Blanker().write(source, "salt", copy);
        }
    }

    private List<String> problems(Path file) throws IOException {
        try (DicomFile source = DicomFile.open(original)) {
            return new BlankProof().verify(source, file).problems();
        }
    }

    /** Replaces the only place where bytes stand. */
    private List<String> after(String old, String planted) throws IOException {
        assertThat(planted).hasSameSizeAs(old);
        String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
        assertThat(bytes.split(java.util.regex.Pattern.quote(old), -1)).hasSize(2);
        Path spoilt = folder.resolve("c.dcm");
        Files.writeString(spoilt, bytes.replace(old, planted), StandardCharsets.ISO_8859_1);
        return problems(spoilt);
    }

    @Test
    void a_blank_copy_is_proven_with_all_its_samples_and_bits() throws Exception {
        try (DicomFile source = DicomFile.open(original)) {
            Verification proof = new BlankProof().verify(source, copy);
            assertThat(proof.problems()).isEmpty();
            assertThat(proof.samplesInside()).isEqualTo(2 * 48);
            assertThat(proof.overlayBitsCleared()).isEqualTo(24);
        }
    }

    @Test
    void the_original_is_no_blank_copy() throws Exception {
        assertThat(problems(original))
                .contains(
                        "frame 1 is not blank",
                        "overlay 6000 frame 1 is not blank",
                        "(0008,0018) is a UID of the original",
                        "(0010,0010) names a person",
                        "(0012,0063) was not written by this program");
    }

    @Test
    void planted_changes_are_seen() throws Exception {
        byte[] bytes = Files.readAllBytes(copy);
        // the last run of the last frame: 7 zeros and one more, then an even length and a delimiter
        Path spoilt = folder.resolve("d.dcm");
        for (int i = bytes.length - 9; bytes[i] == 0; i--) {
            bytes[i] = 1;
        }
        Files.write(spoilt, bytes);
        assertThat(problems(spoilt)).contains("frame 2 is not blank");
        assertThat(after("Model Seventy ", "of Seventeen  "))
                .containsExactly("(0008,1090) names a person");
        assertThat(after("Anonymous^", "Seventeen^")).containsExactly("(0010,0010) names a person");
        assertThat(after("PixelAnon: blank", "somebody:  blank"))
                .containsExactly("(0012,0063) was not written by this program");
    }

    @Test
    void a_uid_that_breaks_the_rules_is_seen() throws Exception {
        String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
        Path spoilt = folder.resolve("e.dcm");
        Files.writeString(spoilt, bytes.replace("2.25.", "2.05."), StandardCharsets.ISO_8859_1);
        assertThat(problems(spoilt))
                .contains("(0002,0003) is no valid UID", "(0008,0018) is no valid UID");
    }
}
