package blackbox.dicom;

import static blackbox.dicom.Redacting.NATIVE;
import static blackbox.dicom.Redacting.region;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** What a redacted copy says of itself. */
class RedactionTagsTest {

    @TempDir private Path folder;

    private Redacting redacting;

    @BeforeEach
    void begin() {
        redacting = new Redacting(folder);
    }

    @Test
    void de_identification_tags_are_appended_in_every_way_of_writing() throws IOException {
        for (Syntax s : NATIVE) {
            Path in =
                    SampleFile.of(8, 8)
                            .overlay(new Overlay(0x6000, 8, 8, 1, 1, 1, (f, r, c) -> true))
                            .with(
                                    b ->
                                            b.text(0x00080008, "CS", "ORIGINAL", "PRIMARY", "AXIAL")
                                                    .text(0x00082111, "ST", "cropped")
                                                    .text(0x00120063, "LO", "Basic Profile")
                                                    .numbers(0x00080000, "UL", 4)
                                                    .delimitedSequence(
                                                            0x00120064,
                                                            new DicomBuilder()
                                                                    .text(
                                                                            0x00080100,
                                                                            "SH",
                                                                            "113100")
                                                                    .text(0x00080102, "SH", "DCM"))
                                                    .sequence(
                                                            0x00880200,
                                                            new DicomBuilder()
                                                                    .numbers(0x00280010, "US", 1))
                                                    .bytes(0x00091001, "UN", new byte[6]))
                            .write(folder.resolve("in.dcm"), s);
            RedactionPolicy policy =
                    new RedactionPolicy(
                            RedactionPolicy.BurnedInAnnotation.REVIEWED,
                            RedactionPolicy.UidPolicy.HASH,
                            true,
                            "pepper");
            Path out = redacting.copy(in, policy, region(new AllPlanes(), 1, 1, 2, 2));
            try (DicomFile file = DicomFile.open(out)) {
                assertThat(file.defects()).isEmpty();
                assertThat(file.attributes().getStrings(Tag.ImageType))
                        .containsExactly("DERIVED", "PRIMARY", "AXIAL");
                assertThat(file.attributes().getString(Tag.DerivationDescription))
                        .contains("cropped; 1 rectangle blanked by PixelAnon");
                assertThat(file.attributes().getStrings(Tag.DeidentificationMethod))
                        .containsExactly("Basic Profile", "PixelAnon: Clean Pixel Data Option");
                assertThat(file.attributes().getSequence(Tag.DeidentificationMethodCodeSequence))
                        .extracting(i -> i.getString(0x00080100).orElse(""))
                        .containsExactly("113100", "113101", "113103");
                assertThat(file.attributes().getString(Tag.BurnedInAnnotation)).contains("NO");
                assertThat(file.attributes().contains(Tag.IconImageSequence)).isFalse();
                assertThat(file.attributes().contains(0x00080000)).isFalse();
                String uid = file.attributes().getString(Tag.SOPInstanceUID).orElse("");
                assertThat(uid).startsWith("2.25.").isNotEqualTo("2.25.1");
                assertThat(file.fileMeta().getString(0x00020003)).contains(uid);
            }
        }
    }

    @Test
    void burned_in_annotation_becomes_no_only_as_the_policy_says() throws IOException {
        Path in = SampleFile.of(8, 8).write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        for (RedactionPolicy.BurnedInAnnotation b : RedactionPolicy.BurnedInAnnotation.values()) {
            for (boolean reviewed : new boolean[] {false, true}) {
                RedactionPolicy p =
                        new RedactionPolicy(b, RedactionPolicy.UidPolicy.NEW, reviewed, "");
                Path out = redacting.copy(in, p, region(new AllFrames(), 1, 1, 2, 2));
                try (DicomFile file = DicomFile.open(out)) {
                    boolean no =
                            b == RedactionPolicy.BurnedInAnnotation.ALWAYS
                                    || b == RedactionPolicy.BurnedInAnnotation.REVIEWED && reviewed;
                    assertThat(file.attributes().contains(Tag.BurnedInAnnotation)).isEqualTo(no);
                }
            }
        }
    }
}
