package org.pixelanon.pipeline.report;

import java.util.List;

/**
 * How a run looked for text, as its report and its summary tell it.
 *
 * @param effort how much was done, as users write it
 * @param engines what found and read the text, by kind and name
 * @param shortfall why less was done than is done elsewhere; empty if it was not
 */
public record SearchWords(String effort, List<String> engines, String shortfall) {

    /** Copies the list. */
    public SearchWords {
        engines = List.copyOf(engines);
    }
}
