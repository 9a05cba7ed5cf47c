/**
 * The byte-preserving DICOM core. {@link org.pixelanon.dicom.DicomFile} is an open file: where its
 * elements, frames and overlay planes are, what they hold, and how they look. Reading never changes
 * a byte, copies only requested values, and knows nothing about redacting.
 */
@NullMarked
package org.pixelanon.dicom;

import org.jspecify.annotations.NullMarked;
