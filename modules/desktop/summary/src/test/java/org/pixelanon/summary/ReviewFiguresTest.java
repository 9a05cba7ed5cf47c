package org.pixelanon.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.StoreSnapshot;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

class ReviewFiguresTest {

    private final List<FileSummary> files = new ArrayList<>();
    private final List<StoredRow> rows = new ArrayList<>();
    private final Map<String, DeviceTags> devices = new HashMap<>();

    private void mark(String file, String modality, String model, String when, String user) {
        FileMark mark = new FileMark(false, "", modality, "[]", model, "NoBIA", 10, 10, when, user);
        files.add(new FileSummary(file, 1, 1, false, mark));
    }

    private void row(String file, int engine, int sensitive, Author author, String when) {
        InclusiveBox box = new InclusiveBox(1, 1, 5, 5, 0, -1);
        StoredRegion region = new StoredRegion(box, engine, "", -1, sensitive, when, "ada");
        rows.add(new StoredRow(rows.size() + 1, file, region, author));
    }

    private ReviewFigures figures() {
        return new ReviewFigures(new StoreSnapshot(files, rows, devices), name -> true);
    }

    private static Map<String, List<Double>> bars(BarFigure figure) {
        return figure.rows().stream()
                .collect(Collectors.toMap(BarFigure.Row::label, BarFigure.Row::values));
    }

    @Test
    void modalities_are_those_of_marked_files_and_of_files_read_each_file_once() {
        mark("/a", "CT", "X", "", "");
        mark("/b", "CT", "X", "", "");
        mark("/c", "", "X", "", "");
        devices.put("/a", new DeviceTags("CT", "[]", "X", "NoBIA", 10, 10));
        devices.put("/d", new DeviceTags("US", "[]", "Y", "NoBIA", 10, 10));
        assertThat(bars(figures().modalities()))
                .containsOnly(
                        Map.entry("CT", List.of(2.0)),
                        Map.entry("US", List.of(1.0)),
                        Map.entry("not stated", List.of(1.0)));
        assertThat(figures().modalities().rows().get(0).label()).isEqualTo("CT");
    }

    @Test
    void models_are_the_fifteen_most_frequent() {
        for (int model = 1; model <= 20; model++) {
            for (int i = 0; i < model; i++) {
                mark("/" + model + "-" + i, "CT", "model " + model, "", "");
            }
        }
        BarFigure figure = figures().models();
        assertThat(figure.rows()).hasSize(15);
        assertThat(figure.rows().get(0)).isEqualTo(new BarFigure.Row("model 20", List.of(20.0)));
        assertThat(figure.rows().get(14).label()).isEqualTo("model 6");
        assertThat(figure.note()).contains("15").contains("20");
    }

    @Test
    void origins_are_split_into_blanked_kept_and_undecided() {
        row("/a", -1, -1, Author.PERSON, "");
        row("/a", 1, 1, Author.PERSON, "");
        row("/a", 1, 0, Author.PERSON, "");
        row("/a", 1, 1, Author.SCAN, "");
        row("/a", 2, 1, Author.UNPROVEN, "");
        row("/marked", 1, 1, Author.SCAN, "");
        row("/a", 4, 1, Author.PERSON, "");
        mark("/marked", "CT", "X", "", "");
        assertThat(bars(figures().origins()))
                .containsOnly(
                        Map.entry("person", List.of(1.0, 0.0, 0.0)),
                        Map.entry("OCR", List.of(2.0, 1.0, 2.0)),
                        Map.entry("ultrasound regions", List.of(1.0, 0.0, 0.0)));
    }

    @Test
    void rows_about_a_whole_plane_are_no_rectangles() {
        InclusiveBox whole = new InclusiveBox(-1, -1, -1, -1, -1, -1);
        StoredRegion region = new StoredRegion(whole, 1, "", -1, 1, "", "");
        rows.add(new StoredRow(1, "/a", region, Author.SCAN));
        assertThat(figures().origins().isEmpty()).isTrue();
    }

    @Test
    void decisions_are_counted_per_hour_and_user_and_scans_are_none() {
        row("/a", -1, 1, Author.PERSON, "2031-04-09 10:00:00");
        row("/a", 1, 0, Author.PERSON, "2031-04-09 10:59:59");
        row("/a", 1, 1, Author.SCAN, "2031-04-09 10:30:00");
        row("/a", -1, 1, Author.PERSON, "not a time");
        mark("/a", "CT", "X", "2031-04-09 11:00:00.123456", "bob");
        BarFigure figure = figures().decisionsPerHour();
        assertThat(figure.series()).containsExactly("ada", "bob");
        assertThat(figure.rows())
                .containsExactly(
                        new BarFigure.Row("2031-04-09 10h", List.of(2.0, 0.0)),
                        new BarFigure.Row("2031-04-09 11h", List.of(0.0, 1.0)));
    }

    @Test
    void many_users_are_four_and_others() {
        for (int user = 1; user <= 7; user++) {
            for (int i = 0; i <= 10 - user; i++) {
                mark("/" + user + "-" + i, "CT", "X", "2031-04-09 10:00:00", "user " + user);
            }
        }
        BarFigure figure = figures().decisionsPerHour();
        assertThat(figure.series())
                .containsExactly("user 1", "user 2", "user 3", "user 4", "others");
        assertThat(figure.rows().get(0).values()).containsExactly(10.0, 9.0, 8.0, 7.0, 15.0);
    }

    @Test
    void a_file_takes_the_time_since_the_mark_before_it_in_the_same_sitting() {
        mark("/a", "CT", "X", "2031-04-09 10:00:00", "ada");
        mark("/b", "CT", "X", "2031-04-09 10:00:04", "ada");
        mark("/c", "CT", "X", "2031-04-09 10:00:10", "ada");
        mark("/group1", "CT", "X", "2031-04-09 10:00:10", "ada");
        mark("/d", "CT", "X", "2031-04-09 10:30:00", "ada");
        mark("/e", "CT", "X", "2031-04-09 10:30:03", "ada");
        mark("/f", "CT", "X", "2031-04-09 10:00:05", "bob");
        BarFigure perFile = figures().secondsPerFile();
        assertThat(perFile.rows())
                .extracting(BarFigure.Row::label)
                .containsExactly("3", "4", "5", "6");
        assertThat(perFile.note()).contains("median 4.0 s over 3 files");
        assertThat(figures().secondsPerSitting().rows())
                .containsExactly(
                        new BarFigure.Row("2031-04-09 10:00, ada", List.of(5.0)),
                        new BarFigure.Row("2031-04-09 10:30, ada", List.of(3.0)));
    }

    @Test
    void only_wanted_files_count() {
        mark("/a", "CT", "X", "2031-04-09 10:00:00", "ada");
        row("/b", -1, 1, Author.PERSON, "2031-04-09 10:00:00");
        devices.put("/c", new DeviceTags("US", "[]", "Y", "NoBIA", 10, 10));
        ReviewFigures one =
                new ReviewFigures(new StoreSnapshot(files, rows, devices), "/a"::equals);
        assertThat(bars(one.modalities())).containsOnlyKeys("CT");
        assertThat(one.origins().isEmpty()).isTrue();
        assertThat(one.decisionsPerHour().rows()).hasSize(1);
    }

    @Test
    void an_empty_database_gives_charts_without_bars() {
        for (Chart chart : Chart.values()) {
            assertThat(chart.of(figures()).isEmpty()).as(chart.name()).isTrue();
            assertThat(chart.ifEmpty()).isNotBlank();
        }
    }
}
