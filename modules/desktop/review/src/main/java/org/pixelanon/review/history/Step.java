package org.pixelanon.review.history;

import org.pixelanon.review.item.ReviewEdit;

/**
 * An edit under the name that menus show.
 *
 * @param name what the person did
 * @param edit the edit
 */
public record Step(String name, ReviewEdit edit) {}
