package org.pixelanon.tags;

import java.util.Arrays;
import java.util.List;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.VR;

/** Elements for tests, without a file. */
final class Lines {

    static final int CONTENT = 0x0040A730;
    static final int NAME = 0x00100010;
    static final int TEXT = 0x0040A160;

    private Lines() {}

    static ElementLine text(int tag, VR vr, String value) {
        String name = Dictionary.find(tag).map(Dictionary.Entry::name).orElse("");
        return new ElementLine(tag, vr, name, value, true, List.of());
    }

    @SafeVarargs
    static ElementLine sequence(int tag, List<ElementLine>... items) {
        return new ElementLine(
                tag,
                VR.SQ,
                "Content Sequence",
                items.length + " items",
                false,
                Arrays.asList(items));
    }

    /** Patient's Name, and a sequence of two items of which the first holds another of one item. */
    static TagTree nested() {
        ElementLine inner = sequence(CONTENT, List.of(text(TEXT, VR.UT, "deep words")));
        return TagTree.of(
                List.of(
                        text(NAME, VR.PN, "Drawn^Name"),
                        sequence(
                                CONTENT,
                                List.of(text(TEXT, VR.UT, "first"), inner),
                                List.of(text(TEXT, VR.UT, "second")))));
    }
}
