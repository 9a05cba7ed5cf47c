package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.DicomHeader;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class DicomHeaderTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void it_has_all_elements_before_the_pixels_and_needs_none_behind(Syntax syntax)
            throws IOException {
        Path whole =
                SampleFile.of(40, 50)
                        .frames(3)
                        .with(b -> b.text(0x00081090, "LO", "Model"))
                        .write(folder.resolve("whole.dcm"), syntax);
        try (DicomFile file = DicomFile.open(whole);
                DicomHeader header = DicomHeader.open(whole)) {
            assertThat(header.transferSyntax()).isEqualTo(file.transferSyntax());
            assertThat(header.attributes().elements().stream().map(Element::tag))
                    .isEqualTo(
                            file.attributes().elements().stream()
                                    .map(Element::tag)
                                    .filter(tag -> Integer.compareUnsigned(tag, 0x7FE00000) < 0)
                                    .toList());
        }
        if (syntax != Syntax.DEFLATED) {
            byte[] bytes = Files.readAllBytes(whole);
            Path cut =
                    Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, bytes.length - 99));
            try (DicomHeader header = DicomHeader.open(cut)) {
                assertThat(header.attributes().getString(Tag.ManufacturerModelName))
                        .contains("Model");
            }
        }
        Path text = Files.writeString(folder.resolve("notes.txt"), "no image, only words\n");
        assertThatThrownBy(() -> DicomHeader.open(text))
                .isInstanceOfSatisfying(
                        DicomException.class, e -> assertThat(e.isNotDicom()).isTrue());
    }
}
