package org.pixelanon.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.model.OverlayGroup;

/**
 * The attributes of a file that rules test.
 *
 * @param fileMeta group 0002
 * @param dataSet everything else
 */
public record Subject(Attributes fileMeta, Attributes dataSet) {

    private static final int META_GROUP = 2;
    private static final int FIRST_BLOCK = 0x10;
    private static final int LAST_BLOCK = 0xFF;

    /**
     * An opened file.
     *
     * @param file must stay open while rules are matched
     * @return the attributes
     */
    public static Subject of(DicomFile file) {
        return new Subject(file.fileMeta(), file.attributes());
    }

    /**
     * The values of a field in every item of the sequences it names. An element that is named
     * without a sequence and absent at the top level is searched in all sequences.
     *
     * @param field the field
     * @return its non-empty values without surrounding blanks; empty if the element occurs nowhere
     */
    Optional<List<String>> values(Field field) {
        List<String> values = new ArrayList<>();
        boolean there = collect(roots(field), field.path(), false, values);
        if (!there && field.path().size() == 1) {
            there = search(dataSet, field.path().get(0), values);
        }
        return there ? Optional.of(values) : Optional.empty();
    }

    /** The values in the first item of each sequence that a field names, as one text. */
    String text(Field field) {
        List<String> values = new ArrayList<>();
        collect(roots(field), field.path(), true, values);
        return String.join("\\", values);
    }

    /** The items of a sequence, wherever {@link #values} would look. */
    List<Attributes> items(Field field) {
        List<Attributes> level = List.of(dataSet);
        for (Field.Name name : field.path()) {
            List<Attributes> inner = new ArrayList<>();
            for (Attributes attributes : level) {
                for (int tag : tags(name, attributes)) {
                    inner.addAll(attributes.getSequence(tag));
                }
            }
            level = inner;
        }
        return level;
    }

    private List<Attributes> roots(Field field) {
        Field.Name first = field.path().get(0);
        OptionalInt tag =
                first instanceof Field.Keyword k
                        ? Dictionary.tag(k.keyword())
                        : first instanceof Field.Number n
                                ? OptionalInt.of(n.tag())
                                : OptionalInt.empty();
        boolean meta = tag.isPresent() && Tag.group(tag.getAsInt()) == META_GROUP;
        return List.of(meta ? fileMeta : dataSet);
    }

    private static boolean collect(
            List<Attributes> level, List<Field.Name> path, boolean first, List<String> out) {
        boolean there = false;
        for (Attributes attributes : level) {
            for (int tag : tags(path.get(0), attributes)) {
                if (path.size() > 1) {
                    List<Attributes> items = attributes.getSequence(tag);
                    List<Attributes> inner =
                            first && items.size() > 1 ? items.subList(0, 1) : items;
                    there |= collect(inner, path.subList(1, path.size()), first, out);
                } else {
                    there = true;
                    out.addAll(values(attributes, tag, first));
                }
            }
        }
        return there;
    }

    private static boolean search(Attributes attributes, Field.Name name, List<String> out) {
        boolean there = false;
        for (int tag : attributes.tags()) {
            List<Attributes> items = attributes.getSequence(tag);
            boolean frames = tag == Tag.PerFrameFunctionalGroupsSequence && !items.isEmpty();
            // attributes of the device are the same in all frames, of which there may be thousands
            for (Attributes item : frames ? items.subList(0, 1) : items) {
                there |= collect(List.of(item), List.of(name), false, out);
                there |= search(item, name, out);
            }
        }
        return there;
    }

    /** The tags present in a data set or item that a name refers to. */
    private static List<Integer> tags(Field.Name name, Attributes attributes) {
        List<Integer> tags = new ArrayList<>();
        if (name instanceof Field.Number n) {
            tags.add(n.tag());
        } else if (name instanceof Field.Keyword k) {
            Dictionary.tag(k.keyword()).ifPresent(tag -> tags.addAll(repeated(tag)));
        } else if (name instanceof Field.Private p) {
            for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
                String creator = attributes.getString(Tag.of(p.group(), block)).orElse("");
                if (creator.strip().equals(p.creator().strip())) {
                    tags.add(Tag.of(p.group(), block << 8 | p.element()));
                }
            }
        }
        tags.removeIf(tag -> !attributes.contains(tag));
        return tags;
    }

    /** A keyword of an overlay element refers to all sixteen overlay groups. */
    private static List<Integer> repeated(int tag) {
        if (Tag.group(tag) != OverlayGroup.FIRST) {
            return List.of(tag);
        }
        List<Integer> all = new ArrayList<>();
        for (int group = OverlayGroup.FIRST; group <= OverlayGroup.LAST; group += 2) {
            all.add(Tag.of(group, tag & 0xFFFF));
        }
        return all;
    }

    private static List<String> values(Attributes attributes, int tag, boolean empties) {
        List<String> values = attributes.getStrings(tag);
        VR vr = attributes.vr(tag).orElse(VR.UN);
        if (values.isEmpty() && Tag.isPrivate(tag) && (vr == VR.UN || vr == VR.OB)) {
            values = asText(attributes.getBytes(tag));
        }
        List<String> stripped = values.stream().map(Subject::strip).toList();
        return empties ? stripped : stripped.stream().filter(v -> !v.isEmpty()).toList();
    }

    /** A private value of unknown representation, if it can be text. */
    private static List<String> asText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean printable = strip(text).chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r');
        return printable && !text.isEmpty() ? List.of(text.split("\\\\", -1)) : List.of();
    }

    private static String strip(String value) {
        int end = value.length();
        while (end > 0 && (value.charAt(end - 1) == 0 || value.charAt(end - 1) <= ' ')) {
            end--;
        }
        return value.substring(0, end).strip();
    }

    /** Lower case as both languages compare it. */
    static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
