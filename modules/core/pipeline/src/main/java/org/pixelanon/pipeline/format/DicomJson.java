package org.pixelanon.pipeline.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.VR;

/**
 * Data sets in the DICOM JSON Model (DICOM PS3.18 annex F). Bytes up to 4096 stand inline; larger
 * ones, and all pixels, are left out.
 */
final class DicomJson {

    private static final int LARGEST_INLINE = 4096;
    private static final List<String> NAME_GROUPS =
            List.of("Alphabetic", "Ideographic", "Phonetic");

    /** What JSON takes as a number, so that a number stays written as it was. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private DicomJson() {}

    /** One data set as an object. */
    static void write(Attributes attributes, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Set<Integer> written = new HashSet<>();
        for (int tag : attributes.tags()) {
            boolean groupLength = (tag & 0xFFFF) == 0;
            // of an element that comes twice the first counts, as everywhere
            if (!groupLength && written.add(tag)) {
                json.writeObjectFieldStart(String.format(Locale.ROOT, "%08X", tag));
                element(attributes, tag, json);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void element(Attributes attributes, int tag, JsonGenerator json)
            throws IOException {
        VR vr = attributes.vr(tag).orElse(VR.UN);
        VR known = vr == VR.UN ? Dictionary.vr(tag) : vr;
        List<Attributes> items = attributes.getSequence(tag);
        json.writeStringField("vr", items.isEmpty() ? known.name() : VR.SQ.name());
        if (known == VR.SQ || !items.isEmpty()) {
            if (!items.isEmpty()) {
                json.writeArrayFieldStart("Value");
                for (Attributes item : items) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            return;
        }
        boolean bytes = isBytes(known);
        if (bytes && attributes.length(tag) > 0 && attributes.length(tag) <= LARGEST_INLINE) {
            json.writeBinaryField("InlineBinary", attributes.getBytes(tag));
        }
        List<String> values = bytes ? List.of() : attributes.getStrings(tag);
        if (values.stream().allMatch(String::isEmpty)) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (String value : values) {
            value(value, known, json);
        }
        json.writeEndArray();
    }

    private static boolean isBytes(VR vr) {
        return switch (vr) {
            case OB, OW, OD, OF, OL, OV, UN -> true;
            default -> false;
        };
    }

    private static void value(String value, VR vr, JsonGenerator json) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
            return;
        }
        switch (vr) {
            case PN -> name(value, json);
            case AT -> json.writeString(value.replaceAll("[(),]", ""));
            case IS, DS, US, SS, UL, SL, FL, FD, SV, UV -> {
                String number = value.strip().replaceFirst("^\\+", "");
                if (NUMBER.matcher(number).matches()) {
                    json.writeNumber(number);
                } else {
                    json.writeString(value);
                }
            }
            default -> json.writeString(value);
        }
    }

    private static void name(String value, JsonGenerator json) throws IOException {
        String[] groups = value.split("=", -1);
        json.writeStartObject();
        for (int i = 0; i < Math.min(groups.length, NAME_GROUPS.size()); i++) {
            if (!groups[i].isEmpty()) {
                json.writeStringField(NAME_GROUPS.get(i), groups[i]);
            }
        }
        json.writeEndObject();
    }
}
