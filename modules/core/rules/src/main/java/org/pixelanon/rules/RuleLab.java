package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;

/** Tries rules on files without writing anything: what they hit, miss and over-blank. */
public final class RuleLab {

    /**
     * A text that should be hidden.
     *
     * @param region its place, on one plane
     * @param covered the share of its pixels blanked by the rules, 0 to 1
     */
    public record Text(Region region, double covered) {
        /**
         * Returns whether any of its pixels remains visible.
         *
         * @return true if it is not entirely blanked
         */
        public boolean isUncovered() {
            return covered < 1;
        }
    }

    /**
     * The effect of rules on one file.
     *
     * @param file what the file is called
     * @param result which rules match and what they blank
     * @param texts the texts that should be hidden
     * @param blanked the share of the pixels of all planes that is blanked, 0 to 1
     * @param overBlanked the share of the pixels of all planes that are blanked outside all texts,
     *     0 to 1
     */
    public record Trial(
            String file, RuleResult result, List<Text> texts, double blanked, double overBlanked) {
        /** Copies the list. */
        public Trial {
            texts = List.copyOf(texts);
        }

        /**
         * The texts that remain entirely or partly visible.
         *
         * @return in the given order
         */
        public List<Text> uncovered() {
            return texts.stream().filter(Text::isUncovered).toList();
        }
    }

    private final RuleBook book;

    /**
     * Creates a laboratory.
     *
     * @param book the rules to try
     */
    public RuleLab(RuleBook book) {
        this.book = book;
    }

    /**
     * The rules.
     *
     * @return what is tried
     */
    public RuleBook book() {
        return book;
    }

    /**
     * Tries the rules on one file, which is only read.
     *
     * @param name the name of the file in the result
     * @param file an opened file
     * @param texts the places of texts that should be hidden, each on one plane; none if unknown
     * @return what would happen
     * @throws DicomException if the description of the image is impossible
     */
    public Trial on(String name, DicomFile file, List<Region> texts) throws DicomException {
        RuleResult result = book.apply(file);
        List<Region> regions = result.regions().stream().map(r -> r.region()).toList();
        RedactionTargets targets = RedactionTargets.resolve(file, new RedactionPlan(regions));
        Map<Plane, List<PixelRectangle>> byPlane = new HashMap<>();
        for (Region text : texts) {
            if (text.scope() instanceof Plane plane) {
                byPlane.computeIfAbsent(plane, p -> new ArrayList<>()).add(text.rectangle());
            }
        }
        List<Text> judged = new ArrayList<>();
        long pixels = 0;
        long blanked = 0;
        long over = 0;
        for (PlaneGeometry g : file.planes()) {
            List<PixelRectangle> here = byPlane.getOrDefault(g.plane(), List.of());
            BitSet blank = fill(g, targets.on(g.plane()));
            for (PixelRectangle text : here) {
                judged.add(new Text(new Region(g.plane(), text), share(g, text, blank)));
            }
            pixels += g.bounds().area();
            blanked += blank.cardinality();
            blank.andNot(fill(g, here));
            over += blank.cardinality();
        }
        double all = Math.max(1, pixels);
        return new Trial(name, result, judged, blanked / all, over / all);
    }

    private static BitSet fill(PlaneGeometry g, List<PixelRectangle> rectangles) {
        BitSet bits = new BitSet();
        for (PixelRectangle rectangle : rectangles) {
            rectangle
                    .clip(g.width(), g.height())
                    .ifPresent(
                            r -> {
                                for (int y = r.y(); y < r.bottom(); y++) {
                                    bits.set(y * g.width() + r.x(), y * g.width() + r.right());
                                }
                            });
        }
        return bits;
    }

    /** The share of the part of a text inside its plane. */
    private static double share(PlaneGeometry g, PixelRectangle text, BitSet blank) {
        BitSet bits = fill(g, List.of(text));
        int all = bits.cardinality();
        bits.and(blank);
        return all == 0 ? 1 : bits.cardinality() / (double) all;
    }
}
