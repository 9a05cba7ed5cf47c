package org.pixelanon.pipeline.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.evaluate.TruthPlane.Listed;

/**
 * Reads truth in JSON: a list of planes as {@code pixelanon synth} writes it, or an object of files
 * as Presidio's {@code DicomImagePiiVerifyEngine} takes it, where each file has a list of words
 * with {@code label}, {@code left}, {@code top}, {@code width} and {@code height}.
 */
final class TruthJson {

    private static final int[] NO_INK = {};
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final JsonParser json;
    private final List<TruthPlane> planes = new ArrayList<>();

    private TruthJson(JsonParser json) {
        this.json = json;
    }

    static List<TruthPlane> read(Path file) throws PipelineException {
        // from bytes: the parser skips a byte order mark
        try (JsonParser json = new JsonFactory().createParser(Files.newInputStream(file))) {
            TruthJson reading = new TruthJson(json);
            try {
                reading.all();
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new PipelineException(
                        file + ": line " + reading.line() + ": " + e.getMessage(), e);
            } catch (JsonParseException e) {
                // the parser's own message quotes the file
                long line = e.getLocation().getLineNr();
                throw new PipelineException(file + ": line " + line + ": is not JSON", e);
            }
            return reading.planes;
        } catch (PipelineException e) {
            throw e;
        } catch (IOException e) {
            throw new PipelineException(file + ": cannot be read", e);
        }
    }

    private long line() {
        return json.currentLocation().getLineNr();
    }

    private void all() throws IOException {
        JsonToken begin = json.nextToken();
        if (begin == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                planes.add(plane(object(JsonTree.read(json))));
            }
        } else if (begin == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                planes.add(presidio(name, list(JsonTree.read(json))));
            }
        } else {
            throw new IllegalArgumentException(
                    "is neither a list of planes nor an object of files");
        }
    }

    private static TruthPlane plane(Map<?, ?> item) {
        List<TruthBox> boxes = new ArrayList<>();
        for (Object box : list(item.get("boxes"))) {
            read(object(box), boxes);
        }
        String hash = text(item, "sha256").toLowerCase(Locale.ROOT);
        String overlay = text(item, "overlay");
        int group = overlay.isEmpty() ? -1 : group(overlay);
        int frame = item.get("frame") == null ? 0 : number(item, "frame");
        return new TruthPlane(
                text(item, "file"),
                hash,
                number(item, "cols"),
                number(item, "rows"),
                TruthPlane.plane(frame, group),
                isSaid(item.get("partial")) ? Listed.SOME : Listed.ALL,
                boxes,
                traits(item, Groups.OF_PLANES));
    }

    private static void read(Map<?, ?> box, List<TruthBox> into) {
        List<?> edges = list(box.get("box"));
        if (edges.size() != 4) {
            throw new IllegalArgumentException("a box has four edges");
        }
        int[] e = edges.stream().mapToInt(TruthJson::number).toArray();
        if (e[2] <= e[0] || e[3] <= e[1]) {
            return; // nothing stands there
        }
        Object ink = box.get("ink");
        into.add(
                new TruthBox(
                        PixelRectangle.ofEdges(e[0], e[1], e[2], e[3]),
                        text(box, "text"),
                        Boolean.FALSE.equals(box.get("sensitive")),
                        traits(box, Groups.OF_BOXES),
                        ink == null
                                ? NO_INK
                                : list(ink).stream().mapToInt(TruthJson::number).toArray()));
    }

    private static int group(String overlay) {
        try {
            return Integer.parseInt(overlay, 16);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("an overlay is a group such as 6000", e);
        }
    }

    /** Its words are those that must be hidden; it knows neither frames nor overlays. */
    private static TruthPlane presidio(String name, List<?> words) {
        List<TruthBox> boxes = new ArrayList<>();
        for (Object word : words) {
            Map<?, ?> box = object(word);
            int width = number(box, "width");
            int height = number(box, "height");
            if (width > 0 && height > 0) {
                PixelRectangle place =
                        new PixelRectangle(number(box, "left"), number(box, "top"), width, height);
                boxes.add(new TruthBox(place, text(box, "label"), false, Map.of(), NO_INK));
            }
        }
        return new TruthPlane(
                name, "", 0, 0, TruthPlane.plane(0, -1), Listed.SENSITIVE, boxes, Map.of());
    }

    private static Map<String, String> traits(Map<?, ?> of, List<String> keys) {
        Map<String, String> traits = new HashMap<>();
        for (String key : keys) {
            Object value = of.get(key);
            if (value != null && !(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
                traits.put(key, value.toString());
            }
        }
        return traits;
    }

    /** As Python takes a value for true. */
    private static boolean isSaid(@Nullable Object value) {
        return value != null
                && !Boolean.FALSE.equals(value)
                && !value.toString().isEmpty()
                && !(value instanceof Number number && number.doubleValue() == 0);
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("an object was expected");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a list was expected");
    }

    private static String text(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value == null ? "" : value.toString();
    }

    private static int number(Map<?, ?> of, String key) {
        return number(of.get(key));
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Number number) {
            return (int) number.doubleValue();
        }
        if (value instanceof String text && NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text); // lists made from CSV have them so
        }
        throw new IllegalArgumentException("a number was expected");
    }
}
