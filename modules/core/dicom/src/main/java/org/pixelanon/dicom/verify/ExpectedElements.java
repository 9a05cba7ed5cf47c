package org.pixelanon.dicom.verify;

import static org.pixelanon.dicom.verify.ElementBytes.ascii;
import static org.pixelanon.dicom.verify.ElementBytes.join;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.redact.DeidentificationUid;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.ToleratedDifference;

/**
 * The elements in which a redacted copy must differ from its original (DICOM PS3.15 E.3.1), with
 * all their bytes, computed from the original and the request.
 */
final class ExpectedElements {

    /** Elements that a redacted copy may not have. */
    static final List<Integer> GONE = List.of(0xFFFAFFFA, 0x4FFE0001, Tag.IconImageSequence);

    private static final int META_LENGTH = 0x00020000;
    private static final int MEDIA_STORAGE_UID = 0x00020003;
    private static final int LONGEST_SHORT_TEXT = 1024;
    private static final int LONGEST_UID = 64;

    private final ExpectedChanges plan;
    private final DicomFile original;
    private final ProofTally tally;
    private final ElementBytes writer;
    private final String uid;
    private final SortedMap<Integer, byte[]> expected = new TreeMap<>(Integer::compareUnsigned);

    ExpectedElements(ExpectedChanges plan, DicomFile copy, ProofTally tally) {
        this.plan = plan;
        this.original = plan.original();
        this.tally = tally;
        this.writer = ElementBytes.like(original.attributes().elements().get(0));
        this.uid = uid(copy);
    }

    /**
     * The UID of the copy; a new one is any that is none of anybody else's, so it is read there.
     */
    private String uid(DicomFile copy) {
        String was = original.attributes().getString(Tag.SOPInstanceUID).orElse("");
        return switch (plan.policy().uid()) {
            case KEEP -> "";
            case HASH -> DeidentificationUid.hash(was, plan.policy().salt());
            case NEW -> {
                boolean read = copy.attributes().length(Tag.SOPInstanceUID) <= LONGEST_UID;
                String is = read ? copy.attributes().getString(Tag.SOPInstanceUID).orElse("") : "";
                boolean right = is.matches("2\\.25\\.[1-9][0-9]{0,38}") && !is.equals(was);
                yield right ? is : "none that is new";
            }
        };
    }

    /** All of them by tag; an empty one must be gone. */
    SortedMap<Integer, byte[]> dataSet(PhotometricInterpretation label) throws IOException {
        text(Tag.ImageType, VR.CS, imageType());
        derivation();
        byte[] method = value(Tag.DeidentificationMethod);
        byte[] option = ascii("PixelAnon: Clean Pixel Data Option");
        text(
                Tag.DeidentificationMethod,
                VR.LO,
                method.length == 0 ? option : join(method, ascii("\\"), option));
        codes();
        if (!uid.isEmpty()) {
            expected.put(Tag.SOPInstanceUID, writer.text(Tag.SOPInstanceUID, VR.UI, ascii(uid)));
        }
        if (plan.policy().saysNoAnnotation()) {
            expected.put(
                    Tag.BurnedInAnnotation,
                    writer.text(Tag.BurnedInAnnotation, VR.CS, ascii("NO")));
        }
        GONE.forEach(this::gone);
        if (plan.isTranscoded()) {
            transcoded(label);
        }
        groupLengths();
        return expected;
    }

    private void gone(int tag) {
        if (original.attributes().contains(tag)) {
            expected.put(tag, new byte[0]);
        }
    }

    /** A value that is written again is padded as the standard has it. */
    private void text(int tag, VR vr, byte[] value) {
        byte[] was = original.attributes().getBytes(tag);
        int pad = was.length - value(tag).length;
        boolean plain = pad == 0 || pad == 1 && was[was.length - 1] == ' ';
        if (!plain) {
            tally.tolerate(ToleratedDifference.PADDING);
        }
        expected.put(tag, writer.text(tag, vr, value));
    }

    /** A value of the original without the spaces and zero bytes at its end. */
    private byte[] value(int tag) {
        byte[] bytes = original.attributes().getBytes(tag);
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private byte[] imageType() {
        byte[] was = value(Tag.ImageType);
        if (was.length == 0) {
            return ascii("DERIVED\\SECONDARY");
        }
        int first = 0;
        while (first < was.length && was[first] != '\\') {
            first++;
        }
        return join(ascii("DERIVED"), Arrays.copyOfRange(was, first, was.length));
    }

    private void derivation() {
        int n = plan.targets().rectangles();
        String blanked = n + (n == 1 ? " rectangle" : " rectangles") + " blanked by PixelAnon";
        byte[] done = ascii(n == 0 ? "thumbnails removed by PixelAnon" : blanked);
        byte[] was = value(Tag.DerivationDescription);
        byte[] now = was.length == 0 ? done : join(was, ascii("; "), done);
        if (now.length <= LONGEST_SHORT_TEXT) {
            text(Tag.DerivationDescription, VR.ST, now);
        }
    }

    private void codes() throws IOException {
        int tag = Tag.DeidentificationMethodCodeSequence;
        Element was = original.attributes().element(tag);
        ElementBytes inside = inside(was);
        boolean overlays = !plan.targets().planes().stream().allMatch(p -> p instanceof FramePlane);
        byte[] added = new byte[0];
        if (!has("113101")) {
            added = code(inside, "113101", "Clean Pixel Data Option");
        }
        if (overlays && !has("113103")) {
            added = join(added, code(inside, "113103", "Clean Graphics Option"));
        }
        if (added.length == 0) {
            return;
        }
        if (was == null) {
            expected.put(tag, writer.element(tag, VR.SQ, added));
            return;
        }
        boolean delimited = was.length() == Element.UNDEFINED;
        long end = delimited ? was.end() - 8 : was.value() + was.available();
        byte[] items =
                join(
                        original.source().read(was.value(), Math.toIntExact(end - was.value())),
                        added);
        ElementBytes like = ElementBytes.like(was);
        expected.put(
                tag,
                delimited
                        ? join(
                                like.header(tag, was.vr(), Element.UNDEFINED),
                                items,
                                inside.item(Tag.SequenceDelimitationItem, new byte[0]))
                        : like.element(tag, was.vr(), items));
    }

    private static byte[] code(ElementBytes inside, String value, String meaning) {
        return inside.item(
                Tag.Item,
                join(
                        inside.text(0x00080100, VR.SH, ascii(value)),
                        inside.text(0x00080102, VR.SH, ascii("DCM")),
                        inside.text(0x00080104, VR.LO, ascii(meaning))));
    }

    /** New items are written as those that are there. */
    private ElementBytes inside(@Nullable Element was) {
        if (was == null) {
            return writer;
        }
        for (Attributes item : original.attributes().getSequence(was.tag())) {
            if (item.size() > 0) {
                return ElementBytes.like(item.elements().get(0));
            }
        }
        // unknown values are implicit little endian inside (PS3.5 6.2.2)
        return was.vr() == VR.UN ? new ElementBytes(false, false) : ElementBytes.like(was);
    }

    private boolean has(String code) {
        for (Attributes item :
                original.attributes().getSequence(Tag.DeidentificationMethodCodeSequence)) {
            if (item.getString(0x00080100).orElse("").equals(code)) {
                return true;
            }
        }
        return false;
    }

    private void transcoded(PhotometricInterpretation label) throws DicomException {
        ImageDescription image = original.image().orElseThrow();
        String stated = original.attributes().getString(Tag.PhotometricInterpretation).orElse("");
        if (image.samplesPerPixel() == 3 && !stated.equals(label.name())) {
            expected.put(
                    Tag.PhotometricInterpretation,
                    writer.text(Tag.PhotometricInterpretation, VR.CS, ascii(label.name())));
        }
        if (original.transferSyntax().isLossy()) {
            expected.put(
                    Tag.LossyImageCompression,
                    writer.text(Tag.LossyImageCompression, VR.CS, ascii("01")));
        }
        if (plan.target().encapsulated() && image.planarConfiguration() != 0) {
            expected.put(
                    Tag.PlanarConfiguration,
                    writer.element(Tag.PlanarConfiguration, VR.US, new byte[2]));
        }
        for (int tag : new int[] {Tag.ExtendedOffsetTable, Tag.ExtendedOffsetTableLengths}) {
            if (original.attributes().contains(tag)) {
                expected.put(tag, new byte[0]);
                tally.tolerate(ToleratedDifference.OFFSET_TABLES);
            }
        }
    }

    /** A group length is gone where anything of its group is otherwise. */
    private void groupLengths() {
        boolean pixels =
                plan.touchedPixels().isPresent()
                        && (plan.isTranscoded() || plan.touchedPixels().get().fragments() != null);
        SortedMap<Integer, byte[]> lengths = new TreeMap<>(Integer::compareUnsigned);
        expected.keySet().forEach(tag -> lengths.put(Tag.of(Tag.group(tag), 0), new byte[0]));
        if (pixels) {
            lengths.put(Tag.of(0x7FE0, 0), new byte[0]);
        }
        lengths.keySet().removeIf(tag -> !original.attributes().contains(tag));
        if (!lengths.isEmpty()) {
            tally.tolerate(ToleratedDifference.GROUP_LENGTHS);
        }
        expected.putAll(lengths);
    }

    /** All bytes of the file meta group. */
    byte[] meta() throws IOException {
        Attributes meta = original.fileMeta();
        if (meta.size() == 0) {
            return new byte[0];
        }
        ByteSource source = original.parsed().fileSource();
        Element length = meta.element(META_LENGTH);
        byte[] content = new byte[0];
        for (Element e : meta.elements()) {
            byte[] bytes = source.read(e.header(), Math.toIntExact(e.end() - e.header()));
            if (e.equals(length)) {
                continue; // a second one is of a second header, and stays
            }
            if (e.tag() == MEDIA_STORAGE_UID && !uid.isEmpty()) {
                bytes = ElementBytes.like(e).text(e.tag(), VR.UI, ascii(uid));
            }
            if (e.tag() == Tag.TransferSyntaxUID && plan.isTranscoded()) {
                bytes = ElementBytes.like(e).text(e.tag(), VR.UI, ascii(plan.target().uid()));
            }
            content = join(content, bytes);
        }
        ElementBytes first = ElementBytes.like(meta.elements().get(0));
        byte[] number = new byte[4];
        for (int k = 0; k < number.length; k++) {
            number[k] = (byte) (content.length >> 8 * k);
        }
        byte[] element = first.element(META_LENGTH, VR.UL, number);
        boolean kept =
                length != null
                        && length.header() == meta.start()
                        && Arrays.equals(
                                element,
                                source.read(
                                        length.header(),
                                        Math.toIntExact(length.end() - length.header())));
        if (!kept && uid.isEmpty() && !plan.isTranscoded()) {
            tally.tolerate(ToleratedDifference.META_LENGTH);
        }
        return join(element, content);
    }
}
