package org.pixelanon.dicom.unprocessed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.PictureSignature;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomParser;
import org.pixelanon.dicom.data.FormatSniffer;
import org.pixelanon.dicom.data.HeaderBytes;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PictureLook;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;

/** Examines the bytes after the data set, and after its deflated bytes if it is deflated. */
final class BehindDataSet {

    private static final int BLOCK = 1 << 20;

    /** Bytes of a mark and what must follow it. */
    private static final int MARK = 6;

    private final ByteSource source;
    private final PictureLook look;

    private BehindDataSet(ByteSource source, @Nullable ImageDescription image) {
        this.source = source;
        this.look = new PictureLook(source, image);
    }

    static List<Unprocessed> find(DicomParser.Parsed parsed, @Nullable ImageDescription image)
            throws IOException {
        List<Unprocessed> out = new ArrayList<>();
        if (parsed.trailing() > 0) {
            BehindDataSet behind = new BehindDataSet(parsed.source(), image);
            out.add(behind.look(parsed.dataSet().end(), parsed.trailing(), "the data set"));
        }
        ByteSource whole = parsed.fileSource();
        if (parsed.syntax().deflated()) {
            long length = whole.size() - parsed.dataSetEnd();
            if (length > 1 && !whole.isZero(parsed.dataSetEnd(), length)) {
                BehindDataSet behind = new BehindDataSet(whole, image);
                out.add(behind.look(parsed.dataSetEnd(), length, "the deflated data set"));
            }
        }
        return out;
    }

    private Unprocessed look(long from, long length, String where) throws IOException {
        if (isPart10(from, length) || isDataSet(from, length)) {
            String what = "a second data set after " + where;
            return Unprocessed.withholding(Kind.APPENDED_STREAM, what);
        }
        String what = length + " bytes after " + where;
        return new Unprocessed(Kind.BEHIND_DATA_SET, what, look.isPicture(from, length));
    }

    private boolean isPart10(long from, long length) throws IOException {
        for (long at = 0; at < length; at += BLOCK) {
            byte[] block = source.read(from + at, (int) Math.min(BLOCK + MARK, length - at));
            if (PictureSignature.findDicom(block, 0, block.length) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a data set without preamble begins at the first byte that is not zero. */
    private boolean isDataSet(long from, long length) throws IOException {
        long at = from;
        byte[] one = new byte[1];
        while (at < from + length && one[0] == 0) {
            source.read(at++, one, 0, 1);
        }
        long first = at - 1;
        FormatSniffer sniffer = new FormatSniffer(new HeaderBytes(source));
        // a big endian group begins with a zero byte
        return sniffer.sniff(first).isPresent()
                || first > from && sniffer.sniff(first - 1).isPresent();
    }
}
