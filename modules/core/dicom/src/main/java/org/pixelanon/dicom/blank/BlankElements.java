package org.pixelanon.dicom.blank;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.blank.BlankProfile.Action;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.redact.DeidentificationTags;
import org.pixelanon.dicom.redact.DeidentificationUid;
import org.pixelanon.dicom.redact.ElementWriter;

/**
 * The elements of a blank copy except its pixels, by {@link BlankProfile}, in Explicit VR Little
 * Endian. Not thread-safe.
 */
final class BlankElements {

    private static final ElementWriter LITTLE = new ElementWriter(true, false);
    private static final int LONGEST_SHORT_VALUE = 0xFFFE;
    static final String NAME = "Anonymous^";
    private static final int DIGITS = 12;

    private final BlankProfile profile;
    private final String salt;

    BlankElements(BlankProfile profile, String salt) {
        this.profile = profile;
        this.salt = salt;
    }

    /** The elements of a data set in the order of tags; without pixels. */
    SortedMap<Integer, byte[]> dataSet(Attributes attributes) {
        SortedMap<Integer, byte[]> out = new TreeMap<>(Integer::compareUnsigned);
        for (Element e : attributes.elements()) {
            boolean pixels = Tag.group(e.tag()) == Tag.group(Tag.PixelData);
            byte[] element = pixels ? new byte[0] : element(attributes, e);
            if (element.length > 0) {
                out.putIfAbsent(e.tag(), element);
            }
        }
        return out;
    }

    private byte[] element(Attributes in, Element e) {
        Action action = profile.of(in, e);
        VR vr = e.effectiveVr();
        return switch (action) {
            case REMOVE -> new byte[0];
            case EMPTY -> write(e.tag(), vr, new byte[0]);
            case HASH_UIDS -> text(e.tag(), vr, uids(e.tag(), in.strings(e)));
            case HASH_NAMES -> text(e.tag(), vr, hashed(in.strings(e), NAME));
            case HASH_ID -> text(e.tag(), vr, hashed(in.strings(e), ""));
            case ITEMS -> items(e);
            case CLEAR -> write(e.tag(), VR.OW, new byte[even(e.available())]);
            case KEEP -> write(e.tag(), vr, value(in, e, vr));
        };
    }

    private static int even(long length) {
        return Math.toIntExact(length + (length & 1));
    }

    private byte[] items(Element e) {
        List<Attributes> items = e.items() == null ? List.of() : e.items();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Attributes item : items) {
            ByteArrayOutputStream inside = new ByteArrayOutputStream();
            dataSet(item).values().forEach(inside::writeBytes);
            content.writeBytes(LITTLE.item(Tag.Item, inside.toByteArray()));
        }
        return LITTLE.element(e.tag(), VR.SQ, content.toByteArray());
    }

    /** A value in little endian. */
    private static byte[] value(Attributes in, Element e, VR vr) {
        byte[] bytes = in.bytes(e);
        int unit = vr.unit();
        boolean swap = e.bigEndian() && unit > 1;
        byte[] out = new byte[even(bytes.length)];
        for (int i = 0; i < bytes.length; i++) {
            int from = swap ? i / unit * unit + unit - 1 - i % unit : i;
            out[i] = from < bytes.length ? bytes[from] : bytes[i];
        }
        if (out.length > bytes.length && vr.isText() && vr != VR.UI) {
            out[bytes.length] = ' ';
        }
        return out;
    }

    private static byte[] text(int tag, VR vr, String value) {
        return LITTLE.text(tag, vr, value);
    }

    /** Values of 64 KiB and more need a long header (PS3.5 6.2.2). */
    private static byte[] write(int tag, VR vr, byte[] value) {
        boolean fits = vr.hasLongHeader() || value.length <= LONGEST_SHORT_VALUE;
        return LITTLE.element(tag, fits ? vr : VR.UN, value);
    }

    private String uids(int tag, List<String> values) {
        List<String> out = new ArrayList<>();
        for (String uid : values) {
            boolean same = uid.isEmpty() || BlankProfile.isKind(tag, uid);
            out.add(same ? uid : DeidentificationUid.hash(uid, salt));
        }
        return String.join("\\", out);
    }

    private String hashed(List<String> values, String before) {
        List<String> out = new ArrayList<>();
        for (String value : values) {
            out.add(
                    value.isEmpty()
                            ? ""
                            : before + DeidentificationUid.digits(value, salt, DIGITS));
        }
        return String.join("\\", out);
    }

    /** The file meta information, group 0002, with its preamble. */
    byte[] meta(DicomFile file, String transferSyntax) {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        String kind = first(file, 0x00020002, Tag.SOPClassUID);
        String instance = first(file, 0x00020003, Tag.SOPInstanceUID);
        String software = file.fileMeta().getString(0x00020012).orElse(DeidentificationUid.OURS);
        group.writeBytes(LITTLE.element(0x00020001, VR.OB, new byte[] {0, 1}));
        group.writeBytes(text(0x00020002, VR.UI, kind));
        group.writeBytes(text(0x00020003, VR.UI, DeidentificationUid.hash(instance, salt)));
        group.writeBytes(text(Tag.TransferSyntaxUID, VR.UI, transferSyntax));
        group.writeBytes(text(0x00020012, VR.UI, software));
        file.fileMeta()
                .getString(0x00020013)
                .ifPresent(name -> group.writeBytes(text(0x00020013, VR.SH, name)));
        byte[] content = group.toByteArray();
        ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        length.putInt(0, content.length);
        return ElementWriter.join(
                new byte[128],
                "DICM".getBytes(StandardCharsets.US_ASCII),
                LITTLE.element(DeidentificationTags.META_LENGTH, VR.UL, length.array()),
                content);
    }

    private static String first(DicomFile file, int meta, int dataSet) {
        return file.attributes()
                .getString(dataSet)
                .or(() -> file.fileMeta().getString(meta))
                .orElse("");
    }
}
