package org.pixelanon.dicom;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.dicom.Unprocessed.Kind;

/**
 * Finds what a codestream of JPEG or JPEG-LS (ISO 10918-1 annex B, ISO 14495-1) carries beside its
 * picture: thumbnails, application segments that may hold one, and bytes behind the end of the
 * image.
 */
final class JpegExtras {

    /** An application segment below this size holds no picture in which text could be read. */
    private static final int SMALLEST_PICTURE = 512;

    private static final String PLACE = " in a JPEG frame of Pixel Data";

    private static final int COMMENT = 0xFE;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private final byte[] in;
    private final Map<Kind, Unprocessed> found;

    private JpegExtras(byte[] in, Map<Kind, Unprocessed> found) {
        this.in = in;
        this.found = found;
    }

    /** Looks at every frame; one line for each kind of thing found. */
    static List<Unprocessed> find(EncapsulatedPixels pixels) throws IOException {
        Map<Kind, Unprocessed> found = new EnumMap<>(Kind.class);
        for (int i = 0; i < pixels.framesPresent(); i++) {
            new JpegExtras(pixels.frameBytes(i), found).walk();
        }
        return List.copyOf(found.values());
    }

    private void walk() {
        int at = 0;
        while (at + 1 < in.length && !(at(at) == 0xFF && at(at + 1) == 0xD8)) {
            at++;
        }
        if (at > 1) {
            tell(Kind.BEFORE_CODESTREAM, "bytes before the picture");
        }
        at += 2;
        while (at + 1 < in.length) {
            int marker = at(at + 1);
            if (at(at) != 0xFF || marker == 0xFF || marker < 0x80 || isStandalone(marker)) {
                // filler, entropy-coded bytes (of JPEG-LS, FF and seven bits more), or a restart
                at++;
            } else if (marker == END_OF_IMAGE || at + 3 >= in.length) {
                break;
            } else {
                int length = at(at + 2) << 8 | at(at + 3);
                look(marker, at + 4, Math.min(length - 2, in.length - at - 4));
                at += 2 + (marker == START_OF_SCAN ? Math.max(2, length) : length);
            }
        }
        behind(at + 2);
    }

    private void tell(Kind kind, String what) {
        found.putIfAbsent(kind, Unprocessed.told(kind, what + PLACE));
    }

    private int at(int index) {
        return in[index] & 0xFF;
    }

    private static boolean isStandalone(int marker) {
        return marker >= 0xD0 && marker <= 0xD8;
    }

    private void look(int marker, int at, int length) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        boolean jfif = marker == 0xE0 && length >= 14 && in[at] == 'J' && in[at + 3] == 'F';
        if (jfif && at(at + 12) * at(at + 13) > 0) {
            found.putIfAbsent(
                    Kind.THUMBNAIL, Unprocessed.withholding(Kind.THUMBNAIL, "a thumbnail" + PLACE));
        } else if (application && length >= SMALLEST_PICTURE) {
            tell(Kind.APPLICATION_SEGMENT, "an application segment " + (marker - 0xE0));
        } else if (marker == COMMENT && length >= SMALLEST_PICTURE) {
            tell(Kind.COMMENT, "a long comment");
        }
    }

    private void behind(int end) {
        for (int i = end; i < in.length; i++) {
            if (in[i] != 0 && in[i] != (byte) 0xFF) {
                tell(Kind.BEHIND_CODESTREAM, "bytes behind the picture");
                return;
            }
        }
    }
}
