package org.pixelanon.pipeline.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.pixelanon.model.PixelRectangle;

/** Writes an evaluation for programs. */
public final class EvaluationFiles {

    private static final int DIGITS = 6;

    private EvaluationFiles() {}

    /**
     * Writes all figures as CSV, one row each; shares from 0 to 1.
     *
     * @param evaluation what came of it
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public static void csv(Evaluation evaluation, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "group",
                "value",
                "configuration",
                "images",
                "texts",
                "measure",
                "of",
                "share",
                "low",
                "high");
        for (Evaluation.Row row : evaluation.rows()) {
            for (Map.Entry<Measure, Figure> entry : row.figures().entrySet()) {
                Figure figure = entry.getValue();
                csv.writeRecord(
                        row.group(),
                        row.value(),
                        row.configuration(),
                        Integer.toString(row.images()),
                        Integer.toString(row.texts()),
                        entry.getKey().label(),
                        Long.toString(figure.of()),
                        rounded(figure.value()).toPlainString(),
                        rounded(figure.low()).toPlainString(),
                        rounded(figure.high()).toPlainString());
            }
        }
        csv.flush();
    }

    /**
     * Writes all figures, and each text that was missed, as JSON; shares from 0 to 1.
     *
     * @param evaluation what came of it
     * @param texts whether what the truth says of patients is written too
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public static void json(Evaluation evaluation, boolean texts, Writer out) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeNumberField("images", evaluation.counts().images());
            json.writeNumberField("absent", evaluation.counts().absent());
            json.writeNumberField("notSearched", evaluation.counts().failed());
            json.writeNumberField("inkUnknown", evaluation.counts().unknownInk());
            json.writeBooleanField("judged", evaluation.isJudged());
            json.writeArrayFieldStart("figures");
            for (Evaluation.Row row : evaluation.rows()) {
                write(row, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("missed");
            for (int i = 0; i < evaluation.configurations().size(); i++) {
                missed(evaluation, i, texts, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Evaluation.Row row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("group", row.group());
        json.writeStringField("value", row.value());
        json.writeStringField("configuration", row.configuration());
        json.writeNumberField("images", row.images());
        json.writeNumberField("texts", row.texts());
        json.writeObjectFieldStart("measures");
        for (Map.Entry<Measure, Figure> entry : row.figures().entrySet()) {
            json.writeObjectFieldStart(entry.getKey().label());
            json.writeNumberField("of", entry.getValue().of());
            json.writeNumberField("share", rounded(entry.getValue().value()));
            json.writeNumberField("low", rounded(entry.getValue().low()));
            json.writeNumberField("high", rounded(entry.getValue().high()));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void missed(
            Evaluation evaluation, int configuration, boolean texts, JsonGenerator json)
            throws IOException {
        for (PlaneScore plane : evaluation.planes(configuration)) {
            for (BoxScore box : plane.boxes()) {
                if (!box.kept() && !box.isErased()) {
                    json.writeStartObject();
                    json.writeStringField(
                            "configuration", evaluation.configurations().get(configuration).name());
                    json.writeStringField("sha256", plane.truth().sha256());
                    json.writeStringField("plane", plane.truth().plane().toString());
                    PixelRectangle r = box.truth().box();
                    json.writeFieldName("box");
                    json.writeArray(new int[] {r.x(), r.y(), r.right(), r.bottom()}, 0, 4);
                    json.writeNumberField("covered", rounded(box.covered()));
                    for (Map.Entry<String, String> trait : box.truth().traits().entrySet()) {
                        json.writeStringField(trait.getKey(), trait.getValue());
                    }
                    if (texts) {
                        json.writeStringField("text", box.truth().text());
                    }
                    json.writeEndObject();
                }
            }
        }
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
