package org.pixelanon.synth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;

/** Writes the truth about a set of files: one item per plane, rectangles exclusive at the end. */
final class TruthWriter implements AutoCloseable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    TruthWriter() throws IOException {
        json = new JsonFactory().createGenerator(bytes);
        json.setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        json.writeStartArray();
    }

    void add(String name, byte[] file, DrawnFile drawn) throws IOException {
        String sha256 = Hashes.hex(Hashes.sha256(file));
        for (TruePlane plane : drawn.planes()) {
            json.writeStartObject();
            json.writeStringField("file", name);
            json.writeStringField("sha256", sha256);
            json.writeStringField("kind", drawn.kind().label());
            json.writeStringField("syntax", drawn.syntax().uid());
            json.writeNumberField("rows", plane.height());
            json.writeNumberField("cols", plane.width());
            json.writeNumberField("frame", plane.plane().index());
            if (plane.plane() instanceof OverlayPlane overlay) {
                json.writeStringField(
                        "overlay", String.format(Locale.ROOT, "%04X", overlay.group()));
            } else {
                json.writeNullField("overlay");
            }
            json.writeBooleanField("partial", false);
            json.writeArrayFieldStart("boxes");
            for (TrueText text : plane.texts()) {
                write(text);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void write(TrueText text) throws IOException {
        PixelRectangle box = text.box();
        json.writeStartObject();
        json.writeFieldName("box");
        json.writeArray(new int[] {box.x(), box.y(), box.right(), box.bottom()}, 0, 4);
        json.writeStringField("text", text.text());
        json.writeBooleanField("sensitive", text.sensitive());
        json.writeStringField("why", text.why());
        json.writeNumberField("size", text.size());
        json.writeStringField("style", text.style());
        json.writeStringField("background", text.background());
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
