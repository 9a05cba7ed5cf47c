package org.pixelanon.model;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Planes of one file that were searched, or shown to a person. Images in undescribed bits of a
 * frame are counted separately: seeing a frame does not show them. Immutable.
 */
public final class SeenPlanes {

    /** No plane. */
    public static final SeenPlanes NONE = new SeenPlanes(new TreeMap<>());

    private static final String FRAMES = "frames";
    private static final String OVERLAY = "overlay";
    private static final String PICTURE = "picture";

    /**
     * How far a search or a person came with a file.
     *
     * @param seen the planes that were seen
     * @param all the planes of the file; none where they are not known
     */
    public record Part(SeenPlanes seen, SeenPlanes all) {

        /** Nothing was seen of a file whose planes are not known. */
        public static final Part NONE = new Part(SeenPlanes.NONE, SeenPlanes.NONE);
    }

    /** By what the planes are of, the indexes of those that were seen. */
    private final TreeMap<String, BitSet> seen;

    private SeenPlanes(TreeMap<String, BitSet> seen) {
        this.seen = seen;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text e.g. {@code frames:0-2,5;overlay6000:0}
     * @return the planes
     * @throws IllegalArgumentException if it is no such text
     */
    public static SeenPlanes of(String text) {
        TreeMap<String, BitSet> read = new TreeMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(";")) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("planes without numbers");
            }
            BitSet planes = new BitSet();
            for (String range : part.substring(colon + 1).split(",")) {
                int dash = range.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
                planes.set(first, last + 1);
            }
            read.put(part.substring(0, colon), planes);
        }
        return new SeenPlanes(read);
    }

    /**
     * The same as text, for databases.
     *
     * @return 0-based indexes, those that follow each other as ranges; empty for no plane
     */
    public String text() {
        return seen.entrySet().stream()
                .map(e -> e.getKey() + ":" + ranges(e.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String ranges(BitSet planes) {
        StringBuilder out = new StringBuilder();
        for (int first = planes.nextSetBit(0); first >= 0; ) {
            int end = planes.nextClearBit(first);
            out.append(out.isEmpty() ? "" : ",").append(first);
            if (end - 1 > first) {
                out.append('-').append(end - 1);
            }
            first = planes.nextSetBit(end);
        }
        return out.toString();
    }

    /**
     * Whether there is none.
     *
     * @return true for no plane
     */
    public boolean isEmpty() {
        return seen.isEmpty();
    }

    /**
     * Whether a plane was seen.
     *
     * @param plane the plane
     * @return true if it was
     */
    public boolean has(Plane plane) {
        return seen.getOrDefault(kind(plane), new BitSet()).get(plane.index());
    }

    /**
     * Whether all of some planes were seen.
     *
     * @param planes the planes
     * @return true if none is missing
     */
    public boolean hasAll(SeenPlanes planes) {
        return and(planes).equals(this);
    }

    /**
     * Whether a picture in bits that no element describes was seen.
     *
     * @param frame the frame whose words hold it
     * @param picture its number, 0-based
     * @return true if it was
     */
    public boolean has(FramePlane frame, int picture) {
        return seen.getOrDefault(PICTURE + picture, new BitSet()).get(frame.index());
    }

    /**
     * These and one more plane.
     *
     * @param plane the plane
     * @return all of them
     */
    public SeenPlanes with(Plane plane) {
        return has(plane) ? this : with(kind(plane), plane.index());
    }

    /**
     * These and one more picture in bits that no element describes.
     *
     * @param frame the frame whose words hold it
     * @param picture its number, 0-based
     * @return all of them
     */
    public SeenPlanes with(FramePlane frame, int picture) {
        return has(frame, picture) ? this : with(PICTURE + picture, frame.index());
    }

    private SeenPlanes with(String kind, int index) {
        BitSet one = new BitSet();
        one.set(index);
        TreeMap<String, BitSet> single = new TreeMap<>(Map.of(kind, one));
        return and(new SeenPlanes(single));
    }

    /**
     * These and others together.
     *
     * @param others more planes
     * @return all of them
     */
    public SeenPlanes and(SeenPlanes others) {
        TreeMap<String, BitSet> all = new TreeMap<>(seen);
        others.seen.forEach(
                (kind, planes) -> {
                    BitSet union = (BitSet) planes.clone();
                    union.or(seen.getOrDefault(kind, new BitSet()));
                    all.put(kind, union);
                });
        return new SeenPlanes(all);
    }

    private static String kind(Plane plane) {
        return plane instanceof OverlayPlane overlay
                ? OVERLAY + Integer.toHexString(overlay.group())
                : FRAMES;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenPlanes planes && planes.seen.equals(seen);
    }

    @Override
    public int hashCode() {
        return seen.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
