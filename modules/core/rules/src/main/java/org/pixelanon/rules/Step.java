package org.pixelanon.rules;

import org.pixelanon.model.PixelRectangle;

/**
 * What a rule does with a part of the image.
 *
 * @param keep true if the part is kept, false if it is blanked
 * @param area the part
 */
public record Step(boolean keep, Area area) {

    /** A part of an image. */
    public sealed interface Area {}

    /** The whole image. */
    public record Whole() implements Area {}

    /**
     * A rectangle.
     *
     * @param rectangle in pixels of the image
     * @param asSize whether it is written as x,y,width,height (the form of CTP) and not as left,
     *     top, right, bottom, all inclusive
     */
    public record Box(PixelRectangle rectangle, boolean asSize) implements Area {}

    /**
     * The regions stated by the items of a sequence (DICOM PS3.3 C.8.5.5.1).
     *
     * @param field the sequence
     */
    public record From(Field field) implements Area {}
}
