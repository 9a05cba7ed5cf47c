package org.pixelanon.dicom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The data dictionary of DICOM PS3.6 and PS3.7, loaded on first use. Entries stay bytes until they
 * are asked for, so that loading costs a few milliseconds. Immutable and thread-safe.
 */
public final class Dictionary {

    private static final class Loaded {
        static final Dictionary INSTANCE = new Dictionary();
    }

    private static final String RESOURCE = "dictionary.tsv";

    private final byte[] text;
    private final int[] tags;
    private final int[] lines;
    private final int[] masks;

    /** First of the entries with placeholder digits, which stand behind the sorted ones. */
    private final int firstRepeating;

    private Dictionary() {
        text = load();
        int[] tag = new int[6000];
        int[] line = new int[6000];
        int[] mask = new int[6000];
        int count = 0;
        int repeating = -1;
        for (int at = 0; at < text.length; at = endOfLine(at) + 1) {
            if (text[at] == '#') {
                continue;
            }
            for (int i = 0; i < 8; i++) {
                int digit = Character.digit(text[at + i], 16);
                tag[count] = tag[count] << 4 | Math.max(digit, 0);
                mask[count] = mask[count] << 4 | (digit < 0 ? 0 : 15);
            }
            if (mask[count] != -1 && repeating < 0) {
                repeating = count;
            }
            line[count++] = at;
        }
        tags = Arrays.copyOf(tag, count);
        lines = Arrays.copyOf(line, count);
        masks = Arrays.copyOf(mask, count);
        firstRepeating = repeating < 0 ? count : repeating;
    }

    private static byte[] load() {
        try (InputStream in = Dictionary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the data dictionary is missing from this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the data dictionary of this build cannot be read", e);
        }
    }

    /**
     * One entry.
     *
     * @param vr value representation; several with a slash between where the standard leaves a
     *     choice
     * @param vm value multiplicity, e.g. {@code 1-n}
     * @param keyword e.g. {@code PatientName}
     * @param name e.g. {@code Patient's Name}
     * @param retired true if the standard no longer uses it
     */
    public record Entry(String vr, String vm, String keyword, String name, boolean retired) {}

    /**
     * Looks a tag up.
     *
     * @param tag any tag
     * @return its entry, or empty for private and unknown tags
     */
    public static Optional<Entry> find(int tag) {
        Dictionary d = Loaded.INSTANCE;
        int index = d.indexOf(tag);
        if (index < 0) {
            return Optional.empty();
        }
        int start = d.lines[index];
        String line =
                new String(d.text, start, d.endOfLine(start) - start, StandardCharsets.US_ASCII);
        String[] field = line.split("\t", -1);
        return Optional.of(new Entry(field[1], field[2], field[3], field[4], field[5].equals("R")));
    }

    /**
     * The keyword of a tag.
     *
     * @param tag any tag
     * @return the keyword, or an empty string for private and unknown tags
     */
    public static String keyword(int tag) {
        return find(tag).map(Entry::keyword).orElse("");
    }

    /**
     * Looks a keyword up.
     *
     * @param keyword e.g. {@code PatientName}, in this spelling
     * @return its tag, of an element of many groups that of the lowest, e.g. (6000,0022); empty if
     *     there is no such keyword
     */
    public static OptionalInt tag(String keyword) {
        Integer tag = Keywords.TAGS.get(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /** Made when a keyword is looked up for the first time. */
    private static final class Keywords {
        static final Map<String, Integer> TAGS = new HashMap<>();

        static {
            for (int tag : Loaded.INSTANCE.tags) {
                String keyword = keyword(tag);
                if (!keyword.isEmpty()) {
                    TAGS.putIfAbsent(keyword, tag);
                }
            }
        }
    }

    /**
     * The value representation of a tag where the file does not state it (PS3.5 A.1): words where
     * the standard leaves a choice between bytes and words, US between US and SS.
     *
     * @param tag any tag
     * @return the value representation; LO for private creators, UL for group lengths, UN for
     *     unknown tags
     */
    public static VR vr(int tag) {
        VR found = vrOrNull(tag);
        if (found != null) {
            return found;
        }
        int element = tag & 0xFFFF;
        if (element == 0) {
            return VR.UL;
        }
        return Tag.isPrivate(tag) && element >= 0x10 && element <= 0xFF ? VR.LO : VR.UN;
    }

    static @Nullable VR vrOrNull(int tag) {
        Dictionary d = Loaded.INSTANCE;
        int index = d.indexOf(tag);
        if (index < 0) {
            return null;
        }
        int at = d.lines[index] + 9;
        VR first = VR.of(d.text[at], d.text[at + 1]);
        return first == VR.OB && d.text[at + 2] == '/' ? VR.OW : first;
    }

    /**
     * Returns whether a stated value representation agrees with the dictionary or cannot differ.
     */
    static boolean agrees(int tag, VR stated) {
        Dictionary d = Loaded.INSTANCE;
        int index = d.indexOf(tag);
        if (index < 0) {
            return true;
        }
        for (int at = d.lines[index] + 9; ; at += 3) {
            if (VR.of(d.text[at], d.text[at + 1]) == stated) {
                return true;
            }
            // "US/SS": look at the next choice; a blank behind an empty VR ends it as well
            if (d.text[at] == '\t' || d.text[at + 2] == '\t') {
                return stated == VR.UN;
            }
            if (d.text[at + 2] != '/') {
                return stated == VR.UN;
            }
        }
    }

    /** Returns whether a tag is in the data dictionary (DICOM PS3.6). */
    public static boolean knows(int tag) {
        return Loaded.INSTANCE.indexOf(tag) >= 0;
    }

    private int indexOf(int tag) {
        int low = 0;
        int high = firstRepeating - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = Integer.compareUnsigned(tags[middle], tag);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        if (Tag.isPrivate(tag)) {
            return -1;
        }
        for (int i = firstRepeating; i < tags.length; i++) {
            if ((tag & masks[i]) == tags[i]) {
                return i;
            }
        }
        return -1;
    }

    private int endOfLine(int at) {
        int i = at;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }
}
