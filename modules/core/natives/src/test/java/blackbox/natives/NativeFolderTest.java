package blackbox.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.natives.NativeFolder;

class NativeFolderTest {

    @TempDir private Path cache;

    private static List<Path> files(NativeFolder folder) throws IOException {
        try (Stream<Path> list = Files.list(folder.path())) {
            return list.sorted().toList();
        }
    }

    @Test
    void a_library_is_unpacked_where_nobody_else_may_write_and_found_by_its_name()
            throws IOException {
        NativeFolder folder = NativeFolder.in(cache);
        folder.library("leptonica");
        assertThat(files(folder)).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        NativeLibrary library = NativeLibrary.getInstance("leptonica");
        assertThat(library.getFunction("getLeptonicaVersion").getName())
                .isEqualTo("getLeptonicaVersion");
        assertThat(library.getFile().toPath().startsWith(folder.path())).isTrue();
    }

    @Test
    void what_is_there_whole_is_left_alone_and_what_is_cut_is_replaced() throws IOException {
        NativeFolder folder = NativeFolder.in(cache);
        folder.library("tesseract");
        Path file = files(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        FileTime then = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, then);
        NativeFolder.in(cache).library("tesseract");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
        Files.write(file, new byte[100]);
        NativeFolder.in(cache).library("tesseract");
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        assertThat(files(folder)).as("no part is left").containsExactly(file);
    }

    @Test
    void a_planted_library_of_the_right_size_is_replaced() throws IOException {
        NativeFolder folder = NativeFolder.in(cache);
        folder.library("tesseract");
        Path file = files(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] planted = whole.clone();
        planted[planted.length / 2] ^= 1;
        Files.write(file, planted);
        NativeFolder.in(cache).library("tesseract");
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void a_file_that_others_can_change_is_replaced() throws IOException {
        NativeFolder folder = NativeFolder.in(cache);
        folder.library("tesseract");
        Path file = files(folder).get(0);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        NativeFolder.in(cache).library("tesseract");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .doesNotContain("rw-rw");
    }

    @Test
    void a_link_in_the_place_of_a_library_is_replaced() throws IOException {
        NativeFolder folder = NativeFolder.in(cache);
        folder.library("tesseract");
        Path file = files(folder).get(0);
        Path elsewhere = Files.move(file, cache.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);
        NativeFolder.in(cache).library("tesseract");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void a_cache_that_others_can_change_is_not_used() throws IOException {
        for (String mode : List.of("rwxrwxrwx", "rwxrwx---", "rwx---rwx")) {
            Path open = Files.createDirectory(cache.resolve("open-" + mode));
            Path inside = Files.createDirectories(open.resolve("pixelanon"));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(mode));
            NativeFolder folder = NativeFolder.in(inside);
            assertThat(folder.path().startsWith(cache.toRealPath())).as(mode).isFalse();
            assertThat(files(NativeFolder.in(inside))).as(mode).isEqualTo(files(folder));
        }
    }

    @Test
    void the_folder_itself_that_others_can_change_is_not_used() throws IOException {
        Path folder = NativeFolder.in(cache).path();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(NativeFolder.in(cache).path()).isNotEqualTo(folder);
    }

    @Test
    void a_relative_cache_is_never_used() throws IOException {
        Path relative = Path.of("relative-cache");
        NativeFolder folder = NativeFolder.in(relative);
        folder.library("tesseract");
        assertThat(folder.path()).isAbsolute();
        assertThat(relative).doesNotExist();
        assertThat(folder.path().startsWith(Path.of("").toAbsolutePath())).isFalse();
    }

    @Test
    void what_the_program_lacks_is_told() throws IOException {
        NativeFolder folder = NativeFolder.in(cache);
        assertThatThrownBy(() -> folder.library("nothing"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("this platform is not supported");
        assertThat(files(folder)).isEmpty();
    }
}
