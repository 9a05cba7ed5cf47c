package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Distinguishes the images of one device and size from all others. Files with equal signatures are
 * matched by the same rule.
 *
 * @param values the values of elements, in order
 */
public record DeviceSignature(List<Value> values) {

    private static final Field MANUFACTURER = Field.of("Manufacturer");
    private static final Field MODEL = Field.of("ManufacturerModelName");
    private static final List<Field> CAPTURE =
            List.of(
                    Field.of("SecondaryCaptureDeviceManufacturer"),
                    Field.of("SecondaryCaptureDeviceManufacturerModelName"));

    /** The elements that are used unless others are named. */
    public static final List<Field> DEFAULT =
            List.of(
                    Field.of("Modality"),
                    MANUFACTURER,
                    MODEL,
                    Field.of("SoftwareVersions"),
                    Field.of("Rows"),
                    Field.of("Columns"));

    /** Copies the list. */
    public DeviceSignature {
        values = List.copyOf(values);
    }

    /**
     * The value of one element.
     *
     * @param fields the element; several if it is not known which of them has the value
     * @param found its values; none if it is absent or empty
     * @param text the same as a script sees it: values at the top level with backslashes between
     */
    public record Value(List<Field> fields, List<String> found, String text) {
        /** Copies the lists. */
        public Value {
            fields = List.copyOf(fields);
            found = List.copyOf(found);
        }
    }

    /**
     * Reads the signature of a file.
     *
     * @param subject the file
     * @param fields the elements that count; where manufacturer and model are among them and both
     *     absent, the names of the secondary capture device count instead
     * @return the signature
     */
    public static DeviceSignature of(Subject subject, List<Field> fields) {
        List<Field> all = new ArrayList<>(fields);
        boolean named =
                !fields.contains(MANUFACTURER)
                        || !fields.contains(MODEL)
                        || !value(subject, MANUFACTURER).found().isEmpty()
                        || !value(subject, MODEL).found().isEmpty();
        if (!named) {
            all.addAll(all.indexOf(MODEL) + 1, CAPTURE);
        }
        return new DeviceSignature(all.stream().map(f -> value(subject, f)).toList());
    }

    /**
     * The signature of a missing file, from what a database knows about it.
     *
     * @param modality Modality
     * @param model the model; which element it comes from is not known
     * @param rows height in pixels
     * @param columns width in pixels
     * @return the signature
     */
    public static DeviceSignature of(String modality, String model, int rows, int columns) {
        return new DeviceSignature(
                List.of(
                        known(List.of(Field.of("Modality")), modality),
                        known(List.of(MODEL, CAPTURE.get(1)), model),
                        known(List.of(Field.of("Rows")), Integer.toString(rows)),
                        known(List.of(Field.of("Columns")), Integer.toString(columns))));
    }

    private static Value known(List<Field> fields, String text) {
        return new Value(fields, text.isEmpty() ? List.of() : List.of(text), text);
    }

    private static Value value(Subject subject, Field field) {
        return new Value(
                List.of(field), subject.values(field).orElse(List.of()), subject.text(field));
    }

    /**
     * The condition that files of this signature fulfil.
     *
     * @param language of the rule
     * @return all values together; what is absent here must be absent in the file
     */
    public Condition condition(RuleLanguage language) {
        List<Condition> terms = new ArrayList<>();
        for (Value value : values) {
            terms.addAll(language == RuleLanguage.DEID ? deid(value) : List.of(ctp(value)));
        }
        return Condition.all(terms);
    }

    private static List<Condition> deid(Value value) {
        if (value.found().isEmpty()) {
            Field field = value.fields().get(0);
            return List.of(
                    Condition.any(
                            List.of(
                                    new Condition.Deid(Condition.Criterion.MISSING, field, ""),
                                    new Condition.Deid(Condition.Criterion.EMPTY, field, ""))));
        }
        List<Condition> terms = new ArrayList<>();
        for (String one : value.found()) {
            List<Condition> fields = new ArrayList<>();
            for (Field field : value.fields()) {
                fields.add(new Condition.Deid(Condition.Criterion.EQUALS, field, one));
            }
            terms.add(Condition.any(fields));
        }
        return terms;
    }

    private static Condition ctp(Value value) {
        List<Condition> fields = new ArrayList<>();
        for (Field field : value.fields()) {
            fields.add(
                    new Condition.Ctp(
                            Condition.Method.EQUALS, !value.text().isEmpty(), field, value.text()));
        }
        return Condition.any(fields);
    }

    /**
     * The label of a rule for this device.
     *
     * @return manufacturer and model, modality, size; text that both languages accept in a label
     */
    public String label() {
        Set<String> words = new LinkedHashSet<>();
        String size = word("Columns") + "x" + word("Rows");
        for (String name :
                List.of(
                        "Manufacturer",
                        "ManufacturerModelName",
                        "SecondaryCaptureDeviceManufacturer",
                        "SecondaryCaptureDeviceManufacturerModelName",
                        "Modality")) {
            for (String one : word(name).split("[^\\p{L}\\p{N}._/-]+")) {
                if (!one.isEmpty() && words.stream().noneMatch(w -> w.equalsIgnoreCase(one))) {
                    words.add(one);
                }
            }
        }
        if (!size.equals("x")) {
            words.add(size);
        }
        return words.isEmpty() ? "Device" : String.join(" ", words);
    }

    /**
     * The software version, to distinguish labels.
     *
     * @return its text; may be empty
     */
    public String version() {
        return word("SoftwareVersions").replaceAll("[^\\p{L}\\p{N}._/-]+", " ").strip();
    }

    /**
     * A dimension, if the signature has it.
     *
     * @param keyword {@code Rows} or {@code Columns}
     * @return the number; 0 if it is not known
     */
    public int size(String keyword) {
        String word = word(keyword);
        return word.matches("\\d{1,6}") ? Integer.parseInt(word) : 0;
    }

    private String word(String keyword) {
        return values.stream()
                .filter(v -> v.fields().contains(Field.of(keyword)))
                .map(v -> v.found().stream().collect(Collectors.joining(" ")))
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return label().toLowerCase(Locale.ROOT);
    }
}
