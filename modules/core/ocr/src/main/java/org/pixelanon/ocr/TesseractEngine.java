package org.pixelanon.ocr;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;
import org.pixelanon.natives.NativeFolder;

/**
 * One Tesseract engine with English data and the LSTM recogniser, for images of a single line. Its
 * pixels go through a direct buffer, never through files. Not thread-safe; the creator closes it.
 */
final class TesseractEngine implements AutoCloseable {

    private static final int DIRECT_STEP = 1 << 16;
    private static final String LANGUAGE_DATA = "/tessdata/eng.traineddata";

    /** Leptonica's severity at which nothing is reported. */
    private static final int SILENT = 6;

    private final TessBaseAPI handle;
    private ByteBuffer pixels = ByteBuffer.allocateDirect(DIRECT_STEP);
    private boolean closed;

    TesseractEngine(Path cacheFolder) throws OcrException {
        Path data = prepare(cacheFolder);
        try {
            handle = TessAPI1.TessBaseAPICreate();
        } catch (LinkageError e) {
            throw new OcrException("cannot load Tesseract: " + e.getMessage(), e);
        }
        int failed =
                TessAPI1.TessBaseAPIInit2(
                        handle, data.toString(), "eng", TessOcrEngineMode.OEM_LSTM_ONLY);
        if (failed != 0) {
            TessAPI1.TessBaseAPIDelete(handle);
            throw new OcrException("Tesseract cannot start with the data in " + data);
        }
        TessAPI1.TessBaseAPISetVariable(
                handle, "debug_file", Platform.isWindows() ? "NUL" : "/dev/null");
        TessAPI1.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_SINGLE_LINE);
    }

    /**
     * Unpacks missing files and makes JNA search there.
     *
     * @return the folder with the language data
     */
    private static Path prepare(Path cacheFolder) throws OcrException {
        try {
            NativeFolder folder = NativeFolder.in(cacheFolder);
            folder.file(TessAPI1.class, LANGUAGE_DATA, "eng.traineddata");
            if (!Platform.isWindows()) {
                NativeLibrary leptonica = folder.loaded("leptonica");
                folder.library("tesseract");
                // otherwise its messages about odd crops would go to standard error
                Function severity = leptonica.getFunction("setMsgSeverity");
                severity.invokeInt(new Object[] {SILENT});
            }
            return folder.path();
        } catch (IOException e) {
            throw new OcrException("cannot unpack the native libraries: " + e.getMessage(), e);
        } catch (UnsatisfiedLinkError e) {
            throw new OcrException("cannot load the native libraries: " + e.getMessage(), e);
        }
    }

    /** Using a closed engine would crash native code. */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the Tesseract engine is closed");
        }
    }

    /**
     * Reads one line of dark text on light ground.
     *
     * @param dotsPerInch the resolution for Tesseract to assume
     */
    Reading read(GreyImage line, int dotsPerInch) throws OcrException {
        requireOpen();
        byte[] samples = line.samples();
        if (pixels.capacity() < samples.length) {
            pixels = ByteBuffer.allocateDirect(samples.length + DIRECT_STEP);
        }
        pixels.clear();
        pixels.put(samples).flip();
        TessAPI1.TessBaseAPISetImage(handle, pixels, line.width(), line.height(), 1, line.width());
        TessAPI1.TessBaseAPISetSourceResolution(handle, dotsPerInch);
        try {
            if (TessAPI1.TessBaseAPIRecognize(handle, null) != 0) {
                throw new OcrException("Tesseract failed on a line of " + line.width() + " pixels");
            }
            return words();
        } finally {
            TessAPI1.TessBaseAPIClear(handle);
        }
    }

    private Reading words() {
        TessResultIterator words = TessAPI1.TessBaseAPIGetIterator(handle);
        if (words == null) {
            return Reading.NOTHING;
        }
        StringBuilder text = new StringBuilder();
        double weighted = 0;
        int length = 0;
        try {
            do {
                String word = word(words);
                if (!word.isEmpty()) {
                    text.append(text.length() == 0 ? "" : " ").append(word);
                    length += word.length();
                    weighted +=
                            word.length()
                                    * (double)
                                            TessAPI1.TessResultIteratorConfidence(
                                                    words, TessPageIteratorLevel.RIL_WORD);
                }
            } while (TessAPI1.TessResultIteratorNext(words, TessPageIteratorLevel.RIL_WORD) != 0);
        } finally {
            TessAPI1.TessResultIteratorDelete(words);
        }
        if (length == 0) {
            return Reading.NOTHING;
        }
        return new Reading(text.toString(), Math.max(0, Math.min(1, weighted / length / 100)));
    }

    private static String word(TessResultIterator words) {
        Pointer utf8 =
                TessAPI1.TessResultIteratorGetUTF8Text(words, TessPageIteratorLevel.RIL_WORD);
        if (utf8 == null) {
            return "";
        }
        try {
            return utf8.getString(0, StandardCharsets.UTF_8.name()).strip();
        } finally {
            TessAPI1.TessDeleteText(utf8);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            TessAPI1.TessBaseAPIEnd(handle);
            TessAPI1.TessBaseAPIDelete(handle);
        }
    }
}
