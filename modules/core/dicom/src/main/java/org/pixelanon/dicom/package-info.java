/**
 * The byte-preserving DICOM core: where every element, frame and overlay plane of a file lies, what
 * they hold, and how they look. Reading never changes a byte and copies no values it is not asked
 * for.
 */
@NullMarked
package org.pixelanon.dicom;

import org.jspecify.annotations.NullMarked;
