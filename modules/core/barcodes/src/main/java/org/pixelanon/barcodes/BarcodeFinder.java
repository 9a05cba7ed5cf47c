package org.pixelanon.barcodes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;

/**
 * Finds barcodes and QR codes. Their content is not stored: it often is an id or a name, and cannot
 * be judged from the picture. Not thread-safe.
 */
public final class BarcodeFinder implements TextFinder {

    /** Formats used by hospitals that have a check digit, which prevents false matches. */
    private static final List<BarcodeFormat> BARS =
            List.of(
                    BarcodeFormat.CODE_128,
                    BarcodeFormat.CODE_39,
                    BarcodeFormat.CODE_93,
                    BarcodeFormat.EAN_13,
                    BarcodeFormat.ITF);

    private static final List<BarcodeFormat> ALL =
            List.of(
                    BarcodeFormat.CODE_128,
                    BarcodeFormat.CODE_39,
                    BarcodeFormat.CODE_93,
                    BarcodeFormat.EAN_13,
                    BarcodeFormat.ITF,
                    BarcodeFormat.QR_CODE,
                    BarcodeFormat.PDF_417);

    /** Most codes on one label. */
    private static final int MOST = 32;

    @Override
    public String name() {
        return BarcodeService.NAME;
    }

    @Override
    public FoundText find(List<PlaneImage> views) {
        List<FoundLine> found = new ArrayList<>();
        for (PlaneImage view : views) {
            Greys greys = Greys.of(view);
            for (Greys plane : List.of(greys, greys.negative())) {
                codes(plane, ALL).forEach(box -> found.add(FoundLine.ofCode(box)));
                codes(plane.turned(), BARS)
                        .forEach(box -> found.add(FoundLine.ofCode(Greys.back(box))));
            }
        }
        return new FoundText(found, null);
    }

    /** Finds one code after the other, erasing each before the next search. */
    private static List<PixelRectangle> codes(Greys plane, List<BarcodeFormat> formats) {
        Map<DecodeHintType, Object> hints =
                Map.of(DecodeHintType.POSSIBLE_FORMATS, formats, DecodeHintType.TRY_HARDER, true);
        List<PixelRectangle> found = new ArrayList<>();
        Greys left = plane;
        while (found.size() < MOST) {
            Optional<CodePlace> place = code(left, hints);
            if (place.isEmpty()) {
                return found;
            }
            place.get().code().ifPresent(found::add);
            left = left.without(place.get().seen());
        }
        return found;
    }

    private static Optional<CodePlace> code(Greys plane, Map<DecodeHintType, Object> hints) {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(plane.source()));
        try {
            return Optional.of(CodePlace.of(new MultiFormatReader().decode(bitmap, hints), plane));
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // holds only memory
    }
}
