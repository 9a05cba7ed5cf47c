package org.pixelanon.codec.jpeg2000;

import java.util.List;
import org.pixelanon.codec.base.CodecException;

/**
 * The memory that OpenJPEG allocates besides samples while it decodes: records of tiles, precincts
 * and code-blocks, whether or not anything is coded in them. Measured with OpenJPEG 2.5.4 and
 * rounded up. Not thread-safe.
 */
final class DecodingCost {

    /** Bytes allowed for any codestream. */
    private static final double ALWAYS_GRANTED = 96 << 20;

    /** Bytes allowed per byte of longer codestreams. */
    private static final double PER_BYTE = 32;

    private static final double TILE = 11_000;
    private static final double TILE_COMPONENT = 2_500;
    private static final double PRECINCT = 400;
    private static final double BLOCK = 800;

    /** The record of each packet: one for each precinct, resolution and layer. */
    private static final double PACKET = 2;

    private final double granted;
    private final double ofTiles;

    /**
     * The cost of tiles.
     *
     * @param tiles number of tiles
     * @param components number of components
     * @param length bytes of the codestream
     * @throws CodecException if it is too much
     */
    DecodingCost(int tiles, int components, int length) throws CodecException {
        granted = Math.max(ALWAYS_GRANTED, PER_BYTE * length);
        ofTiles = tiles * (TILE + TILE_COMPONENT * components);
        require(ofTiles, "tiles");
    }

    /**
     * Adds the cost of a tile; one tile is decoded at a time.
     *
     * @param resolutions the resolutions of all components
     * @param layers number of layers
     * @param bytes of its packets, each of which has at least one
     * @throws CodecException if it is too much, or there cannot be that many packets
     */
    void add(List<TileResolution> resolutions, int layers, long bytes) throws CodecException {
        double precincts = 0;
        double bands = 0;
        double most = 0;
        double blocks = 0;
        for (TileResolution resolution : resolutions) {
            double count = resolution.precincts();
            precincts += count;
            bands += count * resolution.bands();
            most = Math.max(most, count);
            blocks += resolution.blocks();
        }
        if (precincts * layers > bytes) {
            throw new CodecException(
                    "JPEG 2000 frame is incomplete: packets of a tile are missing");
        }
        require(ofTiles + PRECINCT * bands, "precincts");
        require(ofTiles + PRECINCT * bands + BLOCK * blocks, "code-blocks");
        require(PACKET * most * resolutions.size() * (layers + 1.0), "layers");
    }

    private void require(double bytes, String what) throws CodecException {
        if (bytes > granted) {
            throw new CodecException("JPEG 2000 frame would take too much memory for its " + what);
        }
    }
}
