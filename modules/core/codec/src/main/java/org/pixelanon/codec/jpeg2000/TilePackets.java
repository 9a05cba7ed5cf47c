package org.pixelanon.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;

/** The packets of one tile: where they are, and whether they are all there. Not thread-safe. */
final class TilePackets {

    private static final int START_OF_PACKET = 0xFF91;
    private static final int START_SEGMENT = 6;
    private static final int END_OF_HEADER = 0xFF92;

    private final List<Integer> edges = new ArrayList<>();
    private CodingStyle style;
    private boolean own;
    private int statedParts;
    private @Nullable ByteArrayOutputStream headers;

    /**
     * Creates a tile without parts.
     *
     * @param style that of the main header
     */
    TilePackets(CodingStyle style) {
        this.style = style;
    }

    /** The coding style, to be changed for this tile only. */
    CodingStyle ownStyle() {
        if (!own) {
            style = style.copy();
            own = true;
        }
        return style;
    }

    /** Number of tile-parts present. */
    int parts() {
        return edges.size() / 2;
    }

    /** Number of tile-parts stated in headers, 0 if none states it. */
    int statedParts() {
        return statedParts;
    }

    /**
     * Adds a tile-part.
     *
     * @param from the first byte of its packets
     * @param end the byte after them
     * @param stated the stated number of tile-parts, or 0
     */
    void addPart(int from, int end, int stated) {
        edges.add(from);
        edges.add(end);
        statedParts = Math.max(statedParts, stated);
    }

    /** Adds packed headers, which are stored apart from their packets. */
    void addHeaders(byte[] packed) {
        if (headers == null) {
            headers = new ByteArrayOutputStream();
        }
        headers.writeBytes(packed);
    }

    /**
     * Iterates over all packets.
     *
     * @param in the codestream
     * @param area the tile
     * @param cost adds up the cost of decoding
     * @throws CodecException if packets are missing or too expensive
     */
    void requireComplete(byte[] in, TileGrid.Area area, DecodingCost cost) throws CodecException {
        PacketBits data = data(in);
        ByteArrayOutputStream packed = headers;
        PacketBits heads =
                packed == null ? data : new PacketBits(packed.toByteArray(), 0, packed.size());
        List<TileResolution> resolutions = resolutions(area);
        long most = data.remaining() + (heads == data ? 0L : heads.remaining());
        cost.add(resolutions, style.layers(), most);
        List<Precinct> precincts = new ArrayList<>();
        for (TileResolution resolution : resolutions) {
            resolution.forEachPrecinct(
                    (index, x, y) -> precincts.add(new Precinct(resolution, index, x, y)));
        }
        for (CodingStyle.Progression stretch : style.progressions()) {
            PacketOrder.forEach(
                    stretch, style.layers(), precincts, p -> readPacket(p, heads, data));
        }
        for (Precinct precinct : precincts) {
            if (precinct.nextLayer() < style.layers()) {
                throw new CodecException("JPEG 2000 frame is incomplete: some packets are missing");
            }
        }
    }

    private List<TileResolution> resolutions(TileGrid.Area area) {
        List<TileResolution> out = new ArrayList<>();
        for (int component = 0; component < style.components(); component++) {
            CodingStyle.Component coded = style.component(component);
            for (int r = 0; r <= coded.levels(); r++) {
                out.add(new TileResolution(area, component, r, coded));
            }
        }
        return out;
    }

    /** The concatenated packets of all tile-parts. */
    private PacketBits data(byte[] in) {
        if (edges.size() == 2) {
            return new PacketBits(in, edges.get(0), edges.get(1));
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = 0; i < edges.size(); i += 2) {
            joined.write(in, edges.get(i), edges.get(i + 1) - edges.get(i));
        }
        return new PacketBits(joined.toByteArray(), 0, joined.size());
    }

    private void readPacket(Precinct precinct, PacketBits heads, PacketBits data)
            throws CodecException {
        // the style allows these markers but does not require them (A.8.1)
        if (style.startMarkers() && data.isMarker(START_OF_PACKET)) {
            data.skip(START_SEGMENT);
        }
        long bytes = precinct.readHeader(heads);
        if (style.endMarkers() && heads.isMarker(END_OF_HEADER)) {
            heads.skip(2);
        }
        data.skip(bytes);
    }
}
