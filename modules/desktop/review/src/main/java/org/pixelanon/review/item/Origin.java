package org.pixelanon.review.item;

import org.pixelanon.model.PixelRectangle;

/**
 * Another suggestion for the same thing as an item.
 *
 * @param layer where it comes from
 * @param rectangle the rectangle it would blank, on the planes of the item
 * @param reason why, without patient text
 */
public record Origin(Layer layer, PixelRectangle rectangle, String reason) {}
