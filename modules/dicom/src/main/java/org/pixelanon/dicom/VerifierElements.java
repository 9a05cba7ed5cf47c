package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;

/** Compares the elements of a redacted copy with those of its original. */
final class VerifierElements {

    private static final int META_LENGTH = 0x00020000;
    private static final int MEDIA_STORAGE_UID = 0x00020003;
    private static final Set<Integer> GONE = Set.of(0xFFFAFFFA, 0x4FFE0001, Tag.IconImageSequence);
    private static final Set<Integer> STATED =
            Set.of(
                    Tag.ImageType,
                    Tag.SOPInstanceUID,
                    Tag.DerivationDescription,
                    Tag.DeidentificationMethod,
                    Tag.DeidentificationMethodCodeSequence,
                    Tag.BurnedInAnnotation);
    private static final Set<Integer> TRANSCODED =
            Set.of(
                    Tag.PhotometricInterpretation,
                    Tag.LossyImageCompression,
                    Tag.PlanarConfiguration);

    private final DicomFile original;
    private final DicomFile copy;
    private final RedactionTargets targets;
    private final RedactionPolicy policy;
    private final boolean transcoded;
    private final int pixelTag;
    private final boolean pixelsTouched;
    private final boolean fragmentsTouched;
    private final VerifierTally tally;

    VerifierElements(
            DicomFile original,
            DicomFile copy,
            RedactionTargets targets,
            RedactionPolicy policy,
            boolean transcoded,
            VerifierTally tally)
            throws DicomException {
        this.original = original;
        this.copy = copy;
        this.targets = targets;
        this.policy = policy;
        this.transcoded = transcoded;
        this.tally = tally;
        this.pixelsTouched = VerifierPixels.touchesSamples(original, targets);
        this.pixelTag = ImageReader.pixelTag(original.attributes());
        Element data = original.attributes().element(pixelTag);
        this.fragmentsTouched = pixelsTouched && data != null && data.fragments() != null;
    }

    void run() throws IOException {
        ByteSource a = original.parsed().fileSource();
        ByteSource b = copy.parsed().fileSource();
        long prefixA = original.fileMeta().start();
        long prefixB = copy.fileMeta().start();
        if (prefixA != prefixB || !ByteSource.same(a, 0, prefixA, b, 0, prefixB)) {
            tally.problem("the preamble changed");
        }
        merge(original.fileMeta(), copy.fileMeta(), a, b);
        merge(original.attributes(), copy.attributes(), original.source(), copy.source());
        metaLength();
        long endA = original.attributes().end();
        long endB = copy.attributes().end();
        if (!ByteSource.same(
                original.source(),
                endA,
                original.source().size(),
                copy.source(),
                endB,
                copy.source().size())) {
            tally.problem("bytes behind the data set changed");
        }
        stated();
        for (String defect : copy.defects()) {
            if (!original.defects().contains(defect)) {
                tally.problem("new defect: " + defect);
            }
        }
    }

    private void merge(Attributes left, Attributes right, ByteSource a, ByteSource b)
            throws IOException {
        List<Element> expected = left.elements();
        List<Element> found = right.elements();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < found.size()) {
            Element x = i < expected.size() ? expected.get(i) : null;
            Element y = j < found.size() ? found.get(j) : null;
            if (x != null && y != null && x.tag() == y.tag()) {
                compare(x, y, a, b);
                i++;
                j++;
            } else if (y != null && !left.contains(y.tag())) {
                if (mayBeAdded(y.tag())) {
                    header(null, y, Dictionary.vr(y.tag()), a, b);
                    tally.changedElement();
                } else {
                    tally.problem("added " + Tag.toString(y.tag()));
                }
                j++;
            } else if (x != null) {
                if (mayBeGone(x.tag()) && !right.contains(x.tag())) {
                    tally.changedElement();
                } else {
                    tally.problem("lost " + Tag.toString(x.tag()));
                }
                i++;
            } else {
                tally.problem("repeated " + (y == null ? "" : Tag.toString(y.tag())));
                j++;
            }
        }
    }

    private boolean mayBeAdded(int tag) {
        return STATED.contains(tag) && tag != Tag.BurnedInAnnotation && tag != Tag.SOPInstanceUID
                || tag == Tag.BurnedInAnnotation && policy.saysNoAnnotation()
                || tag == Tag.SOPInstanceUID && policy.uid() != RedactionPolicy.UidPolicy.KEEP
                || transcoded && TRANSCODED.contains(tag)
                || tag == META_LENGTH;
    }

    private boolean mayBeGone(int tag) {
        boolean table = tag == Tag.ExtendedOffsetTable || tag == Tag.ExtendedOffsetTableLengths;
        boolean length = (tag & 0xFFFF) == 0 && Tag.group(tag) != 2 && groupChanged(tag);
        return GONE.contains(tag) || fragmentsTouched && table || length;
    }

    private boolean groupChanged(int lengthTag) {
        int group = Tag.group(lengthTag);
        return group == 0x0008
                || group == 0x0012
                || group == 0x0028 && (transcoded || policy.saysNoAnnotation())
                || group == 0x7FE0 && (fragmentsTouched || transcoded)
                || group == 0x0088 && original.attributes().contains(Tag.IconImageSequence)
                || group == 0xFFFA
                || group == 0x4FFE;
    }

    private void compare(Element x, Element y, ByteSource a, ByteSource b) throws IOException {
        int tag = x.tag();
        if (ByteSource.same(a, x.header(), x.end(), b, y.header(), y.end())) {
            if (GONE.contains(tag)) {
                tally.problem("kept " + Tag.toString(tag));
            }
            tally.identicalElements(1);
            return;
        }
        boolean table = tag == Tag.ExtendedOffsetTable || tag == Tag.ExtendedOffsetTableLengths;
        boolean declared =
                STATED.contains(tag)
                        || transcoded && (TRANSCODED.contains(tag) || tag == Tag.TransferSyntaxUID)
                        || tag == pixelTag && pixelsTouched
                        || table && fragmentsTouched
                        || tag == META_LENGTH
                        || tag == MEDIA_STORAGE_UID
                                && policy.uid() != RedactionPolicy.UidPolicy.KEEP
                        || overlayTouched(tag);
        if (!declared) {
            tally.problem("changed " + Tag.toString(tag));
            return;
        }
        boolean inPlace = tag == pixelTag && !fragmentsTouched && !transcoded;
        if ((overlayTouched(tag) || inPlace) && x.available() != y.available()) {
            tally.problem("changed length of " + Tag.toString(tag));
        }
        boolean unpacked = tag == pixelTag && transcoded && y.vr() != VR.UN;
        boolean text = STATED.contains(tag) && x.vr() != VR.SQ && x.vr() != VR.UN;
        VR known = text ? Dictionary.vr(tag) : x.vr();
        header(x, y, unpacked ? y.vr() : known, a, b);
        tally.changedElement();
    }

    /** The value representation, and the two reserved bytes that may follow it (PS3.5 7.1.2). */
    private void header(@Nullable Element x, Element y, VR expected, ByteSource a, ByteSource b)
            throws IOException {
        if (y.vr() != expected) {
            tally.problem("wrong value representation of " + Tag.toString(y.tag()));
        }
        if (y.explicit() && y.vr().hasLongHeader() && !b.isZero(y.header() + 6, 2)) {
            boolean before = x != null && !a.isZero(x.header() + 6, 2);
            if (!before) {
                tally.problem("reserved bytes of " + Tag.toString(y.tag()) + " changed");
            }
        }
    }

    private boolean overlayTouched(int tag) {
        for (Plane plane : targets.planes()) {
            if (plane instanceof OverlayPlane o && Tag.of(o.group(), Tag.OVERLAY_DATA) == tag) {
                return true;
            }
        }
        return false;
    }

    /** The elements that must say what was done. */
    private void stated() throws IOException {
        String type = text(copy, Tag.ImageType);
        String oldType = text(original, Tag.ImageType);
        String rest = oldType.isEmpty() ? "\\SECONDARY" : afterFirst(oldType);
        require(type.equals("DERIVED" + rest), Tag.ImageType);
        int n = targets.rectangles();
        String added = n + (n == 1 ? " rectangle" : " rectangles") + " blanked by PixelAnon";
        String derivation = text(original, Tag.DerivationDescription);
        String described = derivation.isEmpty() ? added : derivation + "; " + added;
        require(
                text(copy, Tag.DerivationDescription)
                        .equals(described.length() > 1024 ? derivation : described),
                Tag.DerivationDescription);
        String method = text(original, Tag.DeidentificationMethod);
        String option = "PixelAnon: Clean Pixel Data Option";
        require(
                text(copy, Tag.DeidentificationMethod)
                        .equals(method.isEmpty() ? option : method + "\\" + option),
                Tag.DeidentificationMethod);
        codes();
        if (policy.saysNoAnnotation()) {
            require(text(copy, Tag.BurnedInAnnotation).equals("NO"), Tag.BurnedInAnnotation);
        } else {
            requireSame(Tag.BurnedInAnnotation);
        }
        uid();
        if (transcoded) {
            inAnotherSyntax();
        }
        for (int tag : GONE) {
            if (copy.attributes().contains(tag)) {
                tally.problem("kept " + Tag.toString(tag));
            }
        }
    }

    /** What describes the pixels is as it was, or says what became of them. */
    private void inAnotherSyntax() throws IOException {
        TransferSyntax target = RedactionForm.target(original, policy);
        String syntax = copy.fileMeta().getString(Tag.TransferSyntaxUID).orElse("");
        require(syntax.equals(target.uid()), Tag.TransferSyntaxUID);
        boolean lossy = original.transferSyntax().isLossy();
        requireNow(lossy, "01", Tag.LossyImageCompression);
        ImageDescription image = original.image().orElseThrow();
        PhotometricInterpretation label = RedactionForm.label(original, target);
        requireNow(label != image.photometric(), label.name(), Tag.PhotometricInterpretation);
        if (target.encapsulated() && image.planarConfiguration() != 0) {
            require(
                    copy.attributes().getInt(Tag.PlanarConfiguration, -1) == 0,
                    Tag.PlanarConfiguration);
        } else {
            requireSame(Tag.PlanarConfiguration);
        }
    }

    private void requireNow(boolean changed, String value, int tag) {
        if (changed) {
            require(text(copy, tag).equals(value), tag);
        } else {
            requireSame(tag);
        }
    }

    private void uid() {
        String was = text(original, Tag.SOPInstanceUID);
        String is = text(copy, Tag.SOPInstanceUID);
        switch (policy.uid()) {
            case KEEP -> requireSame(Tag.SOPInstanceUID);
            case HASH ->
                    require(
                            is.equals(DeidentificationUid.hash(was, policy.salt())),
                            Tag.SOPInstanceUID);
            case NEW ->
                    require(
                            is.matches("2\\.25\\.[1-9][0-9]{0,38}") && !is.equals(was),
                            Tag.SOPInstanceUID);
        }
        if (policy.uid() != RedactionPolicy.UidPolicy.KEEP
                && original.fileMeta().contains(MEDIA_STORAGE_UID)) {
            require(
                    copy.fileMeta().getString(MEDIA_STORAGE_UID).orElse("").equals(is),
                    MEDIA_STORAGE_UID);
        }
    }

    private void codes() throws IOException {
        int tag = Tag.DeidentificationMethodCodeSequence;
        List<Attributes> before = original.attributes().getSequence(tag);
        List<Attributes> after = copy.attributes().getSequence(tag);
        List<String> expected = new ArrayList<>();
        boolean same = after.size() >= before.size();
        for (int i = 0; same && i < before.size(); i++) {
            Attributes x = before.get(i);
            Attributes y = after.get(i);
            same =
                    ByteSource.same(
                            original.source(),
                            x.start(),
                            x.end(),
                            copy.source(),
                            y.start(),
                            y.end());
            expected.add(code(x));
        }
        add(expected, "113101");
        if (targets.planes().stream().anyMatch(p -> p instanceof OverlayPlane)) {
            add(expected, "113103");
        }
        List<String> found = after.stream().map(VerifierElements::code).toList();
        require(same && found.equals(expected), tag);
        for (Attributes item : after.subList(Math.min(before.size(), after.size()), after.size())) {
            String meaning =
                    code(item).equals("113101")
                            ? "Clean Pixel Data Option"
                            : "Clean Graphics Option";
            require(
                    item.size() == 3
                            && item.vr(0x00080100).equals(Optional.of(VR.SH))
                            && item.vr(0x00080102).equals(Optional.of(VR.SH))
                            && item.vr(0x00080104).equals(Optional.of(VR.LO))
                            && item.getString(0x00080102).orElse("").equals("DCM")
                            && item.getString(0x00080104).orElse("").equals(meaning),
                    tag);
        }
    }

    private static void add(List<String> codes, String code) {
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    private static String code(Attributes item) {
        return item.getString(0x00080100).orElse("");
    }

    private void metaLength() {
        Attributes meta = copy.fileMeta();
        if (meta.size() == 0) {
            return;
        }
        Element length = meta.element(META_LENGTH);
        if (length == null || meta.getInt(META_LENGTH, -1) != meta.end() - length.end()) {
            tally.problem("the length of the file meta group is wrong");
        }
    }

    private void require(boolean right, int tag) {
        if (!right) {
            tally.problem("wrong " + Tag.toString(tag));
        }
    }

    private void requireSame(int tag) {
        @Nullable Element x = original.attributes().element(tag);
        @Nullable Element y = copy.attributes().element(tag);
        boolean same =
                x == null
                        ? y == null
                        : y != null
                                && Arrays.equals(
                                        original.attributes().getBytes(tag),
                                        copy.attributes().getBytes(tag));
        if (!same) {
            tally.problem("changed " + Tag.toString(tag));
        }
    }

    private static String text(DicomFile file, int tag) {
        byte[] bytes = file.attributes().getBytes(tag);
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static String afterFirst(String values) {
        int at = values.indexOf('\\');
        return at < 0 ? "" : values.substring(at);
    }
}
