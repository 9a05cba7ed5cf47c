package org.pixelanon.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names an element, alone or with the sequences that contain it.
 *
 * @param path from the data set inwards; all but the last are sequences; never empty
 */
public record Field(List<Name> path) {

    /** Copies the path. */
    public Field {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a field without name");
        }
    }

    /** The name of one element. */
    public sealed interface Name {}

    /**
     * A keyword, which DICOM PS3.6 may or may not define.
     *
     * @param keyword e.g. {@code Manufacturer}
     */
    public record Keyword(String keyword) implements Name {}

    /**
     * A tag.
     *
     * @param tag group shl 16 | element
     */
    public record Number(int tag) implements Name {}

    /**
     * An element of a private block (DICOM PS3.5 7.8.1), in whichever block the file uses.
     *
     * @param group odd
     * @param creator the private creator
     * @param element 00 to FF, its position within the block
     */
    public record Private(int group, String creator, int element) implements Name {}

    /**
     * One element of the data set.
     *
     * @param keyword its keyword
     * @return the field
     */
    public static Field of(String keyword) {
        return new Field(List.of(new Keyword(keyword)));
    }

    /**
     * One element of the data set.
     *
     * @param tag group shl 16 | element
     * @return the field
     */
    public static Field of(int tag) {
        return new Field(List.of(new Number(tag)));
    }

    /**
     * As in a recipe: {@code Rows}, {@code 0x00280010}, {@code (0019,"CREATOR",10)}, {@code
     * Sequence__Element}.
     *
     * @return the text
     */
    public String toDeid() {
        return path.stream().map(Field::deid).collect(Collectors.joining("__"));
    }

    /**
     * As in a script: {@code Rows}, {@code [0028,0010]}, {@code [0019,"CREATOR",10]}, {@code
     * Sequence::Element}.
     *
     * @return the text
     */
    public String toCtp() {
        return path.stream().map(Field::ctp).collect(Collectors.joining("::"));
    }

    @Override
    public String toString() {
        return toDeid();
    }

    private static String deid(Name name) {
        return name instanceof Number n
                ? String.format(Locale.ROOT, "0x%08X", n.tag())
                : name instanceof Private p ? "(" + block(p) + ")" : ((Keyword) name).keyword();
    }

    private static String ctp(Name name) {
        return name instanceof Number n
                ? String.format(Locale.ROOT, "[%04X,%04X]", n.tag() >>> 16, n.tag() & 0xFFFF)
                : name instanceof Private p ? "[" + block(p) + "]" : ((Keyword) name).keyword();
    }

    private static String block(Private p) {
        return String.format(Locale.ROOT, "%04X,\"%s\",%02X", p.group(), p.creator(), p.element());
    }
}
