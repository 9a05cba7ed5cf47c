package org.pixelanon.cli.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pixelanon.mongodb.InstanceDocument;
import org.pixelanon.pipeline.format.BiaColumns;
import org.pixelanon.pipeline.format.BiaSource;

/** The elements of a SmiServices document for {@link BiaColumns}. */
final class DocumentTags implements BiaSource {

    private static final String HEADER = "header";
    private static final String FILE = "DicomFilePath";
    private static final String MODALITY = "Modality";
    private static final String TYPE = "ImageType";
    private static final String OVERLAY = "(6000,";
    private static final Set<String> DERIVED = Set.of(FILE, "ModelName", "ImageType2");

    /** Keys other than plain keywords: those of repeating groups and private ones. */
    private static final Map<String, String> KEYS =
            Map.of(
                    "OverlayRows", OVERLAY + "0010)-OverlayRows",
                    "OverlayColumns", OVERLAY + "0011)-OverlayColumns",
                    "OverlayType", OVERLAY + "0040)-OverlayType",
                    "NumberOfFramesInOverlay", OVERLAY + "0015)-NumberOfFramesInOverlay",
                    "OverlayDescription", OVERLAY + "0022)-OverlayDescription",
                    "OverlayBitsAllocated", OVERLAY + "0100)-OverlayBitsAllocated",
                    "OverlayBitPosition", OVERLAY + "0102)-OverlayBitPosition",
                    "ZeihmCreator", "(0019,0010)-PrivateCreator",
                    "ZeihmImageCaptureData", "(0019,1201:ZIEHM_1_0 ImageCaptureData)-Unknown");

    /** A single backslash separates values; if there is none, a double one is an escaped one. */
    private static final Pattern SINGLE = Pattern.compile("[^\\\\]\\\\[^\\\\]");

    private final InstanceDocument document;
    private final String modality;

    /**
     * Creates the elements of a document; the modality of its collection is for documents that
     * state none.
     */
    DocumentTags(InstanceDocument document, String modality) {
        this.document = document;
        this.modality = modality;
    }

    /** The keys of documents that are read. */
    static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (String name : BiaColumns.NAMES) {
            if (!DERIVED.contains(name)) {
                keys.add(KEYS.getOrDefault(name, name));
            }
        }
        keys.addAll(List.of(HEADER + "." + FILE, "SOPClassUID", "DateOfSecondaryCapture"));
        return keys;
    }

    /** The path of the file; empty if the document has none. */
    String path() {
        return document.text(HEADER, FILE);
    }

    @Override
    public String text(String name) {
        String text = document.text(KEYS.getOrDefault(name, name));
        return text.isEmpty() && name.equals(MODALITY) ? modality : text;
    }

    @Override
    public List<String> imageTypes() {
        String text = document.text(TYPE);
        if (text.isEmpty()) {
            return List.of();
        }
        String separator = text.contains("\\\\") && !SINGLE.matcher(text).find() ? "\\\\" : "\\";
        return List.of(text.split(Pattern.quote(separator), -1));
    }
}
