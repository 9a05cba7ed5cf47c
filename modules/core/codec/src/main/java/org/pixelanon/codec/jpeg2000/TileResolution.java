package org.pixelanon.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * One resolution of a component of a tile: its precincts, bands and code-blocks (ISO 15444-1 annex
 * B.5 to B.7).
 */
final class TileResolution {

    private final TileGrid.Area tile;
    private final int component;
    private final int index;
    private final CodingStyle.Component style;

    /** Number of higher resolutions. */
    private final int above;

    private final int precinctWidth;
    private final int precinctHeight;
    private final int blockWidth;
    private final int blockHeight;

    /**
     * A resolution.
     *
     * @param tile the tile on the reference grid
     * @param component the component, 0-based
     * @param index 0 for the lowest resolution
     */
    TileResolution(TileGrid.Area tile, int component, int index, CodingStyle.Component style) {
        this.tile = tile;
        this.component = component;
        this.index = index;
        this.style = style;
        above = style.levels() - index;
        precinctWidth = style.precincts().get(index) & 0xF;
        precinctHeight = style.precincts().get(index) >> 4;
        int half = index == 0 ? 0 : 1;
        blockWidth = Math.min(style.blockWidth(), precinctWidth - half);
        blockHeight = Math.min(style.blockHeight(), precinctHeight - half);
    }

    int component() {
        return component;
    }

    int index() {
        return index;
    }

    int modes() {
        return style.modes();
    }

    /** The samples of the resolution. */
    private TileGrid.Area area() {
        return new TileGrid.Area(
                up(tile.left(), above),
                up(tile.top(), above),
                up(tile.right(), above),
                up(tile.bottom(), above));
    }

    /** Number of precincts. */
    long precincts() {
        TileGrid.Area area = area();
        return area.isEmpty() ? 0 : across(area) * down(area);
    }

    private long across(TileGrid.Area area) {
        return up(area.right(), precinctWidth) - (area.left() >> precinctWidth);
    }

    private long down(TileGrid.Area area) {
        return up(area.bottom(), precinctHeight) - (area.top() >> precinctHeight);
    }

    /**
     * Receives the position at which a progression by position reaches a precinct, on the reference
     * grid.
     */
    interface PrecinctPlace {
        void at(int index, long x, long y);
    }

    /** Iterates over the positions of all precincts, row by row. */
    void forEachPrecinct(PrecinctPlace place) {
        TileGrid.Area area = area();
        if (area.isEmpty()) {
            return;
        }
        long across = across(area);
        long down = down(area);
        for (long row = 0; row < down; row++) {
            long y = start(area.top(), tile.top(), row, precinctHeight);
            for (long column = 0; column < across; column++) {
                long x = start(area.left(), tile.left(), column, precinctWidth);
                place.at((int) (row * across + column), x, y);
            }
        }
    }

    /** The position at which a progression by position reaches a precinct (B.12.1.3). */
    private long start(long first, long tileStart, long number, int exponent) {
        long edge = (first >> exponent) + number << exponent;
        return edge < first ? tileStart : edge << above;
    }

    /** Number of code-blocks in all bands. */
    long blocks() {
        long count = 0;
        for (int band = 0; band < bands(); band++) {
            TileGrid.Area blocks = blocks(band(band));
            count += (blocks.right() - blocks.left()) * (blocks.bottom() - blocks.top());
        }
        return count;
    }

    /** Number of bands, 1 or 3. */
    int bands() {
        return index == 0 ? 1 : 3;
    }

    /** The code-blocks of a precinct in each band that has any, counted on the band's grid. */
    List<TileGrid.Area> blocks(int precinct) {
        TileGrid.Area area = area();
        long across = across(area);
        int half = index == 0 ? 0 : 1;
        int width = precinctWidth - half;
        int height = precinctHeight - half;
        long left = (area.left() >> precinctWidth) + precinct % across << width;
        long top = (area.top() >> precinctHeight) + precinct / across << height;
        List<TileGrid.Area> out = new ArrayList<>();
        for (int i = 0; i < bands(); i++) {
            TileGrid.Area band = band(i);
            TileGrid.Area inside =
                    new TileGrid.Area(
                            Math.max(left, band.left()),
                            Math.max(top, band.top()),
                            Math.min(left + (1L << width), band.right()),
                            Math.min(top + (1L << height), band.bottom()));
            if (!inside.isEmpty()) {
                out.add(blocks(inside));
            }
        }
        return out;
    }

    private TileGrid.Area blocks(TileGrid.Area area) {
        if (area.isEmpty()) {
            return new TileGrid.Area(0, 0, 0, 0);
        }
        return new TileGrid.Area(
                area.left() >> blockWidth,
                area.top() >> blockHeight,
                up(area.right(), blockWidth),
                up(area.bottom(), blockHeight));
    }

    /** The samples of a band: the low-pass one, or high-pass in x, in y, in both (B.5). */
    private TileGrid.Area band(int number) {
        if (index == 0) {
            return area();
        }
        int level = above + 1;
        long right = number == 1 ? 0 : 1L << above;
        long down = number == 0 ? 0 : 1L << above;
        return new TileGrid.Area(
                up(tile.left() - right, level),
                up(tile.top() - down, level),
                up(tile.right() - right, level),
                up(tile.bottom() - down, level));
    }

    /** Divides by a power of two and rounds up. */
    private static long up(long value, int exponent) {
        return value + (1L << exponent) - 1 >> exponent;
    }
}
