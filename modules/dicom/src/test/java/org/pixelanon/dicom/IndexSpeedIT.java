package org.pixelanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexSpeedIT {

    private static final Path FILES =
            Path.of(System.getProperty("pixelanon.shared", "none"), "corpus", "files");

    @Test
    void a_thousand_real_files_are_indexed_in_a_second() throws IOException {
        assumeTrue(Files.isDirectory(FILES), "no corpus here");
        List<Path> files;
        try (Stream<Path> all = Files.list(FILES)) {
            files = all.toList();
        }
        double best = 0;
        for (int round = 0; round < 12; round++) {
            long start = System.nanoTime();
            for (Path path : files) {
                DicomFile.open(path).close();
            }
            best = Math.max(best, files.size() / ((System.nanoTime() - start) / 1e9));
        }
        assertThat(best).isGreaterThan(1000);
    }
}
