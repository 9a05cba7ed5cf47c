package org.pixelanon.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A little of what {@link WholeFuzz} does at length (docs/fuzzing.md), other files every time. */
class WholeFuzzTest {

    private static final int FILES = 150;

    @TempDir private Path natives;
    @TempDir private Path folder;

    @Test
    void small_and_damaged_files_of_every_kind_go_the_whole_way_or_are_refused()
            throws IOException {
        long seed = System.nanoTime();
        WholeFuzz fuzz = WholeFuzz.run(FILES, seed, natives, folder);
        assertThat(fuzz.defects()).as("seed " + seed + ": " + fuzz).isEmpty();
    }
}
