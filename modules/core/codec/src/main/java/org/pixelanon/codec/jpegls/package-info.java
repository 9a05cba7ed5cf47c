/** JPEG-LS (ISO 14495-1). */
@NullMarked
package org.pixelanon.codec.jpegls;

import org.jspecify.annotations.NullMarked;
