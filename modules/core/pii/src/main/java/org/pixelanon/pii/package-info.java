/**
 * Is this text sensitive? The file's own tags, patterns, the user's lists and a small list of our
 * own, each with its reason.
 */
@NullMarked
package org.pixelanon.pii;

import org.jspecify.annotations.NullMarked;
