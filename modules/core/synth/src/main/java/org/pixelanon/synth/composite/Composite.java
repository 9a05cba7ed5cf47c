package org.pixelanon.synth.composite;

import java.util.List;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * A drawn plane as a file, with its truth.
 *
 * @param ground the background
 * @param sheet its pixels before compression
 * @param syntax uncompressed or JPEG
 * @param quality of JPEG, 0 to 1; 1 if uncompressed
 * @param file the file
 * @param boxes all text on it
 */
record Composite(
        Backgrounds.Chosen ground,
        Sheet sheet,
        Syntax syntax,
        double quality,
        SampleFile file,
        List<TrueBox> boxes) {}
