package org.pixelanon.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.VR;

class SeenTextTest {

    private static final int ANY = 0x00104000;

    private static boolean seen(VR vr, String value, String... texts) {
        return new SeenText(List.of(texts)).isSeen(Lines.text(ANY, vr, value));
    }

    @Test
    void a_name_is_seen_whole_or_by_a_component_whatever_case_accents_and_separators() {
        assertThat(seen(VR.PN, "Zorvex^Quilla", "ZORVEX, QUILLA")).isTrue();
        assertThat(seen(VR.PN, "Zorvex^Quilla", "quilla")).isTrue();
        assertThat(seen(VR.PN, "Zörvex^Quilla", "Mr. Zorvex")).isTrue();
        assertThat(seen(VR.PN, "Zor Vex^Quilla", "VEX")).isTrue();
        assertThat(seen(VR.PN, "Zorvex^Quilla", "Zor-vex")).isTrue();
        assertThat(seen(VR.PN, "Zorvex^Quilla", "ABDOMEN")).isFalse();
    }

    @Test
    void short_words_and_numbers_are_no_sign_of_a_tag() {
        assertThat(seen(VR.CS, "M", "M")).isFalse();
        assertThat(seen(VR.CS, "US", "US")).isFalse();
        assertThat(seen(VR.IS, "12", "12")).isFalse();
        assertThat(seen(VR.PN, "Lee", "SLEEVE")).as("inside another word").isFalse();
        assertThat(seen(VR.PN, "Lee", "LEE / 2")).isTrue();
    }

    @Test
    void a_number_is_seen_with_other_separators() {
        assertThat(seen(VR.LO, "AB-123-456", "ID: AB 123456")).isTrue();
        assertThat(seen(VR.LO, "0012", "0012")).isTrue();
    }

    @Test
    void one_of_several_values_is_enough() {
        assertThat(seen(VR.LO, "first words\\knee left", "KNEE LEFT")).isTrue();
    }

    @Test
    void words_that_were_read_one_by_one_are_seen_if_all_of_them_were() {
        assertThat(seen(VR.LO, "Northfen Hospital", "NORTHFEN", "HOSPITAL")).isTrue();
        assertThat(seen(VR.LO, "Northfen Hospital", "HOSPITAL")).isFalse();
    }

    @Test
    void dates_are_seen_in_the_orders_machines_write() {
        for (String text :
                List.of(
                        "2031-04-09",
                        "09/04/2031",
                        "04.09.2031",
                        "09-APR-2031",
                        "Apr 09 2031",
                        "09/04/31",
                        "DOB: 20310409")) {
            assertThat(seen(VR.DA, "20310409", text)).as(text).isTrue();
        }
        assertThat(seen(VR.DA, "20310409", "10/04/2031")).isFalse();
        assertThat(seen(VR.DT, "20310409101530.5", "2031.04.09")).isTrue();
    }

    @Test
    void times_are_seen_without_fractions_and_seconds() {
        assertThat(seen(VR.TM, "101530.123", "10:15:30")).isTrue();
        assertThat(seen(VR.TM, "101530", "10:15")).isTrue();
        assertThat(seen(VR.TM, "101530", "10:16")).isFalse();
    }

    @Test
    void numbers_of_the_program_identifiers_and_file_meta_are_not_searched() {
        assertThat(seen(VR.UI, "1.2.840.10008", "1.2.840.10008")).isFalse();
        ElementLine summary = new ElementLine(ANY, VR.OB, "", "1234 bytes", false, List.of());
        assertThat(new SeenText(List.of("1234 bytes")).isSeen(summary)).isFalse();
        ElementLine meta = Lines.text(0x00020016, VR.AE, "STATION");
        assertThat(new SeenText(List.of("STATION")).isSeen(meta)).isFalse();
    }

    @Test
    void without_text_in_the_pixels_nothing_is_seen() {
        assertThat(seen(VR.PN, "Zorvex^Quilla")).isFalse();
        assertThat(seen(VR.PN, "Zorvex^Quilla", " - ")).isFalse();
        assertThat(seen(VR.PN, "", "ZORVEX")).isFalse();
    }
}
