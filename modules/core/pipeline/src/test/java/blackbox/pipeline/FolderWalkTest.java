package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.FolderWalk;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.store.index.IndexFilter;

class FolderWalkTest {

    @TempDir Path folder;

    @Test
    void it_meets_what_a_run_finds_one_file_at_a_time() throws IOException {
        for (int i = 0; i < 40; i++) {
            Path below = Files.createDirectories(folder.resolve("d" + i % 5).resolve("e" + i % 3));
            Files.writeString(below.resolve(i + ".dcm"), "x");
        }
        Files.createDirectories(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("d0/up"), folder);
        Files.createSymbolicLink(folder.resolve("d0/nowhere"), folder.resolve("gone"));
        Files.createSymbolicLink(folder.resolve("d0/link.dcm"), folder.resolve("d1/e1/1.dcm"));
        InputFiles.Found found = InputFiles.find(List.of(folder.toString()));
        List<InputFile> streamed = new ArrayList<>();
        InputFiles.Found rest =
                InputFiles.stream(
                        List.of(folder.toString()),
                        List.of(),
                        new BufferedReader(Reader.nullReader()),
                        IndexFilter.ALL,
                        null,
                        streamed::add);
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(found.files());
        assertThat(rest.files()).isEmpty();
        assertThat(rest.odd()).containsExactlyInAnyOrderElementsOf(found.odd());
        assertThat(rest.problems()).isEqualTo(found.problems());
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() {
        FolderWalk walk = new FolderWalk(folder.resolve("gone"), (p, why) -> {}, p -> {});
        assertThatThrownBy(walk::next).hasMessageContaining("cannot be listed");
    }

    @Test
    void a_path_as_text_leads_back_whatever_its_bytes_are() throws IOException {
        Path plain = folder.resolve("a b\n\u00e4.dcm");
        assertThat(PathText.path(PathText.of(plain))).isEqualTo(plain);
        String url = folder.toUri() + "%FF%FE.dcm"; // bytes that are no text
        Path bytes = Path.of(java.net.URI.create(url));
        Files.writeString(bytes, "x");
        assertThat(PathText.of(bytes)).isEqualTo(url);
        assertThat(PathText.path(PathText.of(bytes))).isEqualTo(bytes).exists();
    }
}
