package blackbox.application;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands on drawn files, for {@code evaluate}. */
final class CuratorTruth {

    private final List<String> planes = new ArrayList<>();

    /**
     * A text.
     *
     * @param place holds all its ink
     * @param words letters, digits and punctuation without quotes
     * @param sensitive whether it must be blanked
     */
    record Text(Rectangle place, String words, boolean sensitive) {

        private String json() {
            return "{\"box\":[%d,%d,%d,%d],\"text\":\"%s\",\"sensitive\":%b}"
                    .formatted(
                            place.x,
                            place.y,
                            place.x + place.width,
                            place.y + place.height,
                            words,
                            sensitive);
        }
    }

    /** Adds the texts of a frame. */
    void add(String file, int frame, int rows, int columns, List<Text> texts) {
        String boxes = texts.stream().map(Text::json).collect(Collectors.joining(","));
        planes.add(
                "{\"file\":\"%s\",\"rows\":%d,\"cols\":%d,\"frame\":%d,\"boxes\":[%s]}"
                        .formatted(file, rows, columns, frame, boxes));
    }

    void write(Path path) throws IOException {
        Files.writeString(path, "[" + String.join(",\n", planes) + "]\n");
    }
}
