/** JPEG lossless (ISO 10918-1 annex H). */
@NullMarked
package org.pixelanon.codec.jpeglossless;

import org.jspecify.annotations.NullMarked;
