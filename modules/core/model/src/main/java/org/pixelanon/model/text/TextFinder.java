package org.pixelanon.model.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/**
 * Finds lines of text in a rendered plane without reading them. Not thread-safe: one finder per
 * worker. The creator closes it.
 */
public interface TextFinder extends AutoCloseable {

    /**
     * What a finder saw in a plane.
     *
     * @param lines the lines
     * @param traces where else it sees traces of text; null if it does not tell
     * @param exact whether the finder was trained on planes like these: its large lines are
     *     believed, and where it sees a line it tells best how high the line is
     */
    record FoundText(List<FoundLine> lines, @Nullable TextMap traces, boolean exact) {

        /** Copies the lines. */
        public FoundText {
            lines = List.copyOf(lines);
        }

        /**
         * What a finder saw whose rectangles are not exact.
         *
         * @param lines the lines
         * @param traces where else it sees traces of text; null if it does not tell
         */
        public FoundText(List<FoundLine> lines, @Nullable TextMap traces) {
            this(lines, traces, false);
        }

        /**
         * Where it sees traces of text.
         *
         * @return the likelihoods; empty if it does not tell
         */
        public Optional<TextMap> map() {
            return Optional.ofNullable(traces);
        }
    }

    /**
     * The name by which reports tell finders apart.
     *
     * @return a short lower-case name
     */
    String name();

    /**
     * Finds the lines of one plane.
     *
     * @param views the plane rendered under one or more windows, all of the same size; text is
     *     found if it is visible in any
     * @return what was seen; rectangles lie inside the plane and may overlap
     * @throws IOException if the search failed, which says nothing about whether there is text
     */
    FoundText find(List<PlaneImage> views) throws IOException;

    /**
     * Looks at a plane from far away, at a small part of the cost.
     *
     * @param views the plane, as for {@link #find}
     * @return places where there may be text, inside the plane, none if there seems to be nowhere
     *     any; empty if this finder cannot tell without {@link #find}
     * @throws IOException if the look failed
     */
    default Optional<List<PixelRectangle>> glance(List<PlaneImage> views) throws IOException {
        return Optional.empty();
    }

    /**
     * Finds the lines of a plane most of which was searched before.
     *
     * @param views the plane, as for {@link #find}
     * @param before what was found in another plane of the same size
     * @param changed where the two differ
     * @param places where to search; elsewhere in what changed there is no text
     * @return what was seen, as for {@link #find}
     * @throws IOException if the search failed
     */
    default FoundText findAgain(
            List<PlaneImage> views,
            FoundText before,
            List<PixelRectangle> changed,
            List<PixelRectangle> places)
            throws IOException {
        return find(views);
    }

    @Override
    void close();
}
