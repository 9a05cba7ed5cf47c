package org.pixelanon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlicingTest {

    private static final Slicing SLICING = new Slicing(100, 4);

    @Test
    void each_file_is_in_exactly_one_task() {
        List<FileItem> items = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            items.add(item("f" + i, 1 + i * 37 % 150));
        }
        assertThat(SLICING.of(items).stream().flatMap(s -> s.items().stream()))
                .containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void no_task_has_more_than_its_share_but_one_file() {
        List<FileItem> items = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            items.add(item("f" + i, i < 500 ? 1 : 1 + i * 37 % 150));
        }
        assertThat(SLICING.of(items))
                .allSatisfy(
                        s -> {
                            assertThat(s.items()).hasSizeLessThanOrEqualTo(4);
                            assertThat(s.cost() <= 100 || s.items().size() == 1).isTrue();
                        });
    }

    @Test
    void a_big_file_among_tiny_ones_is_a_task_of_its_own_and_comes_first() {
        List<FileItem> items =
                List.of(
                        item("a", 1),
                        item("b", 1),
                        item("c", 1),
                        item("d", 1),
                        item("e", 2),
                        item("cine", 10_000),
                        item("f", 1));
        assertThat(SLICING.of(items).stream().map(s -> s.items().stream().map(FileItem::path)))
                .map(Stream::toList)
                .containsExactly(List.of("cine"), List.of("a", "b", "c", "d"), List.of("e", "f"));
    }

    @Test
    void the_name_of_the_rows_tells_files_from_others() {
        FileSlice one = new FileSlice(List.of(item("a", 1), item("b", 2)));
        assertThat(one.key()).isEqualTo(new FileSlice(List.of(item("a", 7), item("b", 8))).key());
        assertThat(one.key()).isNotEqualTo(new FileSlice(List.of(item("ab", 1))).key());
        assertThat(one.key())
                .isNotEqualTo(new FileSlice(List.of(item("b", 1), item("a", 1))).key());
    }

    private static FileItem item(String name, long cost) {
        return new FileItem(name, name, true, null, null, cost);
    }
}
