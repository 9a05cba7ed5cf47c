package org.pixelanon.pipeline.identities;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.IdentityCollector;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.model.Identity;

/**
 * The columns of a list of identities: keys, which say whose row it is, and elements by their DICOM
 * keyword. Messages name columns by their number, 1-based: without a header line, what stands there
 * is somebody's.
 *
 * @param columns in their order
 * @param folder what relative paths are relative to
 */
record IdentityColumns(List<Column> columns, Path folder) {

    /** The key that names a file. */
    static final String PATH = "path";

    private static final List<String> UIDS =
            List.of("SOPInstanceUID", "SeriesInstanceUID", "StudyInstanceUID");
    private static final Set<String> ALWAYS = Set.of("PN", "DA", "DT", "TM");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}(?:(?:0[1-9]|1[0-2])\\d{2}|[.-]\\d{2}[.-]\\d{2})");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{8}.*");
    private static final Pattern TIME = Pattern.compile("\\d{2}(?::?\\d{2}){1,2}(?:\\.\\d{1,6})?");
    private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");

    /**
     * A column.
     *
     * @param keyword of the element, or {@link #PATH}
     * @param vr of the element; null for a key
     */
    record Column(String keyword, @Nullable String vr) {
        boolean isKey() {
            return vr == null;
        }
    }

    /** Copies the list. */
    IdentityColumns {
        columns = List.copyOf(columns);
    }

    /**
     * The columns of a header line.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    static IdentityColumns of(List<String> header, Path folder) {
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            int number = i + 1;
            Column column =
                    column(name)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "column "
                                                            + number
                                                            + " is neither a key (path, "
                                                            + String.join(", ", UIDS)
                                                            + ") nor the DICOM keyword of an"
                                                            + " identifying element"));
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "column " + number + ": " + name + " occurs twice");
            }
            columns.add(column);
        }
        if (columns.stream().noneMatch(Column::isKey)) {
            throw new IllegalArgumentException(
                    "no column is a key: path, " + String.join(", ", UIDS));
        }
        if (columns.stream().allMatch(Column::isKey)) {
            throw new IllegalArgumentException("no column is an identifying element");
        }
        return new IdentityColumns(columns, folder);
    }

    private static Optional<Column> column(String name) {
        if (name.equals(PATH) || UIDS.contains(name)) {
            return Optional.of(new Column(name, null));
        }
        OptionalInt tag = Dictionary.tag(name);
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        VR vr = Dictionary.vr(tag.getAsInt());
        boolean says = ALWAYS.contains(vr.name()) || IdentityCollector.identifies(name);
        return says && vr.isText() ? Optional.of(new Column(name, vr.name())) : Optional.empty();
    }

    /**
     * The keys of a row.
     *
     * @throws IllegalArgumentException if it has none, or a path is impossible
     */
    List<String> keys(List<String> row) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.get(i).strip();
            if (columns.get(i).isKey() && !value.isEmpty()) {
                keys.add(key(columns.get(i).keyword(), value, i + 1));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("applies to no file: all its keys are empty");
        }
        return keys;
    }

    private String key(String keyword, String value, int number) {
        if (!keyword.equals(PATH)) {
            return ofUid(keyword, value);
        }
        try {
            return ofPath(folder.resolve(value));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("column " + number + " is not a path", e);
        }
    }

    /** The key of a file by its place; letters with signs are composed in one way. */
    static String ofPath(Path file) {
        String plain = file.toAbsolutePath().normalize().toString();
        return PATH + "=" + Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** The key of a file by one of its UIDs. */
    static String ofUid(String keyword, String uid) {
        return keyword + "=" + uid.replace("\0", "").strip();
    }

    static List<String> uids() {
        return UIDS;
    }

    /**
     * What a row says.
     *
     * @throws IllegalArgumentException naming the column of a date, time or age that is none
     */
    List<Identity.Value> values(List<String> row) {
        List<Identity.Value> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String vr = column.vr();
            if (vr == null) {
                continue;
            }
            for (String one : row.get(i).split("\\\\", -1)) {
                String value = one.strip();
                if (!value.isEmpty()) {
                    check(column.keyword(), vr, value);
                    values.add(new Identity.Value(column.keyword(), vr, value));
                }
            }
        }
        return values;
    }

    /** A date in another form would not be known again in the image. */
    private static void check(String keyword, String vr, String value) {
        String asked =
                switch (vr) {
                    case "DA" -> DATE.matcher(value).matches() ? "" : "a date, YYYYMMDD";
                    case "DT" -> DATE_TIME.matcher(value).matches() ? "" : "a date, YYYYMMDD...";
                    case "TM" -> TIME.matcher(value).matches() ? "" : "a time, HHMMSS";
                    case "AS" -> AGE.matcher(value).matches() ? "" : "an age, such as 042Y";
                    default -> "";
                };
        if (!asked.isEmpty()) {
            throw new IllegalArgumentException(keyword + " is not " + asked);
        }
    }
}
