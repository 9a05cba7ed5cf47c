package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.evaluate.Truth;
import org.pixelanon.pipeline.evaluate.TruthPlane;
import org.pixelanon.pipeline.evaluate.TruthPlane.Listed;

class TruthTest {

    @TempDir private Path folder;

    private Truth read(String name, String text) throws IOException {
        return Truth.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void a_plane_of_ours_is_read_also_where_its_numbers_are_texts() throws IOException {
        Truth truth =
                read(
                        "ours.json",
                        "[{\"file\":\"a\",\"sha256\":\"AB\",\"rows\":\"48\",\"cols\":64,\"frame\":2,"
                                + "\"overlay\":\"6002\",\"partial\":\"letters are cut\",\"boxes\":["
                                + "{\"box\":[1,2,11,7],\"text\":\"X\",\"sensitive\":false,\"size\":12},"
                                + "{\"box\":[5,5,5,9],\"text\":\"of no width\"}]}]");
        TruthPlane plane = truth.planes().get(0);
        assertThat(plane.plane()).isEqualTo(new OverlayPlane(0x6002, 2));
        assertThat(plane.sha256()).isEqualTo("ab");
        assertThat(plane.height()).isEqualTo(48);
        assertThat(plane.listed()).isEqualTo(Listed.SOME);
        assertThat(plane.boxes()).hasSize(1);
        assertThat(plane.boxes().get(0).box()).isEqualTo(new PixelRectangle(1, 2, 10, 5));
        assertThat(plane.boxes().get(0).harmless()).isTrue();
        assertThat(plane.boxes().get(0).traits()).containsEntry("size", "12");
        assertThat(plane.toString() + plane.boxes()).doesNotContain("X");
    }

    @Test
    void a_name_means_the_file_whose_path_ends_so_and_else_the_one_of_that_name()
            throws IOException {
        Truth truth = read("p.json", "{\"one/a.dcm\": [], \"gone/b.dcm\": []}");
        Map<Path, String> inputs = new LinkedHashMap<>();
        for (String name : List.of("/x/one/a.dcm", "/x/two/a.dcm", "/x/b.dcm")) {
            inputs.put(Path.of(name), "");
        }
        assertThat(truth.match(inputs).keySet())
                .containsExactlyInAnyOrder(Path.of("/x/one/a.dcm"), Path.of("/x/b.dcm"));
        inputs.put(Path.of("/y/b.dcm"), "");
        assertThatThrownBy(() -> truth.match(inputs))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("is ambiguous: matches several inputs");
    }

    @Test
    void the_first_of_several_files_with_the_same_bytes_is_compared() throws IOException {
        Truth truth = read("c.csv", "sha256,left,top,right,bottom\nab,1,1,2,2\nab,4,4,5,5\n");
        Map<Path, String> inputs = new LinkedHashMap<>();
        inputs.put(Path.of("first"), "ab");
        inputs.put(Path.of("second"), "ab");
        assertThat(truth.match(inputs)).containsOnlyKeys(Path.of("first"));
        assertThat(truth.planes()).hasSize(1);
        assertThat(truth.planes().get(0).boxes()).hasSize(2);
    }

    @Test
    void what_cannot_be_truth_is_told_with_its_line_and_without_its_words() {
        for (String bad :
                List.of(
                        "[{\"rows\":\"SMITH\",\"cols\":1,\"boxes\":[]}]",
                        "[{\"rows\":1,\"cols\":1,\"overlay\":\"SMITH\",\"boxes\":[]}]",
                        "[{\"rows\":99999,\"cols\":99999,\"file\":\"SMITH\",\"boxes\":[]}]",
                        "{\"SMITH\": 5}",
                        "\"SMITH\"",
                        "[{\"SMITH")) {
            assertThatThrownBy(() -> read("bad.json", bad))
                    .as(bad)
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("bad.json: line 1: ")
                    .hasMessageNotContaining("SMITH");
        }
        assertThatThrownBy(() -> read("none.json", "[]"))
                .hasMessageContaining("describes no plane");
    }
}
