package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.review.history.Packed;
import org.pixelanon.review.history.Step;
import org.pixelanon.review.history.StepFormat;
import org.pixelanon.review.item.GivenReason;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.store.StoredRegion;

/** What is packed has to come back with all it had, also with what it will have one day. */
class PackedTest {

    /** A record none of whose components has a value that one could forget. */
    private static <T> T filled(Class<T> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(types[i], i + 2);
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> type, int number) throws ReflectiveOperationException {
        if (type == int.class) {
            return number;
        } else if (type == long.class) {
            return (long) number;
        } else if (type == double.class) {
            return 1.0 / number;
        } else if (type == boolean.class) {
            return true;
        } else if (type == String.class) {
            return "text " + number;
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[constants.length - 1];
        } else if (type == OpenQuestions.class) {
            return new OpenQuestions(Map.of(OpenQuestion.PLANE, number));
        } else if (type == Path.class) {
            return Path.of("path " + number);
        } else if (type == List.class) {
            return List.of("name " + number);
        } else if (type == PlaneScope.class) {
            return new OverlayPlane(0x6002, number);
        }
        return filled(type);
    }

    /** Both forms once left it out: undo took the reason away, and every such row looked edited. */
    @Test
    void the_reason_a_person_gave_is_not_lost_when_steps_and_rows_are_packed() throws Exception {
        ReviewItem item = filled(ReviewItem.class);
        var packed =
                Packed.of(
                        new StepFormat(),
                        List.of(new Step("step", ReviewEdit.OfItem.removed("file", item))));
        ReviewEdit.OfItem edit = (ReviewEdit.OfItem) packed.value().get(0).edit();
        assertThat(edit.before().given()).isNotEqualTo(GivenReason.NONE).isEqualTo(item.given());

        KnownRows rows = new KnownRows(() -> 0);
        StoredRegion region = filled(StoredRegion.class);
        rows.put("file", 1, new KnownRows.Known(1, region));
        for (int other = 0; other < 100; other++) {
            rows.get("other " + other, 1);
        }
        assertThat(rows.get("file", 1).orElseThrow().region().reason()).isEqualTo(region.reason());
    }

    @Test
    void an_item_comes_back_with_every_component() throws Exception {
        ReviewItem item = filled(ReviewItem.class);
        List<Step> steps = List.of(new Step("step", ReviewEdit.OfItem.removed("file", item)));
        assertThat(Packed.of(new StepFormat(), steps).value()).isEqualTo(steps);
    }

    @Test
    void a_mark_comes_back_with_every_component() throws Exception {
        List<Step> steps = List.of(new Step("step", filled(ReviewEdit.OfMark.class)));
        assertThat(Packed.of(new StepFormat(), steps).value()).isEqualTo(steps);
    }

    @Test
    void a_line_of_a_list_comes_back_with_every_component() throws Exception {
        List<Step> steps = List.of(new Step("step", filled(ReviewEdit.OfLine.class)));
        assertThat(Packed.of(new StepFormat(), steps).value()).isEqualTo(steps);
    }

    @Test
    void a_row_of_a_file_that_was_not_used_lately_comes_back_with_every_component()
            throws Exception {
        AtomicLong ids = new AtomicLong(1000);
        KnownRows rows = new KnownRows(ids::incrementAndGet);
        StoredRegion region = filled(StoredRegion.class);
        for (int file = 0; file < 100; file++) {
            rows.put("file " + file, file, new KnownRows.Known(file + 500, region));
        }
        for (int file : new int[] {99, 0, 50, 0, 7}) {
            KnownRows.Known known = new KnownRows.Known(file + 500, region);
            assertThat(rows.get("file " + file, file)).contains(known);
            assertThat(rows.read("file " + file, known)).as("the same item").isEqualTo(file);
        }
        assertThat(rows.read("file 3", new KnownRows.Known(1, region))).isEqualTo(1001);
        rows.remove("file 3", 3);
        for (int file = 50; file < 100; file++) {
            assertThat(rows.get("file " + file, file)).isPresent();
        }
        assertThat(rows.get("file 3", 3)).isEmpty();
        assertThat(rows.get("file 3", 1001)).isPresent();
    }
}
