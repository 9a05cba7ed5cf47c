/**
 * Writes redacted copies: which pixels a plan means, how they become black in each syntax, and what
 * the copy says of itself (DICOM PS3.15 E.3.1).
 */
@NullMarked
package org.pixelanon.dicom.redact;

import org.jspecify.annotations.NullMarked;
