/**
 * Proves a redacted copy against its original. Uses nothing that writes copies, and no pixel access
 * but its own; what is shared stands in {@code docs/verification.md}.
 */
@NullMarked
package org.pixelanon.dicom.verify;

import org.jspecify.annotations.NullMarked;
