package org.pixelanon.pipeline.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.pixelanon.pipeline.format.ListText;

/**
 * Tells lists of names, one per line, from images, and lists with a header line from those without.
 */
final class NameList {

    private static final List<String> IMAGES = List.of(".dcm", ".dicom", ".ima", ".img");
    private static final int LOOKED_AT = 1 << 16;
    private static final int PREAMBLE = 128;
    private static final String DICOM = "DICM";

    private NameList() {}

    /**
     * Whether a file is a list: it is not named like an image, is text in UTF-8 without controls,
     * does not say that it is DICOM, and its first line names a file. Everything else is taken for
     * an image, and fails as one.
     *
     * @param names whether a line names a file
     */
    static boolean isOne(Path file, Predicate<String> names) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (IMAGES.stream().anyMatch(name::endsWith)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LOOKED_AT);
            String text = text(start);
            boolean plain = text.chars().noneMatch(NameList::isControl);
            return plain
                    && !text.startsWith(DICOM, PREAMBLE)
                    && text.lines()
                            .map(line -> line.replaceFirst("^\uFEFF", "").strip())
                            .filter(line -> !line.isEmpty())
                            .findFirst()
                            .filter(names)
                            .isPresent();
        } catch (IOException e) {
            return false; // whoever opens it as an image tells why it cannot be read
        }
    }

    /** The last character may be cut. */
    private static String text(byte[] start) throws CharacterCodingException {
        int end = start.length;
        if (end == LOOKED_AT) {
            while (end > 0 && (start[end - 1] & 0xC0) == 0x80) {
                end--;
            }
            end = Math.max(0, end - 1);
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(start, 0, end))
                .toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    /** Whether a line is the header of a CSV that names files in one of these columns. */
    static boolean isHeader(String line, List<String> columns) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
            return reader.stream()
                    .findFirst()
                    .filter(row -> row.getFields().stream().anyMatch(columns::contains))
                    .isPresent();
        } catch (CsvParseException | IOException e) {
            return false; // a name with quotes
        }
    }

    /** A header, what comes behind it, and the end as in {@link ListText}. */
    static Reader csv(String header, BufferedReader rest) {
        return new Joined(
                List.of(
                        new StringReader(header + "\n"),
                        rest,
                        new StringReader("\n" + ListText.END)));
    }

    /** Readers one after the other. */
    private static final class Joined extends Reader {

        private final List<Reader> parts;
        private int at;

        Joined(List<Reader> parts) {
            this.parts = parts;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            while (at < parts.size()) {
                int count = parts.get(at).read(into, offset, length);
                if (count >= 0) {
                    return count;
                }
                at++;
            }
            return -1;
        }

        @Override
        public void close() {
            // standard input stays open
        }
    }
}
