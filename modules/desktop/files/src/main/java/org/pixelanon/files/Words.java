package org.pixelanon.files;

import java.text.NumberFormat;
import java.util.Locale;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.item.FileState;

/** The words of this view for states of files and progress. */
@Messages({
    "WORD_ToReview=to review",
    "WORD_Tagged=tagged",
    "WORD_Done=done",
    "WORD_Failed=cannot be shown",
    "# {0} - files done",
    "# {1} - all files",
    "WORD_Progress={0} of {1} done",
    "# {0} - how many files are done of how many",
    "# {1} - seconds",
    "# {2} - time left",
    "WORD_ProgressPace={0}, {1} s each, {2} left",
    "# {0} - minutes",
    "WORD_Minutes={0} min",
    "# {0} - hours",
    "# {1} - minutes",
    "WORD_Hours={0} h {1} min",
    "WORD_UnderAMinute=less than 1 min"
})
final class Words {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    private Words() {}

    /** The word for a state. */
    static String of(FileState state) {
        return switch (state) {
            case TO_REVIEW -> Bundle.WORD_ToReview();
            case TAGGED -> Bundle.WORD_Tagged();
            case DONE -> Bundle.WORD_Done();
            case FAILED -> Bundle.WORD_Failed();
        };
    }

    /**
     * The progress of a review.
     *
     * @param done files that are done
     * @param total all files
     * @return e.g. {@code 185 of 2,000 done}
     */
    static String progress(int done, int total) {
        NumberFormat whole = NumberFormat.getIntegerInstance(Locale.getDefault());
        return Bundle.WORD_Progress(whole.format(done), whole.format(total));
    }

    /**
     * The progress of a review with a known pace.
     *
     * @param done files that are done
     * @param left files that are neither done nor unreadable
     * @param total all files
     * @param seconds the pace, per file
     * @return e.g. {@code 185 of 2,000 done, 3.1 s each, 1 h 34 min left}
     */
    static String progress(int done, int left, int total, double seconds) {
        if (left == 0) {
            return progress(done, total);
        }
        NumberFormat tenths = NumberFormat.getNumberInstance(Locale.getDefault());
        tenths.setMinimumFractionDigits(1);
        tenths.setMaximumFractionDigits(1);
        return Bundle.WORD_ProgressPace(
                progress(done, total), tenths.format(seconds), duration(left * seconds));
    }

    private static String duration(double seconds) {
        long minutes = Math.round(seconds / SECONDS_PER_MINUTE);
        if (minutes == 0) {
            return Bundle.WORD_UnderAMinute();
        }
        return minutes < MINUTES_PER_HOUR
                ? Bundle.WORD_Minutes(minutes)
                : Bundle.WORD_Hours(minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
    }
}
