/**
 * JPEG by discrete cosine transform (ISO 10918-1): samples, and blocks that are edited without
 * loss.
 */
@NullMarked
package org.pixelanon.codec.jpeg;

import org.jspecify.annotations.NullMarked;
