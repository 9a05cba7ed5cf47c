package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.OwnTagDetector;

/** What a value of a tag makes sensitive, and what it does not. */
class OwnTagsTest {

    private static boolean isShown(String keyword, String vr, String value, String text) {
        Identity identity = new Identity(List.of(new Identity.Value(keyword, vr, value)));
        return new OwnTagDetector().judge(text, identity).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SeriesDescription;LO;OBLIQUE;OBLIQUE",
                "StudyDescription;LO;PORTABLE SUPINE;PORTABLE SUPINE",
                "StudyID;SH;Thyroid;Thyroid",
                "InstitutionName;LO;Grobnik Chest Hospital;CHEST",
                "InstitutionName;LO;CHU Port Grobnik;PORTABLE SUPINE",
                "InstitutionName;LO;Philips Healthcare;Philips Healthcare",
                "InstitutionName;LO;SIEMENS;SIEMENS",
                "PatientName;PN;Grobnik^Stan;L STANDING",
                "ReferringPhysicianName;PN;Grobnik^Love;OBLIQUE",
                "PatientName;PN;Mandrake^Ilse;MI 1.2",
                "PatientName;PN;Щербаков^Фёдор;LIVER",
                "PatientName;PN;Παπαδόπουλος^Χρήστος;DIST 1.43 cm",
                "PatientName;PN;Aberfeld^Pim;AP ERECT"
            })
    void a_harmless_term_is_not_sensitive_because_a_tag_has_it(
            String keyword, String vr, String value, String text) {
        assertThat(isShown(keyword, vr, value, text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "InstitutionName;LO;Philips Grobnik Hospital;Philips Grobnik",
                "PatientName;PN;Philips^Ida;PHILIPS",
                "PatientName;PN;Grobnik^Tavish;TAVISH GROBNIK",
                "PatientName;PN;Grobnik^Tavish;Grobnik, T",
                "PatientName;PN;Grobnik^Tavish;T.G.",
                "PatientName;PN;Mandrake^Lina;ML",
                "PatientName;PN;Mandrake^Lina;LM",
                "PatientName;PN;Mandrake^Lina;LM SUPINE",
                "PatientName;PN;Größel^Jörg;GROESSEL",
                "PatientName;PN;Größel^Jörg;Joerg",
                "PatientName;PN;Bérengère^Zoé;BERENGERE",
                "PatientName;PN;Quist-Marlow^Ida;Marlow",
                "PatientName;PN;Quist-Marlow^Ida;QUISTMARLOW",
                "PatientName;PN;A^B^C^Grobnik;GROBNIK ERECT",
                "PatientName;PN;A^B^C^D^Grobnik;GROBNIK ERECT",
                "PatientName;PN;Yamada^Tarou=山田^太郎;山田 太郎",
                "PatientName;PN;Sax^Ida;$AX ERECT",
                "PatientID;LO;QX55021;55021",
                "PatientID;LO;55021;ID 055021",
                "StudyDescription;LO;Grobnik OBLIQUE;GROBNIK OBLIQUE",
                "InstitutionName;LO;Grobnik Chest Hospital;Grobnik",
                "PatientName;PN;Щербаков^Фёдор;SHCHERBAKOV",
                "PatientName;PN;Щербаков^Фёдор;Fedor",
                "PatientName;PN;Щербаков^Фёдор;Schtscherbakow",
                "PatientName;PN;Щербаков^Фёдор;Chtcherbakov",
                "PatientName;PN;Щербаков^Фёдор;F.S.",
                "PatientName;PN;Jo^Li=Гришин^Юрий;GRISHIN YURIY",
                "PatientName;PN;Юлия^;IULIIA",
                "PatientName;PN;Живкович^Љубица;Zivkovic",
                "PatientName;PN;Зеленський^;ZELENSKYI",
                "PatientName;PN;Παπαδόπουλος^Χρήστος;PAPADOPOULOS",
                "PatientName;PN;Παπαδόπουλος^Χρήστος;Christos",
                "PatientName;PN;Μπακογιάννη^;Bakogianni",
                "PatientName;PN;A^B=山田^太郎=やまだ^たろう;やまだ",
                "PatientName;PN;A^B=山田^太郎=Grobnik^Tavish;TAVISH",
                "InstitutionName;LO;Больница Гробник;GROBNIK",
                "PatientName;PN;Grobnik-Marlow^Tavish;Grobnik-",
                "PatientName;PN;Grobnik Marlow^Tavish;Marlow,",
                "PatientName;PN;Grobnik^Tavish Ida;Ida",
                "PatientBirthDate;DA;19480917;17.9.1948"
            })
    void what_identifies_is_sensitive_however_it_is_written(
            String keyword, String vr, String value, String text) {
        assertThat(isShown(keyword, vr, value, text)).isTrue();
    }
}
