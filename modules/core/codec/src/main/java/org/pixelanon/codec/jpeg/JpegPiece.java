package org.pixelanon.codec.jpeg;

import java.util.List;

/** A piece of a DCT codestream after its start-of-image marker, in the order of the codestream. */
sealed interface JpegPiece {

    /**
     * A marker segment that is written as it was read.
     *
     * @param bytes the segment with its marker
     */
    record Segment(byte[] bytes) implements JpegPiece {}

    /**
     * A DHT segment.
     *
     * @param tables the tables it defines
     */
    record Tables(List<HuffmanTable> tables) implements JpegPiece {}

    /**
     * A scan header with the bits after it.
     *
     * @param scan the scan
     */
    record Coded(JpegScan scan) implements JpegPiece {}
}
