package org.pixelanon.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.pipeline.witness.Effort;

/** What is chosen to read and judge text, as searches get it. */
class EngineSettingsTest {

    private final Settings settings = Settings.ofUser(DetectorNames::own);

    private final SearchSettings search = SearchSettings.of(settings);

    @AfterEach
    void forget() {
        settings.preferences().remove(Settings.PII);
        settings.preferences().remove(Settings.OCR);
        settings.preferences().remove(Settings.PROFILE);
        settings.preferences().remove(Settings.KEEP);
        settings.preferences().remove(Settings.BLANK);
        search.choose(null, Effort.FINDERS, Effort.READER);
        settings.preferences().remove(Settings.ENGINE_OPTIONS);
    }

    @Test
    void a_detector_that_is_not_there_any_more_ends_every_search() throws Exception {
        assertThat(settings.policy().judge().judges()).isTrue();
        settings.preferences().put(Settings.PII, "tags,wards");
        assertThatThrownBy(settings::policy).hasMessageContaining("unknown detector 'wards'");
        settings.preferences().put(Settings.PII, "none");
        assertThat(settings.policy().judge().judges()).isFalse();
    }

    @Test
    void text_is_judged_under_the_policy_that_is_chosen() throws Exception {
        assertThat(isHidden("LIVER")).isFalse();
        settings.preferences().put(Settings.KEEP, "markers");
        assertThat(isHidden("LIVER")).isTrue();
        settings.preferences().put(Settings.KEEP, "all");
        settings.preferences().put(Settings.PROFILE, "research");
        assertThat(isHidden("042Y")).isFalse();
        settings.preferences().put(Settings.BLANK, "ages");
        assertThat(isHidden("042Y")).isTrue();
        settings.preferences().put(Settings.BLANK, "wards");
        assertThatThrownBy(settings::policy).hasMessageContaining("unknown value 'wards'");
    }

    private boolean isHidden(String text) throws Exception {
        return settings.policy().judge().judge(text, Identity.NONE).sensitive();
    }

    @Test
    void a_recogniser_that_is_not_there_any_more_ends_every_search() {
        settings.preferences().put(Settings.OCR, "eyes");
        assertThatThrownBy(search::ready).hasMessageContaining("'eyes'");
    }

    @Test
    void what_is_set_for_no_engine_ends_every_search() {
        settings.preferences().put(Settings.ENGINE_OPTIONS, "tags.size=3; ");
        assertThatThrownBy(settings::policy).hasMessageContaining("no option 'size'");
    }

    @Test
    void finders_that_are_not_there_end_every_search_that_asks_for_them() {
        search.choose(Effort.BALANCED, List.of("eyes"), "glasses");
        assertThatThrownBy(search::ready).hasMessageContaining("unknown finder 'eyes'");
        search.choose(null, Effort.FINDERS, Effort.READER);
        assertThat(search.effort()).isEmpty();
        assertThat(settings.preferences().get("finders", "none")).isEqualTo("none");
    }
}
