/**
 * Finds lines of text in rendered planes and reads them with Tesseract. {@link
 * org.pixelanon.ocr.LineDetector} finds, {@link org.pixelanon.ocr.TesseractRecognizer} finds and
 * reads. Whether something is text is decided by the detector alone; reading only says which text.
 */
@NullMarked
package org.pixelanon.ocr;

import org.jspecify.annotations.NullMarked;
