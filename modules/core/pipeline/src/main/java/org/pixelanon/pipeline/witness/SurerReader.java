package org.pixelanon.pipeline.witness;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText.Alternative;
import org.pixelanon.model.text.TextReader;

/**
 * Two readers; the second is asked where the first is uncertain. Both confidences are shares of
 * correct lines and so can be compared; the other reading stays an alternative. Not thread-safe;
 * closes both.
 */
final class SurerReader implements TextReader {

    /** From this confidence on the second reader is not asked. */
    private static final double SURE = .7;

    /** So much surer must the second be: it is asked about the lines that are hard to read. */
    private static final double MARGIN = .2;

    private final TextReader first;
    private final TextReader second;

    SurerReader(TextReader first, TextReader second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public Reading read(PlaneImage line) throws IOException {
        Reading one = first.read(line);
        if (one.confidence() >= SURE) {
            return one;
        }
        Reading other = second.read(line);
        if (other.text().isEmpty()) {
            return one;
        }
        if (letters(one.text()).equals(letters(other.text()))) {
            // the first one's blanks come from the gaps in the ink
            double confidence = Math.max(one.confidence(), other.confidence());
            return new Reading(one.text(), confidence, all(one, other));
        }
        boolean believed = other.confidence() > one.confidence() + MARGIN || completes(one, other);
        return new Reading(
                believed ? other.text() : one.text(),
                Math.max(one.confidence(), believed ? other.confidence() : 0),
                all(one, other));
    }

    /** Returns whether the second reads the same letters with accents, which the first has not. */
    private static boolean completes(Reading one, Reading other) {
        String plain =
                Normalizer.normalize(letters(other.text()), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
        return plain.equals(letters(one.text()));
    }

    private static String letters(String text) {
        return text.replace(" ", "");
    }

    private static List<Alternative> all(Reading one, Reading other) {
        List<Alternative> all = new ArrayList<>(one.alternatives());
        all.addAll(other.alternatives());
        all.add(new Alternative(one.text(), one.confidence()));
        all.add(new Alternative(other.text(), other.confidence()));
        return all;
    }

    @Override
    public void close() {
        try {
            first.close();
        } finally {
            second.close();
        }
    }
}
