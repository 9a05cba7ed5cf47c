package org.pixelanon.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;

/**
 * The tiles of a JPEG 2000 codestream as its marker segments lay them out (ISO 15444-1 annex A),
 * high throughput or not: which tile-parts each has, and where their packets are. A decoder's
 * success does not prove that a codestream is complete.
 */
final class TileCompleteness {

    private static final int SIZ = 0xFF51;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;

    /** Bytes of SOT and of the marker after the header of a tile-part. */
    private static final int LEAST_PART = 14;

    private final byte[] in;
    private final TileGrid grid;
    private final CodingStyle style;
    private final TilePackets[] tiles;
    private final SortedMap<Integer, byte[]> packed = new TreeMap<>();
    private @Nullable List<byte[]> packedHeaders;
    private int parts;
    private int at;

    private TileCompleteness(byte[] in) throws CodecException {
        this.in = in;
        grid = TileGrid.of(in);
        style = new CodingStyle(int16(40));
        tiles = new TilePackets[grid.tiles()];
    }

    /**
     * Reads all marker segments.
     *
     * @param codestream beginning with its first marker; its size segment is sound
     * @throws CodecException if a tile or a part of one is missing, or markers contradict each
     *     other
     */
    static TileCompleteness of(byte[] codestream) throws CodecException {
        TileCompleteness read = new TileCompleteness(codestream);
        read.readMainHeader();
        while (read.marker() == SOT) {
            read.readPart();
        }
        if (read.marker() != EOC) {
            throw new CodecException("JPEG 2000 frame ends early");
        }
        for (int i = 0; i < read.tiles.length; i++) {
            TilePackets tile = read.tiles[i];
            if (tile == null || tile.parts() < tile.statedParts()) {
                throw new CodecException(
                        "JPEG 2000 frame is incomplete: tile "
                                + (i + 1)
                                + " of "
                                + read.tiles.length
                                + (tile == null ? " is missing" : " lacks a part"));
            }
        }
        return read;
    }

    /** The codestream up to its end marker. */
    byte[] codestream() {
        int end = at + 2;
        return end == in.length ? in : Arrays.copyOf(in, end);
    }

    /**
     * Ensures that it can be decoded completely.
     *
     * @throws CodecException if packets are missing, or decoding would take more memory than
     *     allowed for a codestream of this length
     */
    void requireComplete() throws CodecException {
        DecodingCost cost = new DecodingCost(tiles.length, style.components(), in.length);
        for (int i = 0; i < tiles.length; i++) {
            TilePackets tile = tiles[i];
            if (tile == null) {
                throw new IllegalStateException("tiles were not counted");
            }
            tile.requireComplete(in, grid.tile(i), cost);
        }
    }

    private void readMainHeader() throws CodecException {
        at = 2;
        while (marker() != SOT) {
            int marker = marker();
            int end = segment();
            switch (marker) {
                case CodingStyle.COD, CodingStyle.COC, CodingStyle.POC ->
                        style(style, marker, at + 4, end);
                case PPM -> keepPacked(packed, at + 4, end);
                default -> {
                    if (marker == SIZ && at != 2) {
                        throw damaged();
                    }
                }
            }
            at = end;
        }
        if (!style.complete()) {
            throw new CodecException("JPEG 2000 frame has no coding style");
        }
        if (!packed.isEmpty()) {
            packedHeaders = split(joined(packed));
        }
    }

    private void readPart() throws CodecException {
        int start = at;
        if (segment() != start + 12) {
            throw damaged();
        }
        int index = int16(start + 4);
        long length = int32(start + 6);
        int number = in[start + 10] & 0xFF;
        int stated = in[start + 11] & 0xFF;
        if (index >= tiles.length || length > in.length - start) {
            throw damaged();
        }
        TilePackets tile = tiles[index];
        if (tile == null) {
            tile = new TilePackets(style);
            tiles[index] = tile;
        }
        if (number != tile.parts() || length > 0 && length < LEAST_PART) {
            throw damaged();
        }
        at = start + 12;
        readPartHeader(tile);
        int end = length == 0 ? endOfCodestream() : start + (int) length;
        if (end < at) {
            throw damaged();
        }
        tile.addPart(at, end, stated);
        at = end;
    }

    private void readPartHeader(TilePackets tile) throws CodecException {
        SortedMap<Integer, byte[]> here = new TreeMap<>();
        boolean changed = false;
        while (marker() != SOD) {
            int marker = marker();
            int end = segment();
            switch (marker) {
                case CodingStyle.COD, CodingStyle.COC ->
                        style(tile.ownStyle(), marker, at + 4, end);
                case CodingStyle.POC -> {
                    if (tile.parts() == 0 && !changed) {
                        tile.ownStyle().forgetChanges();
                    }
                    changed = true;
                    style(tile.ownStyle(), marker, at + 4, end);
                }
                case PPT -> keepPacked(here, at + 4, end);
                case SOT -> throw damaged();
                default -> {
                    // nothing about the positions of packets
                }
            }
            at = end;
        }
        at += 2;
        List<byte[]> ofMain = packedHeaders;
        if (ofMain != null) {
            if (parts >= ofMain.size()) {
                throw damaged();
            }
            tile.addHeaders(ofMain.get(parts));
        } else if (!here.isEmpty()) {
            tile.addHeaders(joined(here));
        }
        parts++;
    }

    private void style(CodingStyle changed, int marker, int from, int end) throws CodecException {
        switch (marker) {
            case CodingStyle.COD -> changed.readDefault(in, from, end);
            case CodingStyle.COC -> changed.readSpecial(in, from, end);
            default -> changed.readChanges(in, from, end);
        }
    }

    private void keepPacked(SortedMap<Integer, byte[]> packed, int from, int end)
            throws CodecException {
        if (from >= end
                || packed.put(in[from] & 0xFF, Arrays.copyOfRange(in, from + 1, end)) != null) {
            throw damaged();
        }
    }

    private static byte[] joined(SortedMap<Integer, byte[]> packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packed.values().forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The headers of each tile-part, each preceded by its length (A.7.4). */
    private static List<byte[]> split(byte[] headers) throws CodecException {
        List<byte[]> out = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(headers);
        while (bytes.hasRemaining()) {
            int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw damaged();
            }
            byte[] ofPart = new byte[length];
            bytes.get(ofPart);
            out.add(ofPart);
        }
        return out;
    }

    /** The position of the end marker, which cannot occur in packets. */
    private int endOfCodestream() throws CodecException {
        for (int i = at; i + 2 <= in.length; i++) {
            if (int16(i) == EOC) {
                return i;
            }
        }
        throw new CodecException("JPEG 2000 frame ends early");
    }

    private int marker() throws CodecException {
        if (at + 2 > in.length) {
            throw new CodecException("JPEG 2000 frame ends early");
        }
        return int16(at);
    }

    /** The byte after the segment that begins here. */
    private int segment() throws CodecException {
        if (marker() == EOC) {
            throw new CodecException("JPEG 2000 frame ends early");
        }
        int length = at + 4 <= in.length ? int16(at + 2) : 0;
        if (in[at] != -1 || length < 2 || length > in.length - at - 2) {
            throw damaged();
        }
        return at + 2 + length;
    }

    private static CodecException damaged() {
        return new CodecException("JPEG 2000 frame has damaged markers");
    }

    private int int16(int from) {
        return (in[from] & 0xFF) << 8 | in[from + 1] & 0xFF;
    }

    private long int32(int from) {
        return (long) int16(from) << 16 | int16(from + 2);
    }
}
