package org.pixelanon.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.codec.base.CodecException;

/**
 * The order of the packets of a tile and the structure of their headers: the marker segments COD,
 * COC and POC (ISO 15444-1 annex A.6). Not thread-safe.
 */
final class CodingStyle {

    static final int COD = 0xFF52;
    static final int COC = 0xFF53;
    static final int POC = 0xFF5F;

    /** The highest number of an order of packets (table A.16). */
    private static final int LAST_ORDER = 4;

    /** Changes of the progression that OpenJPEG accepts. */
    private static final int MOST_CHANGES = 32;

    /** Number of components from which an index takes two bytes. */
    private static final int WIDE = 257;

    private static final int OWN_PRECINCTS = 1;
    private static final int START_MARKERS = 2;
    private static final int END_MARKERS = 4;

    /** Offset of the component style in COD, after its length. */
    private static final int COMMON = 5;

    private final Component[] components;
    private final boolean[] special;
    private List<Progression> changes = new ArrayList<>();
    private boolean startMarkers;
    private boolean endMarkers;
    private int order;
    private int layers;

    CodingStyle(int components) {
        this.components = new Component[components];
        this.special = new boolean[components];
    }

    /**
     * How a component is coded.
     *
     * @param levels number of decompositions, 0 to 32
     * @param blockWidth exponent of the width of code-blocks
     * @param blockHeight exponent of the height of code-blocks
     * @param modes the style of code-blocks as in COD
     * @param precincts for each resolution, the lowest first: exponent of the width in the lower
     *     four bits, of the height in the higher
     */
    record Component(
            int levels, int blockWidth, int blockHeight, int modes, List<Integer> precincts) {}

    /**
     * A sequence of packets: some resolutions, components and layers in one order.
     *
     * @param firstResolution first resolution
     * @param firstComponent first component
     * @param endLayer layer after the last
     * @param endResolution resolution after the last
     * @param endComponent component after the last
     * @param order 0 to 4 as in COD
     */
    record Progression(
            int firstResolution,
            int firstComponent,
            int endLayer,
            int endResolution,
            int endComponent,
            int order) {}

    /** A copy for a tile, which may have segments of its own. */
    CodingStyle copy() {
        CodingStyle copy = new CodingStyle(components.length);
        System.arraycopy(components, 0, copy.components, 0, components.length);
        copy.changes.addAll(changes);
        copy.startMarkers = startMarkers;
        copy.endMarkers = endMarkers;
        copy.order = order;
        copy.layers = layers;
        return copy;
    }

    /** True if markers may precede packets. */
    boolean startMarkers() {
        return startMarkers;
    }

    /** True if markers may follow headers of packets. */
    boolean endMarkers() {
        return endMarkers;
    }

    int layers() {
        return layers;
    }

    /** Number of components. */
    int components() {
        return components.length;
    }

    Component component(int index) {
        return components[index];
    }

    /** The sequences of packets, in order. */
    List<Progression> progressions() {
        return changes.isEmpty()
                ? List.of(new Progression(0, 0, layers, 33, components.length, order))
                : changes;
    }

    /** Returns whether every component has a style. */
    boolean complete() {
        return layers > 0;
    }

    /** Discards the changes of the main header, for a tile that has its own. */
    void forgetChanges() {
        changes = new ArrayList<>();
    }

    /**
     * Reads COD.
     *
     * @param at the byte after the length of the segment
     * @param end the byte after the segment
     */
    void readDefault(byte[] in, int at, int end) throws CodecException {
        require(end - at >= COMMON + 5);
        int flags = in[at] & 0xFF;
        startMarkers = (flags & START_MARKERS) != 0;
        endMarkers = (flags & END_MARKERS) != 0;
        order = in[at + 1] & 0xFF;
        layers = int16(in, at + 2);
        require(order <= LAST_ORDER && layers > 0);
        Component style = component(in, at + COMMON, end, flags);
        for (int i = 0; i < components.length; i++) {
            if (!special[i]) {
                components[i] = style;
            }
        }
    }

    /** Reads COC, like {@link #readDefault}. */
    void readSpecial(byte[] in, int at, int end) throws CodecException {
        int wide = components.length < WIDE ? 1 : 2;
        require(end - at >= wide + 6);
        int index = wide == 1 ? in[at] & 0xFF : int16(in, at);
        require(index < components.length);
        components[index] = component(in, at + wide + 1, end, in[at + wide] & 0xFF);
        special[index] = true;
    }

    /** Reads POC, like {@link #readDefault}. */
    void readChanges(byte[] in, int at, int end) throws CodecException {
        int wide = components.length < WIDE ? 1 : 2;
        int length = 5 + 2 * wide;
        require(end > at && (end - at) % length == 0);
        for (int k = at; k < end; k += length) {
            int first = wide == 1 ? in[k + 1] & 0xFF : int16(in, k + 1);
            int last = wide == 1 ? in[k + 4 + wide] & 0xFF : int16(in, k + 4 + wide);
            int progression = in[k + 4 + 2 * wide] & 0xFF;
            require(progression <= LAST_ORDER && changes.size() < MOST_CHANGES);
            changes.add(
                    new Progression(
                            in[k] & 0xFF,
                            first,
                            int16(in, k + 1 + wide),
                            in[k + 3 + wide] & 0xFF,
                            last == 0 ? components.length : last,
                            progression));
        }
    }

    private static Component component(byte[] in, int at, int end, int flags)
            throws CodecException {
        int levels = in[at] & 0xFF;
        int width = (in[at + 1] & 0xF) + 2;
        int height = (in[at + 2] & 0xF) + 2;
        boolean own = (flags & OWN_PRECINCTS) != 0;
        require(levels <= 32 && width <= 10 && height <= 10 && width + height <= 12);
        require(!own || end - at >= 6 + levels);
        List<Integer> precincts = new ArrayList<>();
        for (int r = 0; r <= levels; r++) {
            int size = own ? in[at + 5 + r] & 0xFF : 0xFF;
            require(r == 0 || (size & 0xF) > 0 && size >> 4 > 0);
            precincts.add(size);
        }
        return new Component(levels, width, height, in[at + 3] & 0xFF, precincts);
    }

    private static void require(boolean sound) throws CodecException {
        if (!sound) {
            throw new CodecException("JPEG 2000 frame has a damaged coding style");
        }
    }

    private static int int16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }
}
