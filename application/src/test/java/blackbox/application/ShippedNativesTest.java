package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One application for all platforms: whatever machine built it, text is read on all of them. */
class ShippedNativesTest {

    @Test
    void natives_of_every_platform_are_in_the_application() throws IOException {
        Path extensions =
                Path.of(System.getProperty("pixelanon.application"))
                        .resolve("pixelanon/modules/ext/org.pixelanon.engine/org-bytedeco");
        try (Stream<Path> jars = Files.list(extensions)) {
            assertThat(jars.map(j -> j.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "leptonica-linux-arm64.jar",
                            "leptonica-linux-x86_64.jar",
                            "leptonica-macosx-arm64.jar",
                            "leptonica-macosx-x86_64.jar",
                            "tesseract-linux-arm64.jar",
                            "tesseract-linux-x86_64.jar",
                            "tesseract-macosx-arm64.jar",
                            "tesseract-macosx-x86_64.jar");
        }
    }
}
