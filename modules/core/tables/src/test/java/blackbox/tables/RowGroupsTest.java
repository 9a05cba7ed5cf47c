package blackbox.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blackbox.tables.TableSummaryTest.Silent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.tables.CombinationList;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.RowFilter;
import org.pixelanon.tables.RowGroups;
import org.pixelanon.tables.TableException;

class RowGroupsTest {

    @TempDir private Path folder;

    private CsvTable table(String text) throws IOException {
        return CsvTable.open(
                Files.writeString(folder.resolve("t.csv"), text), StandardCharsets.UTF_8);
    }

    /** Rows a-0 to a-99, b-0 to b-99, in turn. */
    private CsvTable hundreds() throws IOException {
        StringBuilder text = new StringBuilder("Model,Path\n");
        for (int i = 0; i < 100; i++) {
            text.append("b,b-").append(i).append("\na,a-").append(i).append('\n');
        }
        return table(text.toString());
    }

    private static RowGroups.Query query(int number, boolean random, long seed) {
        return new RowGroups.Query(List.of("Model"), false, number, random, seed, key -> true);
    }

    private static List<String> paths(RowGroups.Group group) {
        return group.rows().stream().map(r -> r.fields().get(1)).toList();
    }

    @Test
    void the_first_rows_of_each_group_are_in_the_order_of_the_file_and_groups_in_that_of_keys()
            throws IOException {
        List<RowGroups.Group> groups =
                RowGroups.of(hundreds(), query(2, false, 0), Silent.PROGRESS).groups();
        assertThat(groups)
                .extracting(RowGroups.Group::key)
                .containsExactly(List.of("a"), List.of("b"));
        assertThat(groups.get(0).total()).isEqualTo(100);
        assertThat(paths(groups.get(0))).containsExactly("a-0", "a-1");
        assertThat(paths(groups.get(1))).containsExactly("b-0", "b-1");
    }

    @Test
    void random_rows_are_none_twice_the_same_for_a_seed_and_each_as_likely_as_any_other()
            throws IOException {
        CsvTable table = hundreds();
        int[] drawn = new int[100];
        Set<List<String>> samples = new HashSet<>();
        int seeds = 3000;
        for (int seed = 0; seed < seeds; seed++) {
            List<RowGroups.Group> groups =
                    RowGroups.of(table, query(10, true, seed), Silent.PROGRESS).groups();
            List<String> paths = paths(groups.get(0));
            assertThat(paths).hasSize(10).doesNotHaveDuplicates();
            samples.add(paths);
            paths.forEach(p -> drawn[Integer.parseInt(p.substring(2))]++);
        }
        assertThat(samples).hasSizeGreaterThan(seeds - 5);
        // 300 expected, standard deviation 16.4
        for (int count : drawn) {
            assertThat(count).isBetween(300 - 90, 300 + 90);
        }
        assertThat(RowGroups.of(table, query(10, true, 7), Silent.PROGRESS).groups())
                .isEqualTo(RowGroups.of(table, query(10, true, 7), Silent.PROGRESS).groups());
        assertThat(paths(RowGroups.of(table, query(500, true, 7), Silent.PROGRESS).groups().get(0)))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void image_types_that_begin_alike_may_be_one_group() throws IOException {
        CsvTable table = table("ImageType\nORIGINAL\\PRIMARY\\A\nORIGINAL\\PRIMARY\\B\nX\nY\\Z\n");
        var query = new RowGroups.Query(List.of("ImageType"), true, 9, false, 0, key -> true);
        assertThat(RowGroups.of(table, query, Silent.PROGRESS).groups())
                .extracting(RowGroups.Group::key)
                .containsExactly(List.of("BAD"), List.of("ORIGINAL\\PRIMARY"));
    }

    @Test
    void positions_of_the_python_tool_name_rows_each_of_which_comes_once() throws IOException {
        CsvTable table = table("Model,Path\nä,one\n\"b\",\"two, \"\"2\"\"\nlines\"\nb,three\n");
        byte[] bytes = Files.readAllBytes(table.file());
        String text = new String(bytes, StandardCharsets.UTF_8);
        int two = text.substring(0, text.indexOf("\"b\"")).getBytes(StandardCharsets.UTF_8).length;
        int three = bytes.length - "b,three\n".length();
        Path list =
                Files.writeString(
                        folder.resolve("t.csv_filepos.csv"),
                        "combination,total,0,1,2\n\"ä,\",1,11,11,11\n\"b,\",2,"
                                + two
                                + ","
                                + three
                                + ","
                                + two
                                + "\n");
        assertThat(CombinationList.isList(list)).isTrue();
        assertThat(CombinationList.table(list)).isEqualTo(table.file());
        List<RowGroups.Group> groups =
                CombinationList.read(list, table, 20, c -> true, Silent.PROGRESS).groups();
        assertThat(groups).extracting(RowGroups.Group::total).containsExactly(1L, 2L);
        assertThat(paths(groups.get(0))).containsExactly("one");
        assertThat(paths(groups.get(1))).containsExactly("two, \"2\"\nlines", "three");
        Files.writeString(list, "combination,total,0\nx,1,9999\n");
        assertThatThrownBy(() -> CombinationList.read(list, table, 20, c -> true, Silent.PROGRESS))
                .hasMessage(table.file() + ": has no row at byte 9999");
    }

    @Test
    void positions_at_which_no_row_begins_are_refused_and_broken_rows_of_the_list_are_told()
            throws IOException {
        CsvTable table = table("Model,Path\nab,one\nb,two\n");
        Path list = folder.resolve("t.csv_filepos.csv");
        // byte 12 is the b of ab: a row as long as the header, of another model
        for (int at : new int[] {0, 12, 14, 24}) {
            Files.writeString(list, "combination,total,0\nx,1," + at + "\n");
            assertThatThrownBy(
                            () -> CombinationList.read(list, table, 1, c -> true, Silent.PROGRESS))
                    .as("%d", at)
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("byte " + at);
        }
        Files.writeString(list, "combination,total,0,1\nx,1,11\nab,1,11,11\n");
        RowGroups.Result result = CombinationList.read(list, table, 1, c -> true, Silent.PROGRESS);
        assertThat(result.reading().brokenLines()).containsExactly(2L);
        assertThat(paths(result.groups().get(0))).containsExactly("one");
    }

    private List<String> filtered(CsvTable table, RowFilter.Query query, String column)
            throws IOException {
        List<String> out = new ArrayList<>();
        int index = table.column(column);
        RowFilter.read(table, query, row -> out.add(row.get(index)), Silent.PROGRESS);
        return out;
    }

    @Test
    void files_whose_planes_never_held_text_are_told_from_those_where_one_did() throws IOException {
        CsvTable table =
                table(
                        "filename,frame,overlay,ocr_text\na,0,-1,\na,1,-1,x\nb,0,-1,\nb,0,0,over\nc,0,-1,\n");
        var query =
                new RowFilter.Query(
                        List.of(), false, false, List.of(), List.of(), List.of(), List.of());
        assertThat(filtered(table, query, "filename")).containsExactly("b", "c");
        var withText =
                new RowFilter.Query(
                        List.of(), null, true, List.of(), List.of(), List.of(), List.of());
        assertThat(filtered(table, withText, "filename")).containsExactly("a", "a", "b", "b");
    }

    @Test
    void values_parts_and_emptiness_of_columns_are_asked_for_all_at_once() throws IOException {
        CsvTable table = table("A,B,C\n1,abc,\n1,xyz,\n2,abc,\n1,abc,q\n");
        var query =
                new RowFilter.Query(
                        List.of(),
                        null,
                        null,
                        List.of(new RowFilter.Pair("A", "1")),
                        List.of(new RowFilter.Pair("B", "b")),
                        List.of("C"),
                        List.of("A"));
        assertThat(filtered(table, query, "B")).containsExactly("abc");
    }
}
