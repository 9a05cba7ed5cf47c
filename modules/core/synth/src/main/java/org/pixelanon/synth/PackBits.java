package org.pixelanon.synth;

import java.io.ByteArrayOutputStream;

/**
 * Encodes one frame as DICOM PS3.5 annex G requires: most significant bytes first, planar, row by
 * row.
 */
final class PackBits {
    private static final int HEADER = 64;
    private static final int LONGEST = 128;

    private PackBits() {}

    /**
     * Encodes a frame.
     *
     * @param frame samples pixel by pixel, little endian
     * @param columns pixels in a row
     * @param channels samples in a pixel
     * @param width bytes in a sample
     */
    static byte[] encode(byte[] frame, int columns, int channels, int width) {
        int segments = channels * width;
        ByteArrayOutputStream body = new ByteArrayOutputStream(frame.length / 2 + HEADER);
        ByteArrayOutputStream head = new ByteArrayOutputStream(HEADER);
        Encoding.META.u32(head, segments);
        byte[] row = new byte[columns];
        int rows = frame.length / (columns * segments);
        for (int channel = 0; channel < channels; channel++) {
            for (int plane = width - 1; plane >= 0; plane--) {
                Encoding.META.u32(head, HEADER + body.size());
                int from = channel * width + plane;
                for (int y = 0; y < rows; y++) {
                    for (int x = 0; x < columns; x++) {
                        row[x] = frame[(y * columns + x) * segments + from];
                    }
                    packRow(row, body);
                }
                if ((body.size() & 1) == 1) {
                    body.write(0);
                }
            }
        }
        head.writeBytes(new byte[HEADER - head.size()]);
        head.writeBytes(body.toByteArray());
        return head.toByteArray();
    }

    private static void packRow(byte[] row, ByteArrayOutputStream out) {
        int at = 0;
        while (at < row.length) {
            int run = runAt(row, at);
            if (run >= 2) {
                out.write(257 - run);
                out.write(row[at]);
                at += run;
                continue;
            }
            int end = at + 1;
            while (end < row.length && end - at < LONGEST && runAt(row, end) < 3) {
                end++;
            }
            out.write(end - at - 1);
            out.write(row, at, end - at);
            at = end;
        }
    }

    private static int runAt(byte[] row, int at) {
        int end = at + 1;
        while (end < row.length && end - at < LONGEST && row[end] == row[at]) {
            end++;
        }
        return end - at;
    }
}
