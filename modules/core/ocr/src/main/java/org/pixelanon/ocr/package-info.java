/**
 * Finds lines of text in rendered planes and reads them with Tesseract. {@link
 * org.pixelanon.ocr.LineDetector} finds, {@link org.pixelanon.ocr.TesseractRecognizer} finds and
 * reads. Only the detector decides whether something is text; reading only determines which text.
 */
@NullMarked
package org.pixelanon.ocr;

import org.jspecify.annotations.NullMarked;
