package org.example.pixelanon;

import java.util.Optional;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineSettings;

/** Hides numbers of wards and rooms, such as WARD 7. */
public final class Wards implements DetectorEngine, PiiDetector {

    private static final Pattern NUMBER = Pattern.compile("(?i)\\b(?:ward|room)\\s?\\d");

    @Override
    public String name() {
        return "wards";
    }

    @Override
    public String description() {
        return "finds numbers of wards and rooms";
    }

    @Override
    public PiiDetector detector(EngineSettings settings) {
        return this;
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        return NUMBER.matcher(text).find()
                ? Optional.of(new Opinion(true, new Reason(Reason.Kind.PATTERN, "number of a place")))
                : Optional.empty();
    }
}
