package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.SeenPlanes;

class SeenPlanesTest {

    @Test
    void planes_are_told_apart_and_read_back_as_they_were_written() {
        SeenPlanes planes =
                SeenPlanes.NONE
                        .with(new FramePlane(0))
                        .with(new FramePlane(1))
                        .with(new FramePlane(7))
                        .with(new OverlayPlane(0x6002, 0))
                        .with(new FramePlane(3), 1);
        assertThat(planes.text()).isEqualTo("frames:0-1,7;overlay6002:0;picture1:3");
        assertThat(SeenPlanes.of(planes.text())).isEqualTo(planes).hasSameHashCodeAs(planes);
        assertThat(planes.has(new FramePlane(1))).isTrue();
        assertThat(planes.has(new FramePlane(2))).isFalse();
        assertThat(planes.has(new FramePlane(3))).as("a picture is not its frame").isFalse();
        assertThat(planes.has(new FramePlane(3), 1)).isTrue();
        assertThat(planes.has(new FramePlane(3), 0)).isFalse();
        assertThat(planes.has(new OverlayPlane(0x6000, 0))).isFalse();
        assertThat(SeenPlanes.of("").isEmpty()).isTrue();
        assertThatThrownBy(() -> SeenPlanes.of("frames"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void planes_of_two_sittings_are_all_seen() {
        SeenPlanes first = SeenPlanes.NONE.with(new FramePlane(0));
        SeenPlanes both = first.and(SeenPlanes.NONE.with(new FramePlane(2)));
        assertThat(both.text()).isEqualTo("frames:0,2");
        assertThat(first.text()).as("the first is as it was").isEqualTo("frames:0");
    }

    @Test
    void questions_are_counted_told_and_read_back() {
        OpenQuestions open =
                new OpenQuestions(
                        Map.of(OpenQuestion.PLANE, 1, OpenQuestion.TEXT, 2, OpenQuestion.RULE, 0));
        assertThat(open.words()).isEqualTo("2 undecided texts, 1 plane neither searched nor seen");
        assertThat(OpenQuestions.of(open.text())).isEqualTo(open);
        assertThat(open.and(open).count(OpenQuestion.TEXT)).isEqualTo(4);
        assertThat(OpenQuestions.of("")).isEqualTo(OpenQuestions.NONE);
        assertThatThrownBy(() -> OpenQuestions.of("TEXT"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
