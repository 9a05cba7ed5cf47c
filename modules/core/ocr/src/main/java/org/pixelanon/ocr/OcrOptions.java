package org.pixelanon.ocr;

import java.nio.file.Path;

/**
 * How a {@link TesseractRecognizer} works.
 *
 * @param cacheFolder where native libraries and language data are unpacked to, a folder per
 *     version; created if absent, shared by any number of processes and never cleaned up
 * @param reuse true to search only what changed since the plane before and to read equal crops
 *     once; false to do everything for every plane (slow; the answers are the same)
 */
public record OcrOptions(Path cacheFolder, boolean reuse) {

    /**
     * The usual options.
     *
     * @param cacheFolder where native libraries and language data are unpacked to
     * @return options with reuse
     */
    public static OcrOptions in(Path cacheFolder) {
        return new OcrOptions(cacheFolder, true);
    }
}
