package org.pixelanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.data.UID;

/** A little of what {@link Fuzz} does at length (docs/fuzzing.md), other inputs in every run. */
class FuzzTest {

    private static final int INPUTS = 400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGLosslessSV1,
                UID.JPEGLSLossless,
                UID.JPEG2000Lossless,
                "file"
            })
    void damaged_input_is_decoded_or_refused_with_a_reason(String target) throws IOException {
        long seed = System.nanoTime();
        Fuzz fuzz = Fuzz.run("-", INPUTS, seed, target);
        assertThat(fuzz.defects()).as("seed " + seed + ": " + fuzz).isZero();
    }
}
