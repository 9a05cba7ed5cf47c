package org.pixelanon.sources.remote;

import java.util.zip.Checksum;

/** CRC-64 as in NVM Express, which S3 keeps of objects unless another checksum is asked for. */
final class Crc64Nvme implements Checksum {

    /** The polynomial 0xad93d23594c93659, its bits turned round. */
    private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;

    private static final long[] TABLE = table();

    private long value = -1;

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : c >>> 1 ^ POLYNOMIAL;
            }
            table[i] = c;
        }
        return table;
    }

    @Override
    public void update(int b) {
        value = TABLE[(int) ((value ^ b) & 0xFF)] ^ value >>> 8;
    }

    @Override
    public void update(byte[] block, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            update(block[i]);
        }
    }

    @Override
    public long getValue() {
        return ~value;
    }

    @Override
    public void reset() {
        value = -1;
    }
}
