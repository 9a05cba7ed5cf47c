package org.pixelanon.pipeline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.pixelanon.model.ToleratedDifference;
import org.pixelanon.model.Verification;

/** The proof on a written file as JSON, for reports and the audit of the database. */
public final class ProofJson {

    private ProofJson() {}

    /**
     * Writes the field {@code verification} of an object that is begun.
     *
     * @param proof what was compared
     * @param json where to
     * @throws IOException if it cannot be written
     */
    public static void write(Verification proof, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("verification");
        json.writeBooleanField("passed", proof.passed());
        json.writeNumberField("samplesInside", proof.samplesInside());
        json.writeNumberField("samplesOutside", proof.samplesOutside());
        json.writeNumberField("framesIdentical", proof.framesIdentical());
        json.writeNumberField("framesChanged", proof.framesChanged());
        json.writeNumberField("overlayBitsCleared", proof.overlayBitsCleared());
        json.writeNumberField("elementsIdentical", proof.elementsIdentical());
        json.writeNumberField("elementsChanged", proof.elementsChanged());
        json.writeArrayFieldStart("tolerated");
        for (ToleratedDifference difference : proof.tolerated()) {
            json.writeString(difference.words());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (String problem : proof.problems()) {
            json.writeString(problem);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
