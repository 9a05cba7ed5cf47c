package org.pixelanon.summary;

import java.util.function.Function;
import org.openide.util.NbBundle.Messages;

/** The charts of a review, in the order of the choice. */
@Messages({
    "EMPTY_Files=No files yet. Open files: each one counts here once it is read.",
    "EMPTY_Origin=The database has no rectangles yet. Draw one, or search a file for text "
            + "(Shift+O).",
    "EMPTY_Decisions=No decisions yet. Accept or keep a finding, or mark a file done (Shift+N).",
    "EMPTY_Pace=Not enough data yet. Mark two files done (Shift+N), one after the other."
})
enum Chart {
    MODALITY(ReviewFigures::modalities, Bundle.FIG_Modality(), Bundle.EMPTY_Files()),
    MODEL(ReviewFigures::models, Bundle.FIG_Model(), Bundle.EMPTY_Files()),
    ORIGIN(ReviewFigures::origins, Bundle.FIG_Origin(), Bundle.EMPTY_Origin()),
    PER_HOUR(ReviewFigures::decisionsPerHour, Bundle.FIG_PerHour(), Bundle.EMPTY_Decisions()),
    PER_FILE(ReviewFigures::secondsPerFile, Bundle.FIG_PerFile(), Bundle.EMPTY_Pace()),
    PER_SITTING(ReviewFigures::secondsPerSitting, Bundle.FIG_PerSitting(), Bundle.EMPTY_Pace());

    private final Function<ReviewFigures, BarFigure> figure;
    private final String title;
    private final String ifEmpty;

    Chart(Function<ReviewFigures, BarFigure> figure, String title, String ifEmpty) {
        this.figure = figure;
        this.title = title;
        this.ifEmpty = ifEmpty;
    }

    BarFigure of(ReviewFigures figures) {
        return figure.apply(figures);
    }

    /** Whether it counts devices of files, which the database knows only for marked ones. */
    boolean isOfFiles() {
        return this == MODALITY || this == MODEL;
    }

    String ifEmpty() {
        return ifEmpty;
    }

    /** The name in the list of charts. */
    @Override
    public String toString() {
        return title;
    }
}
