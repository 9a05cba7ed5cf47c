package blackbox.codec;

import java.io.ByteArrayOutputStream;

/**
 * Writes JPEG lossless sample by sample according to ISO 10918-1 annex H, with every variant of
 * codestreams, as a reference for the decoder.
 */
final class LosslessJpegWriter {

    private final int rows;
    private final int columns;
    private final int[][] samples;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    int precision = 8;
    int predictor = 1;
    int shift;
    int restartInterval;
    int sampling = 0x11;
    int process = 0xC3;
    boolean interleaved = true;
    boolean longCodes;
    boolean rowsBehindScan;
    boolean fillBytes;
    byte[] before = new byte[0];
    byte[] extra = new byte[0];
    private int bits;
    private int count;

    /** Samples of each component, row by row. */
    LosslessJpegWriter(int rows, int columns, int[]... samples) {
        this.rows = rows;
        this.columns = columns;
        this.samples = samples;
    }

    byte[] write() {
        out.writeBytes(before);
        marker(0xD8);
        out.writeBytes(extra);
        table(0);
        table(1);
        int n = samples.length;
        marker(process);
        bytes(0, 8 + 3 * n, precision);
        int stated = rowsBehindScan ? 0 : rows;
        bytes(stated >> 8, stated, columns >> 8, columns, n);
        for (int i = 0; i < n; i++) {
            bytes('A' + i, sampling, 0);
        }
        if (restartInterval > 0) {
            marker(0xDD);
            bytes(0, 4, restartInterval >> 8, restartInterval);
        }
        for (int scan = 0; scan < (interleaved ? 1 : n); scan++) {
            scan(interleaved ? 0 : scan, interleaved ? n : 1);
            if (rowsBehindScan && scan == 0) {
                marker(0xDC);
                bytes(0, 4, rows >> 8, rows);
            }
        }
        marker(0xD9);
        return out.toByteArray();
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }

    private void marker(int marker) {
        if (fillBytes) {
            bytes(0xFF, 0xFF);
        }
        bytes(0xFF, marker);
    }

    private void table(int place) {
        marker(0xC4);
        bytes(0, 2 + 17 + 17, place);
        for (int length = 1; length <= 16; length++) {
            int codes = longCodes ? length <= 14 ? 1 : length == 16 ? 3 : 0 : length == 5 ? 17 : 0;
            out.write(codes);
        }
        for (int category = 0; category < 17; category++) {
            out.write(longCodes ? 16 - category : category);
        }
    }

    private void scan(int first, int n) {
        marker(0xDA);
        bytes(0, 6 + 2 * n, n);
        for (int c = first; c < first + n; c++) {
            bytes('A' + c, (c & 1) << 4);
        }
        bytes(predictor, 0, shift);
        int done = 0;
        int intervalStart = 0;
        for (int i = 0; i < rows * columns; i++) {
            if (restartInterval > 0 && done == restartInterval) {
                flush();
                bytes(0xFF, 0xD0 + (i / restartInterval - 1 & 7));
                done = 0;
                intervalStart = i;
            }
            for (int c = first; c < first + n; c++) {
                int difference =
                        (samples[c][i] >> shift) - prediction(samples[c], i, intervalStart);
                difference(difference & 0xFFFF);
            }
            done++;
        }
        flush();
    }

    private int prediction(int[] s, int i, int start) {
        if (i == start) {
            return 1 << precision - shift - 1;
        }
        if (i / columns == start / columns) {
            return s[i - 1] >> shift;
        }
        int up = s[i - columns] >> shift;
        if (i % columns == 0) {
            return up;
        }
        int left = s[i - 1] >> shift;
        int corner = s[i - columns - 1] >> shift;
        return switch (predictor) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> corner;
            case 4 -> left + up - corner;
            case 5 -> left + Math.floorDiv(up - corner, 2);
            case 6 -> up + Math.floorDiv(left - corner, 2);
            default -> (left + up) / 2;
        };
    }

    private void difference(int modulo) {
        int value = modulo > 32768 ? modulo - 65536 : modulo;
        int category = value == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(Math.abs(value));
        if (longCodes) {
            int rank = 16 - category;
            put(rank < 14 ? (1 << rank + 1) - 2 : 0xFFFC + rank - 14, rank < 14 ? rank + 1 : 16);
        } else {
            put(category, 5);
        }
        if (category < 16) {
            put(value < 0 ? value + (1 << category) - 1 : value, category);
        }
    }

    private void put(int value, int length) {
        for (int bit = length - 1; bit >= 0; bit--) {
            bits = bits << 1 | value >> bit & 1;
            if (++count == 8) {
                out.write(bits);
                if (bits == 0xFF) {
                    out.write(0);
                }
                bits = 0;
                count = 0;
            }
        }
    }

    private void flush() {
        while (count > 0) {
            put(1, 1);
        }
    }
}
