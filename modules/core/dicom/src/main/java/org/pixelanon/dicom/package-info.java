/**
 * The byte-preserving DICOM core. {@link org.pixelanon.dicom.DicomFile} is an open file: where
 * every element, frame and overlay plane of it lies, what they hold, and how they look. Reading
 * never changes a byte, copies no values it is not asked for, and knows nothing of redacting.
 */
@NullMarked
package org.pixelanon.dicom;

import org.jspecify.annotations.NullMarked;
