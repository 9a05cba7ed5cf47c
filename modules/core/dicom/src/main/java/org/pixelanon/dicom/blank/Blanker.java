package org.pixelanon.dicom.blank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.redact.CopyOutput;
import org.pixelanon.dicom.redact.DeidentificationUid;
import org.pixelanon.dicom.redact.ElementWriter;

/**
 * Writes blank copies: the shape of the original, every frame and overlay blank, UIDs and names
 * hashed, identifying elements removed. Pixels are not decoded, so any transfer syntax is
 * supported. Stateless; thread-safe.
 */
public final class Blanker {

    private static final ElementWriter LITTLE = new ElementWriter(true, false);

    /** What a blank copy says about itself. */
    static final String METHOD = "PixelAnon: blank pixels, hashed UIDs and names";

    private static final Pattern UID_OF_FILE = Pattern.compile("[0-9]+(\\.[0-9]+){3,}");

    /**
     * Writes a blank copy.
     *
     * @param source the original, open
     * @param salt a secret that goes into hashes: the same salt gives the same UIDs and names
     * @param part where to write; replaced if it exists, and left behind incomplete on failure
     * @throws DicomException if the original is not complete, or contains neither image nor overlay
     * @throws IOException if reading or writing fails
     */
    public void write(DicomFile source, String salt, Path part) throws IOException {
        if (source.isTruncated()) {
            throw new DicomException(source.path(), "is not complete");
        }
        if (source.planes().isEmpty()) {
            throw new DicomException(source.path(), "contains neither image nor overlay");
        }
        if (Files.exists(part) && Files.isSameFile(source.path(), part)) {
            throw new DicomException(source.path(), "would overwrite itself");
        }
        BlankElements elements = new BlankElements(new BlankProfile(source.identity()), salt);
        Optional<ImageDescription> description = source.image();
        Optional<BlankImage> image =
                description.isPresent()
                        ? Optional.of(BlankImage.of(source, description.get()))
                        : Optional.empty();
        SortedMap<Integer, byte[]> dataSet = new TreeMap<>(Integer::compareUnsigned);
        dataSet.putAll(elements.dataSet(source.attributes()));
        image.ifPresent(i -> describe(i, dataSet));
        says(dataSet);
        String syntax = image.map(BlankImage::transferSyntax).orElse(UID.ExplicitVRLittleEndian);
        try (CopyOutput out = new CopyOutput(part)) {
            out.bytes(elements.meta(source, syntax));
            for (Map.Entry<Integer, byte[]> element : dataSet.entrySet()) {
                out.bytes(element.getValue());
            }
            if (image.isPresent()) {
                image.get().write(out);
            }
            out.finish();
        }
    }

    private static void describe(BlankImage image, SortedMap<Integer, byte[]> dataSet) {
        if (image.original().samplesPerPixel() == 3) {
            String meaning = image.photometric().name();
            dataSet.put(
                    Tag.PhotometricInterpretation,
                    LITTLE.text(Tag.PhotometricInterpretation, VR.CS, meaning));
            dataSet.put(
                    Tag.PlanarConfiguration,
                    LITTLE.element(Tag.PlanarConfiguration, VR.US, new byte[2]));
        }
    }

    private static void says(SortedMap<Integer, byte[]> dataSet) {
        dataSet.put(
                Tag.DeidentificationMethod, LITTLE.text(Tag.DeidentificationMethod, VR.LO, METHOD));
    }

    /**
     * A path in which the UIDs of a file stand as they do in its blank copy: names of folders and
     * files that are the UID of a study, series or instance, with or without an ending.
     *
     * @param below a path below some folder
     * @param source the file, open
     * @param salt as for {@link #write}
     * @return the path with those names replaced
     */
    public static Path renamed(Path below, DicomFile source, String salt) {
        Path out = below.getFileSystem().getPath("");
        for (Path name : below) {
            String text = name.toString();
            for (int tag :
                    new int[] {Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
                String uid = source.attributes().getString(tag).orElse("");
                boolean is =
                        UID_OF_FILE.matcher(uid).matches()
                                && (text.equals(uid)
                                        || text.startsWith(uid + ".") && !digits(text, uid));
                if (is) {
                    text = DeidentificationUid.hash(uid, salt) + text.substring(uid.length());
                    break;
                }
            }
            out = out.resolve(text);
        }
        return out;
    }

    /** Whether behind a UID and a dot more of a longer UID follows. */
    private static boolean digits(String text, String uid) {
        return Character.isDigit(text.charAt(Math.min(text.length() - 1, uid.length() + 1)));
    }
}
