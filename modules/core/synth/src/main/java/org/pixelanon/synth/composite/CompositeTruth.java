package org.pixelanon.synth.composite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.Syntax;

/**
 * Writes the truth about composites: one item per file, rectangles exclusive at the end; the first
 * item also describes the set.
 */
final class CompositeTruth implements AutoCloseable {
    private static final String RULE =
            "SHA-256 of the id, first four bytes modulo 100: below 60 train, below 80 dev, else"
                    + " heldout; ids: picture, font, word, template, name, text";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;
    private final Split split;
    private final long seed;
    private final int count;
    private boolean begun;

    CompositeTruth(Split split, long seed, int count) throws IOException {
        this.split = split;
        this.seed = seed;
        this.count = count;
        json = new JsonFactory().createGenerator(bytes);
        json.setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        json.writeStartArray();
    }

    void add(String name, byte[] file, Composite drawn) throws IOException {
        json.writeStartObject();
        if (!begun) {
            header();
            begun = true;
        }
        json.writeStringField("file", name);
        json.writeStringField("sha256", Hashes.hex(Hashes.sha256(file)));
        json.writeStringField("split", split.label());
        json.writeStringField("picture", drawn.ground().picture());
        json.writeStringField("background", drawn.ground().file());
        json.writeNumberField("backgroundFrame", drawn.ground().frame());
        json.writeStringField("syntax", drawn.syntax().uid());
        if (drawn.syntax() == Syntax.JPEG_BASELINE) {
            json.writeNumberField("quality", drawn.quality());
        }
        json.writeNumberField("rows", drawn.sheet().height);
        json.writeNumberField("cols", drawn.sheet().width);
        json.writeNumberField("frame", 0);
        json.writeNullField("overlay");
        json.writeBooleanField("partial", false);
        json.writeArrayFieldStart("boxes");
        for (TrueBox box : drawn.boxes()) {
            write(box);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void header() throws IOException {
        json.writeObjectFieldStart("set");
        json.writeStringField("split", split.label());
        json.writeNumberField("seed", seed);
        json.writeNumberField("count", count);
        json.writeStringField("rule", RULE);
        json.writeEndObject();
    }

    private void write(TrueBox text) throws IOException {
        PixelRectangle box = text.box();
        json.writeStartObject();
        json.writeFieldName("box");
        json.writeArray(new int[] {box.x(), box.y(), box.right(), box.bottom()}, 0, 4);
        json.writeStringField("text", text.phrase().text());
        json.writeBooleanField("sensitive", text.phrase().kind().sensitive());
        json.writeStringField("class", text.phrase().kind().label());
        json.writeStringField("style", text.style().label());
        json.writeNumberField("size", text.size());
        json.writeNumberField("rotation", text.turn());
        json.writeNumberField("contrast", text.contrast());
        json.writeStringField("font", text.font());
        json.writeStringField("letters", text.faceKind().label());
        json.writeStringField("over", text.over().label());
        json.writeFieldName("ink");
        json.writeArray(text.runs(), 0, text.runs().length);
        json.writeEndObject();
    }

    byte[] finish() throws IOException {
        json.writeEndArray();
        json.flush();
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
