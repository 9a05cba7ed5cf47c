package org.pixelanon.review.item;

import org.pixelanon.model.PixelRectangle;

/**
 * Another suggestion for what an item is about.
 *
 * @param layer where it comes from
 * @param rectangle where it would be blanked, on the planes of the item
 * @param reason why, without patient text
 */
public record Origin(Layer layer, PixelRectangle rectangle, String reason) {}
