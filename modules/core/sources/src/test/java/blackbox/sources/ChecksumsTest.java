package blackbox.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pixelanon.model.source.SourceChecksum.Algorithm;
import org.pixelanon.sources.remote.Checksums;

/** Checksums as stores tell them, of the digits that catalogues of checksums are told by. */
class ChecksumsTest {

    @TempDir Path folder;

    private String of(Algorithm algorithm, long size) throws IOException {
        Path file = Files.writeString(folder.resolve("digits"), "123456789");
        try (FileChannel channel = FileChannel.open(file)) {
            return Checksums.of(algorithm, channel, size);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, cbf43926",
        "CRC32C, e3069283",
        "CRC64NVME, ae8b14860a799888",
        "MD5, 25f9e794323b453885f5181f1b624d0b",
        "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
        "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
    })
    void each_is_what_its_standard_says(Algorithm algorithm, String digits) throws IOException {
        assertThat(of(algorithm, 9)).isEqualTo(digits);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_file_that_ends_early_has_none(Algorithm algorithm) {
        assertThatThrownBy(() -> of(algorithm, 10)).isInstanceOf(EOFException.class);
    }
}
