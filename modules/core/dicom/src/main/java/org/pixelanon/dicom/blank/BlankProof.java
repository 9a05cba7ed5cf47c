package org.pixelanon.dicom.blank;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Verification;

/**
 * Proves a blank copy: opened again, its planes have the shapes of the original and are blank,
 * every UID is valid and none is one of the original's, and nothing is left that the profile
 * removes. Stateless; thread-safe.
 */
public final class BlankProof {

    /** DICOM PS3.5 9.1. */
    private static final Pattern VALID_UID =
            Pattern.compile("(?=.{1,64}$)(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+");

    private static final Pattern HASHED_NAME =
            Pattern.compile("(" + Pattern.quote(BlankElements.NAME) + "[0-9A-F]{12})?");
    private static final Pattern HASHED_ID = Pattern.compile("([0-9A-F]{12})?");
    private static final int META = 0x0002;

    /**
     * Proves a copy.
     *
     * @param source the original, open
     * @param copy what {@link Blanker} wrote
     * @return the proof; look at {@link Verification#passed()}
     * @throws IOException if a file cannot be read or decoded
     */
    public Verification verify(DicomFile source, Path copy) throws IOException {
        List<String> problems = new ArrayList<>();
        long samples = 0;
        long bits = 0;
        try (DicomFile file = DicomFile.open(copy)) {
            if (file.isTruncated() || !file.defects().isEmpty()) {
                problems.add("the copy is damaged");
            }
            shapes(source, file, problems);
            if (file.image().isPresent()) {
                samples = frames(file, file.image().get(), problems);
            }
            for (PlaneGeometry plane : file.planes()) {
                if (plane.plane() instanceof OverlayPlane overlay) {
                    bits += overlay(file, overlay, problems);
                }
            }
            Set<String> uids = new HashSet<>();
            collect(source.fileMeta(), uids);
            collect(source.attributes(), uids);
            BlankProfile profile = new BlankProfile(source.identity());
            Elements elements = new Elements(profile, uids, problems);
            elements.check(file.fileMeta());
            elements.check(file.attributes());
            List<String> method = file.attributes().getStrings(Tag.DeidentificationMethod);
            if (!method.equals(List.of(Blanker.METHOD))) {
                problems.add(
                        Tag.toString(Tag.DeidentificationMethod)
                                + " was not written by "
                                + "this program");
            }
        }
        return new Verification(samples, 0, 0, 0, bits, 0, 0, Set.of(), problems);
    }

    private static void shapes(DicomFile source, DicomFile file, List<String> problems)
            throws DicomException {
        if (!file.planes().equals(source.planes())) {
            problems.add("number, size or position of planes differs from the original");
        }
        Optional<ImageDescription> one = source.image();
        Optional<ImageDescription> other = file.image();
        boolean same =
                one.isPresent() == other.isPresent()
                        && (one.isEmpty()
                                || one.get().samplesPerPixel() == other.get().samplesPerPixel()
                                        && one.get().bitsAllocated() == other.get().bitsAllocated()
                                        && one.get().bitsStored() == other.get().bitsStored()
                                        && one.get().highBit() == other.get().highBit()
                                        && one.get().signed() == other.get().signed());
        if (!same) {
            problems.add("sample format differs from the original");
        }
    }

    private static long frames(DicomFile file, ImageDescription image, List<String> problems)
            throws IOException {
        long[] words = BlankImage.of(file, image).words();
        long samples = 0;
        for (int f = 0; f < image.frames(); f++) {
            Frame frame = file.frame(f);
            for (int i = 0; i < frame.length(); i++) {
                if (frame.bits(i) != words[i % words.length]) {
                    problems.add("frame " + (f + 1) + " is not blank");
                    return samples;
                }
            }
            samples += frame.length();
        }
        return samples;
    }

    private static long overlay(DicomFile file, OverlayPlane plane, List<String> problems)
            throws IOException {
        byte[] bits = file.overlay(plane);
        for (byte bit : bits) {
            if (bit != 0) {
                problems.add(plane + " is not blank");
                return 0;
            }
        }
        return bits.length;
    }

    /** The UIDs of a data set, of all levels, that tell one thing and not a kind. */
    private static void collect(Attributes attributes, Set<String> uids) {
        for (Element e : attributes.elements()) {
            if (e.items() != null) {
                e.items().forEach(item -> collect(item, uids));
            } else if (e.effectiveVr() == VR.UI) {
                attributes.strings(e).stream()
                        .filter(uid -> !uid.isEmpty() && !BlankProfile.isKind(e.tag(), uid))
                        .forEach(uids::add);
            }
        }
    }

    /** What stands in the elements of all levels. */
    private record Elements(BlankProfile profile, Set<String> originals, List<String> problems) {

        void check(Attributes attributes) {
            for (Element e : attributes.elements()) {
                String tag = Tag.toString(e.tag());
                int group = Tag.group(e.tag());
                boolean exempt = group == Tag.group(Tag.PixelData) || group == META;
                if (!exempt && profile.of(attributes, e) == BlankProfile.Action.REMOVE) {
                    problems.add(tag + " is still there");
                }
                if (e.items() != null) {
                    e.items().forEach(this::check);
                } else if (e.effectiveVr() == VR.UI) {
                    uids(e.tag(), attributes.strings(e));
                } else {
                    text(e, tag, attributes);
                }
            }
        }

        private void text(Element e, String tag, Attributes attributes) {
            Pattern hashed =
                    profile.of(attributes, e) == BlankProfile.Action.HASH_NAMES
                            ? HASHED_NAME
                            : e.tag() == BlankProfile.PATIENT_ID
                                            || e.tag() == BlankProfile.ACCESSION_NUMBER
                                    ? HASHED_ID
                                    : null;
            boolean ours = e.tag() == Tag.DeidentificationMethod;
            boolean free = e.effectiveVr().isText() && e.effectiveVr() != VR.CS && !ours;
            for (String value : free ? attributes.strings(e) : List.<String>of()) {
                boolean names =
                        hashed == null ? profile.tells(value) : !hashed.matcher(value).matches();
                if (names) {
                    problems.add(tag + " names a person");
                }
            }
        }

        private void uids(int element, List<String> values) {
            String tag = Tag.toString(element);
            for (String uid : values) {
                if (!uid.isEmpty() && !VALID_UID.matcher(uid).matches()) {
                    problems.add(tag + " is no valid UID");
                }
                if (originals.contains(uid) && !BlankProfile.isKind(element, uid)) {
                    problems.add(tag + " is a UID of the original");
                }
            }
        }
    }
}
