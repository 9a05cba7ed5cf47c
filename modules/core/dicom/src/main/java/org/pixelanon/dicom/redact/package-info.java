/**
 * Writes redacted copies: which pixels a plan covers, how they become black in each syntax, and
 * what the copy declares (DICOM PS3.15 E.3.1).
 */
@NullMarked
package org.pixelanon.dicom.redact;

import org.jspecify.annotations.NullMarked;
