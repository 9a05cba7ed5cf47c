package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;

class InputFilesTest {

    @TempDir Path root;

    @BeforeEach
    void makeFiles() throws Exception {
        Files.createDirectories(root.resolve("a/b"));
        for (String name : List.of("a/2.dcm", "a/1", "a/b/3.dcm", "a/.pixelanon-1-x.part")) {
            Files.writeString(root.resolve(name), "x");
        }
    }

    @Test
    void folders_are_searched_recursively_in_name_order_without_part_files() throws Exception {
        InputFiles.Found found = find(List.of(root.resolve("a").toString()), "");
        assertThat(found.files())
                .extracting(f -> f.below().toString())
                .containsExactly("1", "2.dcm", "b/3.dcm");
        assertThat(found.files()).noneMatch(InputFile::explicit);
    }

    @Test
    void a_file_named_twice_comes_once() throws Exception {
        String one = root.resolve("a/1").toString();
        assertThat(find(List.of(one, one, root.resolve("a").toString()), "").files()).hasSize(3);
    }

    @Test
    void a_missing_file_is_a_problem() throws Exception {
        InputFiles.Found found = find(List.of(root.resolve("none.dcm").toString()), "");
        assertThat(found.problems()).containsValue("no such file or folder");
    }

    @Test
    void an_empty_folder_is_a_problem() throws Exception {
        Path empty = Files.createDirectory(root.resolve("empty"));
        assertThat(find(List.of(empty.toString()), "").problems()).containsKey(empty);
    }

    @Test
    void wildcards_match_names() throws Exception {
        assertThat(find(List.of(root + "/a/*.dcm"), "").files()).hasSize(1);
        assertThat(find(List.of(root + "/a/**.dcm"), "").files()).hasSize(2);
        assertThat(find(List.of(root + "/a/*.png"), "").problems())
                .containsValue("no file matches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[1", "a\n\u001b[2K.csv", "{a,b", "a]\\", "none/*.dcm", "a\0/*"})
    void what_is_no_pattern_is_a_file_that_is_missing(String name) throws Exception {
        assertThat(find(List.of(name, root + "/a/*.dcm"), "").problems())
                .containsValue("no such file or folder")
                .hasSize(1);
    }

    @Test
    void csv_lists_name_files_by_either_column_and_missing_ones_with_their_line() throws Exception {
        Path csv = root.resolve("list.csv");
        Files.writeString(
                csv, "Modality,DicomFilePath\nCT," + root.resolve("a/1") + "\nCT,gone.dcm\n");
        InputFiles.Found found = find(List.of(csv.toString()), "");
        assertThat(found.files()).hasSize(1);
        assertThat(found.problems().get(Path.of("gone.dcm"))).contains("line 3");
    }

    @Test
    void relative_paths_are_looked_for_below_pacs_root() throws Exception {
        InputFiles.Found found =
                InputFiles.find(
                        List.of("a/b/3.dcm"),
                        List.of(root),
                        new BufferedReader(new StringReader("")));
        assertThat(found.files()).hasSize(1);
    }

    @Test
    void a_dash_reads_a_list_from_standard_input() throws Exception {
        assertThat(
                        find(
                                        List.of("-"),
                                        root.resolve("a/1")
                                                + "\n\n"
                                                + root.resolve("a/2.dcm")
                                                + "\n")
                                .files())
                .hasSize(2);
    }

    private static InputFiles.Found find(List<String> arguments, String standardInput)
            throws Exception {
        return InputFiles.find(
                arguments, List.of(), new BufferedReader(new StringReader(standardInput)));
    }
}
