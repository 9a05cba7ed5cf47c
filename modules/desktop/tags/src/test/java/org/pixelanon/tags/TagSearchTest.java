package org.pixelanon.tags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagSearchTest {

    private final TagSearch search = new TagSearch();

    @BeforeEach
    void open() {
        search.setTree(Lines.nested());
    }

    private int found(String text) {
        search.setText(text);
        return search.count();
    }

    @Test
    void tags_keywords_names_and_values_of_all_levels_are_found_in_any_case() {
        assertThat(found("0010,0010")).isEqualTo(1);
        assertThat(found("00100010")).isEqualTo(1);
        assertThat(found("patientname")).isEqualTo(1);
        assertThat(found("PATIENT'S")).isEqualTo(1);
        assertThat(found(" Deep ")).isEqualTo(1);
        assertThat(found("a160")).isEqualTo(3);
        assertThat(found("nowhere")).isZero();
        assertThat(found("")).isZero();
    }

    @Test
    void stepping_goes_round_in_both_directions() {
        search.setText("a160");
        assertThat(search.position()).isZero();
        assertThat(search.step(1).orElseThrow().searchable()).contains("first");
        assertThat(search.step(1).orElseThrow().searchable()).contains("deep");
        assertThat(search.step(1).orElseThrow().searchable()).contains("second");
        assertThat(search.step(1).orElseThrow().searchable()).contains("first");
        assertThat(search.step(-1).orElseThrow().searchable()).contains("second");
        assertThat(search.position()).isEqualTo(3);
    }

    @Test
    void stepping_backwards_at_first_goes_to_the_last_match() {
        search.setText("a160");
        assertThat(search.step(-1).orElseThrow().searchable()).contains("second");
    }

    @Test
    void another_file_is_searched_for_the_same() {
        search.setText("deep");
        search.setTree(TagTree.EMPTY);
        assertThat(search.count()).isZero();
        assertThat(search.step(1)).isEmpty();
        search.setTree(Lines.nested());
        assertThat(search.count()).isEqualTo(1);
    }
}
