package org.pixelanon.dicom.redact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;

/** The elements in which a redacted copy differs from its original (DICOM PS3.15 E.3.1). */
public final class DeidentificationTags {

    public static final int DIGITAL_SIGNATURES = 0xFFFAFFFA;
    public static final int MAC_PARAMETERS = 0x4FFE0001;
    static final int MEDIA_STORAGE_SOP_INSTANCE = 0x00020003;
    public static final int META_LENGTH = 0x00020000;
    static final String PIXELS_CODE = "113101";
    static final String OVERLAYS_CODE = "113103";

    /** Values of ST may have 1024 characters (PS3.5 6.2). */
    private static final int LONGEST_TEXT = 1024;

    private final DicomFile file;
    private final RedactionTargets targets;
    private final RedactionPolicy policy;
    private final PixelEdit form;
    private final List<String> notes;
    private final String newUid;
    private final ElementWriter writing;
    private final SortedMap<Integer, byte[]> edits = new TreeMap<>(Integer::compareUnsigned);

    DeidentificationTags(
            DicomFile file,
            RedactionTargets targets,
            RedactionPolicy policy,
            PixelEdit form,
            List<String> notes) {
        this.file = file;
        this.targets = targets;
        this.policy = policy;
        this.form = form;
        this.notes = notes;
        this.writing = ElementWriter.of(file);
        this.newUid = newUid();
    }

    private String newUid() {
        String old = file.attributes().getString(Tag.SOPInstanceUID).orElse("");
        return switch (policy.uid()) {
            case KEEP -> "";
            case HASH -> DeidentificationUid.hash(old, policy.salt());
            case NEW -> DeidentificationUid.random();
        };
    }

    /** The changed elements of the data set in the order of tags; an empty one is left out. */
    SortedMap<Integer, byte[]> dataSet() throws IOException {
        imageType();
        derivation();
        method();
        codes();
        if (!newUid.isEmpty()) {
            edits.put(Tag.SOPInstanceUID, writing.text(Tag.SOPInstanceUID, VR.UI, newUid));
        }
        if (policy.saysNoAnnotation()) {
            edits.put(Tag.BurnedInAnnotation, writing.text(Tag.BurnedInAnnotation, VR.CS, "NO"));
        }
        drop(DIGITAL_SIGNATURES, "digital signatures, no longer valid, dropped");
        drop(MAC_PARAMETERS, "parameters of digital signatures dropped");
        drop(Tag.IconImageSequence, "icon image removed");
        if (form.changesSyntax()) {
            transcoded();
        }
        groupLengths();
        return edits;
    }

    private void drop(int tag, String note) {
        if (file.attributes().contains(tag)) {
            edits.put(tag, new byte[0]);
            notes.add(Tag.toString(tag) + " " + note);
        }
    }

    private void transcoded() throws IOException {
        ImageDescription image = file.image().orElseThrow();
        PhotometricInterpretation meaning = PixelEdit.label(file, PixelEdit.target(file, policy));
        if (image.samplesPerPixel() == 3) {
            String value = meaning.name();
            if (!file.attributes()
                    .getString(Tag.PhotometricInterpretation)
                    .orElse("")
                    .equals(value)) {
                edits.put(
                        Tag.PhotometricInterpretation,
                        writing.text(Tag.PhotometricInterpretation, VR.CS, value));
            }
        }
        if (file.transferSyntax().isLossy()) {
            edits.put(
                    Tag.LossyImageCompression,
                    writing.text(Tag.LossyImageCompression, VR.CS, "01"));
        }
        if (form == PixelEdit.TRANSCODED && image.planarConfiguration() != 0) {
            edits.put(
                    Tag.PlanarConfiguration,
                    writing.element(Tag.PlanarConfiguration, VR.US, new byte[2]));
        }
        for (int tag : new int[] {Tag.ExtendedOffsetTable, Tag.ExtendedOffsetTableLengths}) {
            if (file.attributes().contains(tag)) {
                edits.put(tag, new byte[0]);
            }
        }
        notes.add(
                (form == PixelEdit.TRANSCODED ? "transcoded from " : "decompressed from ")
                        + file.transferSyntax()
                        + " to "
                        + PixelEdit.target(file, policy));
    }

    /** The value as it is, without padding. */
    private byte[] value(int tag) {
        byte[] bytes = file.attributes().getBytes(tag);
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void imageType() {
        byte[] old = value(Tag.ImageType);
        int rest = 0;
        while (rest < old.length && old[rest] != '\\') {
            rest++;
        }
        byte[] value =
                old.length == 0
                        ? ascii("DERIVED\\SECONDARY")
                        : ElementWriter.join(
                                ascii("DERIVED"), Arrays.copyOfRange(old, rest, old.length));
        edits.put(Tag.ImageType, writing.text(Tag.ImageType, VR.CS, value));
    }

    private void derivation() {
        byte[] old = value(Tag.DerivationDescription);
        String text = targets.derivation();
        byte[] value = old.length == 0 ? ascii(text) : ElementWriter.join(old, ascii("; " + text));
        if (value.length > LONGEST_TEXT) {
            notes.add("Derivation Description (0008,2111) is full and unchanged");
            return;
        }
        edits.put(Tag.DerivationDescription, writing.text(Tag.DerivationDescription, VR.ST, value));
    }

    private void method() {
        byte[] old = value(Tag.DeidentificationMethod);
        byte[] text = ascii("PixelAnon: Clean Pixel Data Option");
        byte[] value = old.length == 0 ? text : ElementWriter.join(old, ascii("\\"), text);
        edits.put(
                Tag.DeidentificationMethod, writing.text(Tag.DeidentificationMethod, VR.LO, value));
    }

    private void codes() throws IOException {
        int tag = Tag.DeidentificationMethodCodeSequence;
        Element old = file.attributes().element(tag);
        ElementWriter inside = inside(old);
        byte[] added = new byte[0];
        if (lacks(PIXELS_CODE)) {
            added = inside.code(PIXELS_CODE, "Clean Pixel Data Option");
        }
        if (targets.touchesOverlays() && lacks(OVERLAYS_CODE)) {
            added = ElementWriter.join(added, inside.code(OVERLAYS_CODE, "Clean Graphics Option"));
        }
        if (added.length == 0) {
            return;
        }
        if (old == null) {
            edits.put(tag, writing.element(tag, VR.SQ, added));
            return;
        }
        boolean undefined = old.length() == Element.UNDEFINED;
        long length = undefined ? old.end() - 8 - old.value() : old.available();
        byte[] items = file.source().read(old.value(), Math.toIntExact(length));
        byte[] content = ElementWriter.join(items, added);
        ElementWriter header = ElementWriter.like(old);
        edits.put(
                tag,
                undefined
                        ? ElementWriter.join(
                                header.header(tag, old.vr(), Element.UNDEFINED),
                                content,
                                inside.item(Tag.SequenceDelimitationItem, new byte[0]))
                        : header.element(tag, old.vr(), content));
    }

    /** How items of the sequence are written: as those that are there. */
    private ElementWriter inside(@Nullable Element old) {
        if (old == null) {
            return writing;
        }
        for (Attributes item : file.attributes().getSequence(old.tag())) {
            if (item.size() > 0) {
                return ElementWriter.like(item.elements().get(0));
            }
        }
        return old.vr() == VR.UN ? new ElementWriter(false, false) : ElementWriter.like(old);
    }

    private boolean lacks(String code) {
        return file.attributes().getSequence(Tag.DeidentificationMethodCodeSequence).stream()
                .noneMatch(item -> item.getString(0x00080100).orElse("").equals(code));
    }

    /** Group lengths are right only as long as nothing of their group changes. */
    private void groupLengths() {
        SortedMap<Integer, byte[]> lengths = new TreeMap<>(Integer::compareUnsigned);
        for (int tag : edits.keySet()) {
            lengths.put(tag & 0xFFFF0000, new byte[0]);
        }
        if (form != PixelEdit.UNTOUCHED && form != PixelEdit.NATIVE) {
            lengths.put(Tag.PixelData & 0xFFFF0000, new byte[0]);
        }
        lengths.keySet().removeIf(tag -> !file.attributes().contains(tag));
        edits.putAll(lengths);
    }

    /** The file meta group with its right length; nothing if the file has none. */
    byte[] meta() throws IOException {
        Attributes meta = file.fileMeta();
        if (meta.size() == 0) {
            return new byte[0];
        }
        ByteSource source = file.parsed().fileSource();
        ElementWriter like = ElementWriter.like(meta.elements().get(0));
        byte[] content = new byte[0];
        for (Element e : meta.elements()) {
            byte[] element = source.read(e.header(), Math.toIntExact(e.end() - e.header()));
            if (e.tag() == META_LENGTH && e.equals(meta.element(META_LENGTH))) {
                continue; // another one belongs to a second header, which stays
            }
            if (e.tag() == MEDIA_STORAGE_SOP_INSTANCE && !newUid.isEmpty()) {
                element = ElementWriter.like(e).text(e.tag(), VR.UI, newUid);
            }
            if (e.tag() == Tag.TransferSyntaxUID && form.changesSyntax()) {
                String target = PixelEdit.target(file, policy).uid();
                element = ElementWriter.like(e).text(e.tag(), VR.UI, target);
            }
            content = ElementWriter.join(content, element);
        }
        int n = content.length;
        byte[] length = {(byte) n, (byte) (n >> 8), (byte) (n >> 16), (byte) (n >> 24)};
        return ElementWriter.join(like.element(META_LENGTH, VR.UL, length), content);
    }
}
