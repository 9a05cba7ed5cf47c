package org.pixelanon.pipeline.forms;

import java.util.Locale;
import org.pixelanon.pipeline.evaluate.Figure;
import org.pixelanon.pipeline.evaluate.LineFigures;

/**
 * How often forms and pictures were told rightly.
 *
 * @param found forms that were told
 * @param missed forms that were taken for pictures
 * @param alarms pictures that were taken for forms
 * @param passed pictures that were told
 */
public record FormFigures(long found, long missed, long alarms, long passed) {

    /** Nothing was looked at. */
    public static final FormFigures NONE = new FormFigures(0, 0, 0, 0);

    /**
     * One more.
     *
     * @param form what it is
     * @param told what it was taken for
     * @return the figures with it
     */
    public FormFigures and(boolean form, boolean told) {
        return new FormFigures(
                found + (form && told ? 1 : 0),
                missed + (form && !told ? 1 : 0),
                alarms + (!form && told ? 1 : 0),
                passed + (!form && !told ? 1 : 0));
    }

    /**
     * What people read.
     *
     * @return a table, recall and false alarms with their intervals (Wilson 1927), in lines
     */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%-10s%12s%16s%n%-10s%12d%16d%n%-10s%12d%16d%n%s%n%s%n",
                "",
                "as form",
                "as picture",
                "form",
                found,
                missed,
                "picture",
                alarms,
                passed,
                share("recall", found, found + missed),
                share("false alarms", alarms, alarms + passed));
    }

    private static String share(String name, long some, long of) {
        if (of == 0) {
            return name + ": none to count";
        }
        Figure share = LineFigures.wilson(some, of);
        return String.format(
                Locale.ROOT,
                "%s: %d of %d, %.2f %% (95 %%: %.2f to %.2f %%)",
                name,
                some,
                of,
                100 * share.value(),
                100 * share.low(),
                100 * share.high());
    }
}
