package org.pixelanon.model.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The time limit of an engine for one plane, one line to read, or one text to judge.
 *
 * @param seconds for up to a million pixels, counted in every view; more in proportion
 */
record TimeLimit(int seconds) {

    /** The option by which users set it. */
    static final String NAME = "time-limit";

    /** What every engine has that is watched. */
    static final EngineOption OPTION =
            new EngineOption(NAME, "time limit in seconds per million pixels, line or text", "120");

    private static final double UNIT = 1e6;
    private static final String FORM = "[1-9]\\d{0,4}";

    /** Why what is set is no limit; empty if it is one, or none is set. */
    static Optional<String> problem(Map<String, String> options) {
        return options.getOrDefault(NAME, OPTION.defaultValue()).matches(FORM)
                ? Optional.empty()
                : Optional.of(NAME + " is no number of seconds from 1 to 99999");
    }

    /** The one that is set, else the default. */
    static TimeLimit of(Map<String, String> options) {
        return new TimeLimit(Integer.parseInt(options.getOrDefault(NAME, OPTION.defaultValue())));
    }

    /** What is said of an engine that took longer. */
    EngineException passed(String who, Duration time, Throwable cause) {
        return new EngineException(
                who + " did not answer within " + time.toSeconds() + " seconds (" + NAME + ")",
                cause);
    }

    Duration of(long pixels) {
        return Duration.ofMillis((long) (1000.0 * seconds * Math.max(1, pixels / UNIT)));
    }
}
