/**
 * Proves a redacted copy against its original. Uses nothing that writes copies, and its own pixel
 * access; {@code docs/verification.md} lists what is shared.
 */
@NullMarked
package org.pixelanon.dicom.verify;

import org.jspecify.annotations.NullMarked;
