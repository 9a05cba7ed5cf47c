package org.pixelanon.model.engine;

import java.io.IOException;
import org.pixelanon.model.text.Calibration;

/** The option by which users see a reader's own confidence instead of the calibrated one. */
public final class CalibratedConfidence {

    private static final String NAME = "confidence";
    private static final String CALIBRATED = "calibrated";
    private static final String OWN = "own";

    /** The option of engines that have a table. */
    public static final EngineOption OPTION =
            new EngineOption(
                    NAME,
                    "calibrated: share of correct lines; own: as reported by the reader",
                    CALIBRATED);

    private CalibratedConfidence() {}

    /**
     * The calibration that is asked for.
     *
     * @param settings of an engine with {@link #OPTION}
     * @param owner the class beside which the table lies
     * @param table its file
     * @return what makes confidences of what the reader says
     * @throws IOException if the option has another value, or the table is missing or broken
     */
    public static Calibration of(EngineSettings settings, Class<?> owner, String table)
            throws IOException {
        String value = settings.options().getOrDefault(NAME, CALIBRATED);
        return switch (value) {
            case CALIBRATED -> Calibration.of(owner, table);
            case OWN -> Calibration.NONE;
            default ->
                    throw new EngineException(
                            NAME + ": neither " + CALIBRATED + " nor " + OWN + ": " + value);
        };
    }
}
