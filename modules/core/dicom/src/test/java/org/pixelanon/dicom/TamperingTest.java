package org.pixelanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A little of what {@link Tampering} does at length, other copies in every run. */
class TamperingTest {

    private static final int TRIALS = 80;

    @TempDir private Path folder;

    static Stream<TamperSeed> seeds() throws IOException {
        return Stream.concat(TamperSeed.all().stream(), TamperSeed.more().stream());
    }

    @Test
    void fourteen_files_are_in_ten_transfer_syntaxes() throws IOException {
        Set<String> syntaxes = new TreeSet<>();
        List<TamperSeed> seeds = TamperSeed.all();
        for (TamperSeed seed : seeds) {
            Path in = Files.write(folder.resolve("in.dcm"), seed.original());
            try (DicomFile file = DicomFile.open(in)) {
                syntaxes.add(file.transferSyntax().uid());
            }
        }
        assertThat(seeds).hasSize(14);
        assertThat(syntaxes).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_copy_that_is_accepted_differs_only_in_what_is_tolerated(TamperSeed seed)
            throws IOException {
        long number = System.nanoTime();
        Tampering trial = Tampering.run(seed, TRIALS, number, null);
        assertThat(trial.defects()).as("seed " + number + ": " + trial).isEmpty();
    }
}
