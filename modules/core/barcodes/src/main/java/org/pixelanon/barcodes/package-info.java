/** Barcodes and QR codes in pixels. */
@NullMarked
package org.pixelanon.barcodes;

import org.jspecify.annotations.NullMarked;
