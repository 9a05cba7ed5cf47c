package org.pixelanon.ocr;

/**
 * The appearance of the pixels of a component, or of all components of a line.
 *
 * @param edge number of pixels with a neighbour above, below, left or right outside the component
 * @param inside grey levels of the pixels
 * @param ring grey levels two pixels beside, above and below pixels of the component, where not
 *     marked
 */
record Ink(long edge, GreySums inside, GreySums ring) {

    static final Ink NONE = new Ink(0, GreySums.NONE, GreySums.NONE);

    Ink plus(Ink other) {
        return new Ink(edge + other.edge, inside.plus(other.inside), ring.plus(other.ring));
    }

    /**
     * Count, sum and sum of squares of grey levels.
     *
     * @param count number of samples
     * @param sum their sum
     * @param squares the sum of their squares
     */
    record GreySums(long count, long sum, long squares) {

        static final GreySums NONE = new GreySums(0, 0, 0);

        GreySums plus(GreySums other) {
            return new GreySums(count + other.count, sum + other.sum, squares + other.squares);
        }

        double mean() {
            return count == 0 ? 0 : (double) sum / count;
        }

        double deviation() {
            double mean = mean();
            return count == 0 ? 0 : Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
        }
    }
}
