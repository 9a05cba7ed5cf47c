package org.pixelanon.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;

/**
 * A precinct of one resolution of a tile component, with the state needed to read the headers of
 * its packets (ISO 15444-1 annex B.10). Not thread-safe.
 */
final class Precinct {

    /** More zero bit planes than a sample of 38 bits with guard bits can have. */
    private static final int MOST_ZERO_PLANES = 75;

    private final TileResolution resolution;
    private final int index;
    private final long x;
    private final long y;
    private int nextLayer;
    private @Nullable List<CodeBlocks> bands;

    /**
     * Creates a precinct before its first packet.
     *
     * @param index among those of its resolution, row by row
     * @param x column of the reference grid at which a progression by position reaches it
     * @param y row at which it does
     */
    Precinct(TileResolution resolution, int index, long x, long y) {
        this.resolution = resolution;
        this.index = index;
        this.x = x;
        this.y = y;
    }

    int component() {
        return resolution.component();
    }

    int resolution() {
        return resolution.index();
    }

    int index() {
        return index;
    }

    long x() {
        return x;
    }

    long y() {
        return y;
    }

    /** The layer of the next packet. */
    int nextLayer() {
        return nextLayer;
    }

    /**
     * Reads the header of the next packet.
     *
     * @return the bytes that follow it
     * @throws CodecException if it is damaged or incomplete
     */
    long readHeader(PacketBits bits) throws CodecException {
        int layer = nextLayer++;
        long bytes = 0;
        if (bits.bit() == 1) {
            List<CodeBlocks> known = bands;
            if (known == null) {
                known = new ArrayList<>();
                for (TileGrid.Area blocks : resolution.blocks(index)) {
                    known.add(new CodeBlocks(blocks, resolution.modes()));
                }
                bands = known;
            }
            for (CodeBlocks band : known) {
                bytes += band.read(bits, layer);
            }
        }
        bits.align();
        return bytes;
    }

    /** The code-blocks of one band. */
    private static final class CodeBlocks {

        private static final int BYPASS = 1;
        private static final int TERMINATE_ALL = 4;
        private static final int HIGH_THROUGHPUT = 0x40;

        /** Number of passes before the first one that bypasses the arithmetic coder. */
        private static final int BEFORE_BYPASS = 10;

        private final int modes;
        private final TagTree inclusion;
        private final TagTree zeroPlanes;
        private final int[] lengthBits;
        private final int[] segments;
        private final int[] passesInSegment;

        CodeBlocks(TileGrid.Area blocks, int modes) {
            int width = (int) (blocks.right() - blocks.left());
            int height = (int) (blocks.bottom() - blocks.top());
            this.modes = modes;
            inclusion = new TagTree(width, height);
            zeroPlanes = new TagTree(width, height);
            lengthBits = new int[width * height];
            segments = new int[width * height];
            passesInSegment = new int[width * height];
        }

        long read(PacketBits bits, int layer) throws CodecException {
            long bytes = 0;
            for (int block = 0; block < lengthBits.length; block++) {
                boolean first = lengthBits[block] == 0;
                boolean included =
                        first ? inclusion.isBelow(block, layer + 1, bits) : bits.bit() == 1;
                if (included) {
                    if (first) {
                        readZeroPlanes(bits, block);
                        lengthBits[block] = 3;
                    }
                    bytes += readLengths(bits, block);
                }
            }
            return bytes;
        }

        private void readZeroPlanes(PacketBits bits, int block) throws CodecException {
            int planes = 1;
            while (!zeroPlanes.isBelow(block, planes, bits)) {
                if (++planes > MOST_ZERO_PLANES) {
                    throw new CodecException("JPEG 2000 frame has a damaged packet header");
                }
            }
        }

        private long readLengths(PacketBits bits, int block) throws CodecException {
            int passes = passes(bits);
            while (bits.bit() == 1) {
                lengthBits[block]++;
            }
            long bytes = 0;
            while (passes > 0) {
                int room = most(segments[block]) - passesInSegment[block];
                if (room <= 0) {
                    segments[block]++;
                    passesInSegment[block] = 0;
                    room = most(segments[block]);
                }
                int now = Math.min(room, passes);
                int count =
                        lengthBits[block] + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(now);
                if (count > Integer.SIZE) {
                    throw new CodecException("JPEG 2000 frame has a damaged packet header");
                }
                bytes += bits.bits(count);
                passesInSegment[block] += now;
                passes -= now;
            }
            return bytes;
        }

        /** Number of passes in a segment with one length. */
        private int most(int segment) {
            if ((modes & HIGH_THROUGHPUT) != 0) {
                return segment == 0 ? 1 : Integer.MAX_VALUE;
            }
            if ((modes & TERMINATE_ALL) != 0) {
                return 1;
            }
            if ((modes & BYPASS) == 0) {
                return Integer.MAX_VALUE;
            }
            return segment == 0 ? BEFORE_BYPASS : 1 + segment % 2;
        }

        /** Number of new coding passes (table B.4). */
        private static int passes(PacketBits bits) throws CodecException {
            if (bits.bit() == 0) {
                return 1;
            }
            if (bits.bit() == 0) {
                return 2;
            }
            int more = (int) bits.bits(2);
            if (more < 3) {
                return 3 + more;
            }
            more = (int) bits.bits(5);
            return more < 31 ? 6 + more : 37 + (int) bits.bits(7);
        }
    }
}
