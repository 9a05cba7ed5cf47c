package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.UserEnvironment;

class UserEnvironmentTest {

    private static final Map<String, String> ACCOUNT =
            Map.of("user.home", "/home/curator", "user.name", "curator", "java.io.tmpdir", "/tmp");

    private static UserEnvironment with(Map<String, String> variables) {
        return UserEnvironment.of(variables, ACCOUNT);
    }

    @Test
    void the_cache_is_the_one_named_else_that_of_the_desktop_else_one_in_the_home_folder() {
        Map<String, String> both = Map.of("PIXELANON_CACHE", "/a", "XDG_CACHE_HOME", "/b");
        assertThat(with(both).cache()).isEqualTo(Path.of("/a"));
        assertThat(with(Map.of("XDG_CACHE_HOME", "/b")).cache()).isEqualTo(Path.of("/b/pixelanon"));
        assertThat(with(Map.of("PIXELANON_CACHE", " ")).cache())
                .as("a blank variable is as good as none")
                .isEqualTo(Path.of("/home/curator/.cache/pixelanon"));
    }

    @Test
    void without_variables_there_is_nothing_of_the_python_tool() throws IOException {
        UserEnvironment none = with(Map.of());
        assertThat(none.pacsRoot()).isEmpty();
        assertThat(none.sharedData()).isEmpty();
        assertThat(none.allowList()).isEmpty();
        assertThat(none.recipes()).isEmpty();
        assertThat(none.user()).isEqualTo("curator");
        assertThat(none.temporaryFolder()).isEqualTo(Path.of("/tmp"));
    }

    @Test
    void the_lists_of_the_python_tool_are_found_where_they_exist(@TempDir Path root)
            throws IOException {
        UserEnvironment smi = with(Map.of("SMI_ROOT", root.toString()));
        assertThat(smi.allowList()).isEmpty();
        Path data = Files.createDirectories(root.resolve("data/dicompixelanon"));
        Path list = Files.createFile(data.resolve("ocr_allowlist_regex.txt"));
        Path deid = Files.createDirectories(root.resolve("data/deid"));
        Path b = Files.createFile(deid.resolve("deid.dicom.b"));
        Path a = Files.createFile(deid.resolve("deid.dicom.a"));
        Files.createFile(deid.resolve("readme"));
        assertThat(smi.sharedData()).contains(data);
        assertThat(smi.allowList()).contains(list);
        assertThat(smi.recipes()).containsExactly(a, b);
    }

    @Test
    void settings_lie_where_the_desktop_and_the_system_keep_them() {
        assertThat(with(Map.of()).userSettings())
                .isEqualTo(Path.of("/home/curator/.config/pixelanon/pixelanon.properties"));
        assertThat(with(Map.of("XDG_CONFIG_HOME", "/x")).userSettings())
                .isEqualTo(Path.of("/x/pixelanon/pixelanon.properties"));
        assertThat(with(Map.of()).siteSettings())
                .isEqualTo(Path.of("/etc/pixelanon/pixelanon.properties"));
        assertThat(with(Map.of("B_2", "b", "A", "", "B_1", "a")).variables("B_"))
                .containsExactly(Map.entry("B_1", "a"), Map.entry("B_2", "b"));
    }
}
