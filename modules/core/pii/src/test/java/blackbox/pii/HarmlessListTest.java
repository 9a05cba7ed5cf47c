package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;

/** What our own list releases although it was misread, and what it never releases. */
class HarmlessListTest {

    private static final Identity WHO =
            new Identity(
                    List.of(
                            new Identity.Value("PatientName", "PN", "Grumbolt^Tavish"),
                            new Identity.Value("PatientID", "LO", "KX4071935"),
                            new Identity.Value("PatientBirthDate", "DA", "19480917")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k¥p 126 mAs 71",
                "103 k¥ 32 més",
                "107 k¥ Si mAs",
                "kip 126 mez 66",
                "kvp80mas2",
                "KVP 80 MAS 2",
                "FOY 232 mm",
                "FO¥ 275 rm",
                "“PORTABLE",
                "[PORTABLE",
                "P0RTABLE",
                "POR ABLE",
                "SUP1NE:",
                "AP ERECT)",
                "AP.ERECT",
                "FR S3Hx",
                "FR ?3Hz",
                "MI @.3",
                "MI @.7 TIs 0.8",
                "MI 1.1 TIs 06",
                "MI 0:5 TIs 0.9,",
                "Galn 45%",
                "Freg 3.3 MHz",
                "$L 1.6 mm",
                "SL 4.4 tm",
                "D 12.0em",
                "O 13.@cm",
                "Depth 1? cm",
                "RAO 5?°",
                "\"TR 1293 TE 117",
                "W 4OO L 4O"
            })
    void technique_is_kept_though_signs_were_taken_for_others_that_look_like_them(String text)
            throws PiiException {
        assertThat(judge().judge(text, Identity.NONE).sensitive()).as(text).isFalse();
        assertThat(judge().judge(text, WHO).sensitive()).as("with tags: " + text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Erecht",
                "Supino",
                "Crone",
                "Jinks",
                "Mobley",
                "Portabello",
                "Lefty",
                "Standring",
                "Pronek",
                "Resnus",
                "Linksy",
                "Coronel",
                "Gainy",
                "Depthy",
                "Setting",
                "Latterel",
                "Do",
                "Loo",
                "Mobyle R",
                "L Kip",
                "Kip",
                "Kip 94",
                "Kyp",
                "Maz",
                "Mez",
                "Tle",
                "Foy",
                "Roy 12",
                "Hyp 3",
                "Sin 34",
                "So",
                "Si",
                "Lo",
                "Ou",
                "Ky 14",
                "Jl",
                "IT",
                "J"
            })
    void a_name_that_looks_like_a_word_of_the_list_stays_hidden(String text) throws PiiException {
        assertThat(judge().judge(text, Identity.NONE).sensitive()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L SO",
                "W SI",
                "C LI",
                "D SOLO",
                "P GIL",
                "G BOS",
                "TR SO",
                "MI LO",
                "TI OZ",
                "AP SO",
                "kVp SOLO",
                "L Soo 12",
                "W Zoo L 40"
            })
    void a_short_name_behind_a_label_is_no_number(String text) throws PiiException {
        assertThat(judge().judge(text, Identity.NONE).sensitive()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "45",
                "73°",
                "73 ?",
                "1948",
                "12345",
                "L 12345",
                "S12345",
                "GN12345",
                "TR1234",
                "SL12345 mm",
                "kVp 12345",
                "mAs 19480917",
                "FOV 17.09.48",
                "17/09/48 mm",
                "17 SEP",
                "D 17.09.1948 cm",
                "KX4071935",
                "l2345",
                "S2345",
                "@2345",
                "?1948?"
            })
    void a_number_without_unit_an_id_and_a_date_stay_hidden(String text) throws PiiException {
        assertThat(judge().judge(text, Identity.NONE).sensitive()).as(text).isTrue();
    }

    @Test
    void no_line_with_a_part_of_the_own_tags_is_kept_whichever_sign_was_misread()
            throws PiiException {
        List<String> parts =
                List.of(
                        "GRUMBOLT",
                        "Grumbolt",
                        "TAVISH",
                        "Tavish",
                        "KX4071935",
                        "KX 4071935",
                        "17.09.1948",
                        "1948-09-17",
                        "19480917",
                        "09/17/1948",
                        "17 Sep 1948",
                        "17SEP1948",
                        "Sep 17, 1948",
                        "17-09-48");
        List<String> frames =
                List.of("%s", "L %s", "%s AP ERECT", "kVp 80 mAs 2 %s", "FOV %s mm", "D %s cm");
        String signs = "O0QDI1L|!lSsZ2B8G6$5@?#&aeinrtV¥Y\"'.,:- ";
        Random random = new Random(20);
        SensitivityJudge judge = judge();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder part = new StringBuilder(parts.get(random.nextInt(parts.size())));
            int at = random.nextInt(part.length());
            char sign = signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(4)) {
                case 0 -> part.setCharAt(at, sign);
                case 1 -> part.insert(at, sign);
                case 2 -> part.deleteCharAt(at);
                default -> {}
            }
            String text = frames.get(random.nextInt(frames.size())).replace("%s", part.toString());
            assertThat(judge.judge(text, WHO).sensitive()).as(text).isTrue();
        }
    }

    private static SensitivityJudge judge() throws PiiException {
        return SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
    }
}
