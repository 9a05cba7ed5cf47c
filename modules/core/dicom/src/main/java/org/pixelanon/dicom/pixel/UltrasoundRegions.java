package org.pixelanon.dicom.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.PixelRectangle;

/**
 * The parts of an ultrasound image that show ultrasound according to the file (DICOM PS3.3
 * C.8.5.5.1): unstated, usable or unusable.
 */
public sealed interface UltrasoundRegions {

    /**
     * Reads the Sequence of Ultrasound Regions (0018,6011).
     *
     * @param attributes a data set
     * @return what it says, judged by its Rows and Columns
     */
    static UltrasoundRegions of(Attributes attributes) {
        if (!attributes.contains(Tag.SequenceOfUltrasoundRegions)) {
            return new Absent();
        }
        return of(
                attributes.getSequence(Tag.SequenceOfUltrasoundRegions),
                "Sequence of Ultrasound Regions " + Tag.toString(Tag.SequenceOfUltrasoundRegions),
                attributes.getInt(Tag.Columns, 0),
                attributes.getInt(Tag.Rows, 0));
    }

    /**
     * Judges the items of a sequence of regions that is there.
     *
     * @param items its items
     * @param element what the sequence is called in messages
     * @param width columns of the image
     * @param height rows of the image
     * @return never {@link Absent}
     */
    static UltrasoundRegions of(List<Attributes> items, String element, int width, int height) {
        if (width < 1 || height < 1) {
            return new Unusable(element + ": the image has no size");
        }
        if (items.isEmpty()) {
            return new Unusable(element + " is empty");
        }
        List<PixelRectangle> stated = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            RegionLocation location = RegionLocation.of(items.get(i));
            Optional<String> fault = location.fault(width, height);
            if (fault.isPresent()) {
                return new Unusable(element + " item " + (i + 1) + ": " + fault.get());
            }
            stated.add(location.rectangle());
        }
        Usable regions = new Usable(element, width, height, stated);
        boolean lines =
                stated.stream()
                        .allMatch(
                                r -> r.width() == 1 && width > 1 || r.height() == 1 && height > 1);
        if (lines) {
            return new Unusable(element + " has no region with an area");
        }
        boolean beyond =
                stated.stream().anyMatch(r -> r.right() > width + 1 || r.bottom() > height + 1);
        return beyond && regions.complement().isEmpty()
                ? new Unusable(element + " extends beyond the image")
                : regions;
    }

    /** The file says nothing. */
    record Absent() implements UltrasoundRegions {}

    /**
     * Something is there that says no region, so that nobody knows what is outside.
     *
     * @param reason names the element, without values
     */
    record Unusable(String reason) implements UltrasoundRegions {}

    /**
     * Regions. Corner pixels of a region belong to it.
     *
     * @param element what the sequence is called in messages
     * @param width columns of the image
     * @param height rows of the image
     * @param stated at least one, as the file states them; each has a pixel of the image
     */
    record Usable(String element, int width, int height, List<PixelRectangle> stated)
            implements UltrasoundRegions {

        /** Copies the list. */
        public Usable {
            stated = List.copyOf(stated);
        }

        /**
         * The regions within the image.
         *
         * @return as many as are stated, in order
         */
        public List<PixelRectangle> regions() {
            return stated.stream().flatMap(r -> r.clip(width, height).stream()).toList();
        }

        /**
         * What of the regions was left out.
         *
         * @return one line for each that reaches beyond the image
         */
        public List<String> notes() {
            List<String> notes = new ArrayList<>();
            for (int i = 0; i < stated.size(); i++) {
                if (stated.get(i).right() > width || stated.get(i).bottom() > height) {
                    notes.add(element + " item " + (i + 1) + " is clipped to the image");
                }
            }
            return notes;
        }

        /**
         * Everything outside the regions.
         *
         * @return rectangles that share no pixel with each other nor with a region and together
         *     with the regions cover the image
         */
        public List<PixelRectangle> complement() {
            return RegionComplement.of(width, height, regions());
        }
    }
}
