/**
 * JPEG 2000 (ISO 15444-1) and its high-throughput form (15444-15) by OpenJPEG, after checks of what
 * a codestream costs and lacks.
 */
@NullMarked
package org.pixelanon.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
