/**
 * Decides whether a text is sensitive: by the file's own tags, patterns, the user's lists and our
 * own knowledge, each with its reason.
 */
@NullMarked
package org.pixelanon.pii;

import org.jspecify.annotations.NullMarked;
