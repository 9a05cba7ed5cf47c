package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.AllowList;
import org.pixelanon.pii.OwnTagDetector;
import org.pixelanon.pii.PatternDetector;
import org.pixelanon.pii.SensitivityJudge;

/** The place of detectors that come from extensions. */
class OtherDetectorsTest {

    private static final Identity DOE =
            new Identity(List.of(new Identity.Value("PatientName", "PN", "Zweig^Hanna")));

    @TempDir Path folder;

    private record Fixed(String name, Optional<Boolean> sensitive) implements PiiDetector {
        @Override
        public Optional<Opinion> judge(String text, Identity identity) {
            return sensitive.map(s -> new Opinion(s, new Reason(Reason.Kind.DETECTOR, name)));
        }
    }

    private static final PiiDetector YES = new Fixed("yes", Optional.of(true));
    private static final PiiDetector NO = new Fixed("no", Optional.of(false));
    private static final PiiDetector SILENT = new Fixed("silent", Optional.empty());

    private static SensitivityJudge judge(PiiDetector... others) throws Exception {
        List<PiiDetector> all = new ArrayList<>(List.of(others));
        all.addAll(List.of(new OwnTagDetector(), new PatternDetector()));
        return SensitivityJudge.of(all, null);
    }

    private static Opinion of(SensitivityJudge judge, String text) {
        return judge.judge(text, DOE);
    }

    @Test
    void sensitive_wins_over_our_harmless_list() throws Exception {
        assertThat(of(judge(SILENT), "PORTABLE").sensitive()).isFalse();
        Opinion opinion = of(judge(YES), "PORTABLE");
        assertThat(opinion.sensitive()).isTrue();
        assertThat(opinion.reason()).isEqualTo(new Reason(Reason.Kind.DETECTOR, "yes"));
    }

    @Test
    void one_that_says_sensitive_wins_over_others_in_any_order() throws Exception {
        assertThat(of(judge(NO, YES), "Xylo").sensitive()).isTrue();
        assertThat(of(judge(YES, NO), "Xylo").sensitive()).isTrue();
    }

    @Test
    void harmless_releases_what_nothing_explains() throws Exception {
        assertThat(of(judge(SILENT), "Xylo").sensitive()).isTrue();
        assertThat(of(judge(NO, SILENT), "Xylo").sensitive()).isFalse();
    }

    @Test
    void harmless_releases_nothing_that_tags_or_patterns_would_hide() throws Exception {
        SensitivityJudge alone = SensitivityJudge.of(List.of(NO), null);
        for (String text : List.of("ZWEIG", "01.02.1960", "12:30")) {
            assertThat(of(judge(NO), text).sensitive()).as(text).isTrue();
            assertThat(of(alone, text).sensitive()).as(text).isTrue();
        }
        assertThat(of(alone, "...").reason().kind()).isEqualTo(Reason.Kind.UNREADABLE);
    }

    @Test
    void harmless_releases_nothing_on_the_deny_list() throws Exception {
        Path deny = Files.writeString(folder.resolve("deny.txt"), "Xylo\n");
        SensitivityJudge judge = SensitivityJudge.of(List.of(NO), deny);
        assertThat(of(judge, "Xylo").sensitive()).isTrue();
    }

    @Test
    void the_users_allow_list_releases_what_an_extension_would_hide() throws Exception {
        AllowList allow = AllowList.of(List.of("Xylo"));
        SensitivityJudge judge = SensitivityJudge.of(List.of(YES, allow), null);
        assertThat(of(judge, "Xylo").sensitive()).isFalse();
        assertThat(of(judge, "Xylos").sensitive()).isTrue();
    }
}
