package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;

/**
 * Finds lines of text in rendered planes without reading them: thin strokes, their components,
 * chains of components. Every decision is local to a component and its line and uses integer or
 * otherwise reproducible arithmetic, so that a plane gives the same lines wherever it occurs in a
 * file.
 *
 * <p>With tile comparison, the detector remembers the previous plane and searches only the tiles of
 * 32 by 32 pixels that changed, and what touches them. The result equals that of a detector without
 * memory, whatever the planes, so callers need not say where a file begins.
 *
 * <p>Not thread-safe. It keeps about two bytes per pixel and channel.
 */
public final class LineDetector {

    private final boolean tileComparison;
    private final ThinStrokes strokes = new ThinStrokes();
    private final ComponentSearch search = new ComponentSearch();
    private final List<ChannelSearch> searches = new ArrayList<>();
    private List<GreyImage> channels = List.of();

    /**
     * Creates a detector that has seen no plane.
     *
     * @param tileComparison false to search every plane completely (slow, with the same result)
     */
    public LineDetector(boolean tileComparison) {
        this.tileComparison = tileComparison;
    }

    /**
     * Finds the lines of text of one plane.
     *
     * @param views the plane under one or more windows, all of the same size; their samples must
     *     not change before the next call
     * @return the lines, top to bottom, each once; rectangles lie inside the plane and may overlap
     * @throws IllegalArgumentException if there is no view or if they differ in size
     */
    public List<TextLine> detect(List<PlaneImage> views) {
        channels = Channels.of(views);
        if (!tileComparison) {
            searches.clear();
        }
        while (searches.size() > channels.size()) {
            searches.remove(searches.size() - 1);
        }
        LineMerger merger = new LineMerger(channels.get(0).width(), channels.get(0).height());
        for (int channel = 0; channel < channels.size(); channel++) {
            if (channel == searches.size()) {
                searches.add(new ChannelSearch(strokes, search));
            }
            ChannelSearch current = searches.get(channel);
            current.update(channels.get(channel));
            for (int mark = 0; mark < StrokeSizes.MARKS; mark++) {
                lines(current, channel, mark, merger);
            }
        }
        return merger.lines();
    }

    /** The channels of the last plane, by the index used in lines. */
    List<GreyImage> channels() {
        return channels;
    }

    private static void lines(ChannelSearch found, int channel, int mark, LineMerger merger) {
        boolean bright = ThinStrokes.bright(mark);
        int size = ThinStrokes.size(mark);
        List<Component> lying = new ArrayList<>();
        List<Component> standing = new ArrayList<>();
        for (Component component : found.components().get(mark)) {
            int area = component.area();
            if (Component.fitsGlyph(component.width(), component.height(), area, size)) {
                lying.add(component);
            }
            if (Component.fitsGlyph(component.height(), component.width(), area, size)) {
                standing.add(component.transposed());
            }
        }
        InkMeter meter = found.meter(mark);
        for (List<Component> chain : LineChains.of(lying)) {
            LineCandidate line = LineCandidate.of(chain);
            if (LineRules.mayBeText(line)) {
                LineClarity clarity = LineClarity.of(chain, meter, bright);
                if (LineRules.isText(line, clarity)) {
                    LinePadding padding = new LinePadding(found.marks(), mark, false);
                    merger.add(line, clarity, padding, bright, channel);
                }
            }
        }
        for (List<Component> chain : LineChains.of(standing)) {
            if (!LineRules.longEnoughForVertical(chain.size())) {
                continue;
            }
            LineCandidate line = LineCandidate.of(chain);
            if (LineRules.mayBeText(line)) {
                LineClarity clarity = LineClarity.of(chain, meter, bright);
                if (LineRules.isVerticalText(line, clarity)) {
                    LinePadding padding = new LinePadding(found.marks(), mark, true);
                    merger.add(line, clarity, padding, bright, channel);
                }
            }
        }
    }
}
