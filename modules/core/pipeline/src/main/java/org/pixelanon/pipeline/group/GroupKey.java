package org.pixelanon.pipeline.group;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.pipeline.format.DeviceTags;

/**
 * What files have in common that can be reviewed through one picture: the device, which makes text
 * stand at the same places, and the size and layout of the pixels, which makes the places the same
 * pixels. Immutable.
 *
 * @param modality Modality (0008,0060)
 * @param model model of the machine, or {@code NoModel}
 * @param imageType Image Type (0008,0008) as a JSON list
 * @param rows height in pixels, at least 1
 * @param columns width in pixels, at least 1
 * @param colour whether frames are coloured
 * @param multiFrame whether there is more than one frame
 * @param overlays the first plane of each overlay, with its size and place
 */
public record GroupKey(
        String modality,
        String model,
        String imageType,
        int rows,
        int columns,
        boolean colour,
        boolean multiFrame,
        List<PlaneGeometry> overlays) {

    /** Copies the list. */
    public GroupKey {
        overlays = List.copyOf(overlays);
    }

    /**
     * The group a file belongs to; its pixels are not decoded.
     *
     * @param file the file
     * @return empty if it has no frames, and therefore no picture
     * @throws IOException if the description of its pixels is absent or impossible
     */
    public static Optional<GroupKey> of(DicomFile file) throws IOException {
        Optional<ImageDescription> image = file.image();
        if (image.isEmpty()) {
            return Optional.empty();
        }
        ImageDescription shape = image.get();
        DeviceTags device = DeviceTags.of(file.attributes());
        boolean colour =
                shape.samplesPerPixel() > 1
                        || shape.photometric() == PhotometricInterpretation.PALETTE_COLOR;
        List<PlaneGeometry> overlays =
                file.planes().stream()
                        .filter(p -> p.plane() instanceof OverlayPlane && p.plane().index() == 0)
                        .toList();
        return Optional.of(
                new GroupKey(
                        device.modality(),
                        device.model(),
                        device.imageType(),
                        shape.rows(),
                        shape.columns(),
                        colour,
                        shape.frames() > 1,
                        overlays));
    }
}
