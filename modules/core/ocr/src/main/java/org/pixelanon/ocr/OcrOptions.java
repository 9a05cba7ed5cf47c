package org.pixelanon.ocr;

import java.nio.file.Path;

/**
 * Options of a {@link TesseractRecognizer}.
 *
 * @param cacheFolder the folder for unpacked native libraries and language data, with a subfolder
 *     per version; created if absent, shared by any number of processes and never cleaned up
 * @param reuse true to search only what changed since the previous plane and to read equal crops
 *     once; false to process every plane completely (slow, with the same results)
 */
public record OcrOptions(Path cacheFolder, boolean reuse) {

    /**
     * The default options.
     *
     * @param cacheFolder the folder for unpacked native libraries and language data
     * @return options with reuse
     */
    public static OcrOptions in(Path cacheFolder) {
        return new OcrOptions(cacheFolder, true);
    }
}
