package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.UltrasoundRegions;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.BoundedPattern;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;

/** Matches all rules against one file and applies their steps to its planes. */
final class RuleRun {

    private static final long FAR = 1_000_000_000;

    private final List<RuleSource> sources;
    private final Subject subject;
    private final List<PlaneGeometry> planes;
    private final PixelRectangle image;
    private final Map<PlaneScope, Integer> frames;
    private final List<RuleEntry> acting = new ArrayList<>();
    private final List<RuleEntry> matching = new ArrayList<>();
    private final List<RuleEntry> denied = new ArrayList<>();
    private final List<RuleResult.RuleRegion> regions = new ArrayList<>();
    private final Set<RuleResult.Remark> remarks = new LinkedHashSet<>();

    RuleRun(List<RuleSource> sources, DicomFile file) throws DicomException {
        this.sources = sources;
        this.subject = Subject.of(file);
        this.planes = file.planes();
        this.image = image(file, planes);
        this.frames = count(planes);
    }

    /** The image; if the file has only overlays, the area given by its rows and columns. */
    private static PixelRectangle image(DicomFile file, List<PlaneGeometry> planes) {
        for (PlaneGeometry g : planes) {
            if (g.plane() instanceof FramePlane) {
                return g.bounds();
            }
        }
        Attributes attributes = file.attributes();
        return new PixelRectangle(
                0,
                0,
                Math.max(1, attributes.getInt(Tag.Columns, 1)),
                Math.max(1, attributes.getInt(Tag.Rows, 1)));
    }

    RuleResult result() {
        for (RuleSource source : sources) {
            place(matched(source));
        }
        return new RuleResult(acting, matching, regions, denied, List.copyOf(remarks));
    }

    private List<RuleEntry> matched(RuleSource source) {
        List<RuleEntry> found = new ArrayList<>();
        boolean closed = false;
        for (RuleSource.Ready ready : source.rules()) {
            if (!matches(ready)) {
                continue;
            }
            RuleEntry entry = ready.entry();
            matching.add(entry);
            if (closed) {
                continue;
            }
            acting.add(entry);
            switch (entry.extensions().action()) {
                case DENY -> denied.add(entry);
                case ALLOW -> closed = true;
                case BLANK -> found.add(entry);
            }
            closed |= source.language() == RuleLanguage.CTP;
            if (entry.rule().steps().isEmpty()) {
                nothing("rule " + called(entry) + " matches but has no rectangle");
            }
        }
        return found;
    }

    /** An expression that takes too many steps decides nothing, so the file needs review. */
    private boolean matches(RuleSource.Ready ready) {
        try {
            return ready.test().test(subject);
        } catch (BoundedPattern.TooManySteps e) {
            remarks.add(
                    new RuleResult.Remark(
                            RuleResult.Remark.Kind.GIVEN_UP,
                            ready.entry().source()
                                    + ": line "
                                    + ready.entry().line()
                                    + ": the regular expression of rule "
                                    + called(ready.entry())
                                    + " takes too many steps on a value of this file"));
            return false;
        }
    }

    private static String called(RuleEntry entry) {
        return "'"
                + entry.name()
                + "'"
                + (entry.group().isEmpty() ? "" : " (" + entry.group() + ")");
    }

    private void place(List<RuleEntry> entries) {
        boolean everywhere =
                entries.stream()
                        .allMatch(
                                e -> e.extensions().planes().equals(RuleExtensions.NONE.planes()));
        if (!everywhere) {
            for (PlaneGeometry g : planes) {
                blank(entries, g, null, g.plane());
            }
            return;
        }
        if (!planes.isEmpty()) {
            onImage(entries);
        }
        Set<OverlayGroup> done = new LinkedHashSet<>();
        for (PlaneGeometry g : planes) {
            if (g.plane() instanceof OverlayPlane o
                    && !image.contains(inImage(g))
                    && done.add(new OverlayGroup(o.group()))) {
                blank(entries, g, image, new OverlayGroup(o.group()));
            }
        }
    }

    private void onImage(List<RuleEntry> entries) {
        for (Blanking.Part part : blanking(entries, image, e -> true).result()) {
            RuleEntry entry = entries.get(part.rule());
            Optional<PixelRectangle> inside = part.rectangle().intersection(image);
            if (inside.isEmpty()) {
                outside(entry, part, "lies entirely outside the image");
            } else {
                if (!inside.get().equals(part.rectangle())) {
                    outside(entry, part, "is clipped to the image");
                }
                add(new AllPlanes(), inside.get(), entry);
            }
        }
    }

    /** Blanks on one plane; if a rectangle is already blanked, only what is outside it. */
    private void blank(
            List<RuleEntry> entries,
            PlaneGeometry g,
            @Nullable PixelRectangle done,
            PlaneScope scope) {
        PixelRectangle bounds = inImage(g);
        int count = frames.getOrDefault(whole(g.plane()), 0);
        Blanking blanking =
                blanking(entries, bounds, e -> e.extensions().planes().covers(g.plane(), count));
        for (Blanking.Part part : blanking.result()) {
            Optional<PixelRectangle> inside = part.rectangle().intersection(bounds);
            if (inside.isEmpty()) {
                if (done == null) {
                    outside(entries.get(part.rule()), part, "lies outside " + g.plane());
                }
                continue;
            }
            List<PixelRectangle> left =
                    done == null ? List.of(inside.get()) : Blanking.without(inside.get(), done);
            for (PixelRectangle r : left) {
                add(scope, r.translate(-g.originX(), -g.originY()), entries.get(part.rule()));
            }
        }
    }

    private interface Wanted {
        boolean test(RuleEntry entry);
    }

    private Blanking blanking(List<RuleEntry> entries, PixelRectangle bounds, Wanted wanted) {
        Blanking blanking = new Blanking(bounds);
        for (int i = 0; i < entries.size(); i++) {
            RuleEntry entry = entries.get(i);
            if (wanted.test(entry)) {
                for (Step step : entry.rule().steps()) {
                    boolean all = step.area() instanceof Step.Whole;
                    blanking.step(step.keep(), all, rectangles(step, entry), i);
                }
            }
        }
        return blanking;
    }

    private List<PixelRectangle> rectangles(Step step, RuleEntry entry) {
        if (step.area() instanceof Step.Box box) {
            return List.of(
                    Optional.ofNullable(entry.extensions().size())
                            .map(size -> scaled(box.rectangle(), size))
                            .orElse(box.rectangle()));
        }
        if (step.area() instanceof Step.From from) {
            return regions(from.field(), entry);
        }
        return List.of();
    }

    /** Whole pixels around the scaled rectangle. */
    private PixelRectangle scaled(PixelRectangle r, RuleExtensions.Size size) {
        return PixelRectangle.ofEdges(
                down(r.x(), image.width(), size.columns()),
                down(r.y(), image.height(), size.rows()),
                -down(-r.right(), image.width(), size.columns()),
                -down(-r.bottom(), image.height(), size.rows()));
    }

    private static int down(int value, int to, int from) {
        long scaled = Math.floorDiv(value * (long) to, from);
        return (int) Math.max(-FAR, Math.min(FAR, scaled)); // far outside any image
    }

    private static PixelRectangle inImage(PlaneGeometry g) {
        return g.bounds().translate(g.originX(), g.originY());
    }

    /** How many frames the image and each overlay have. */
    private static Map<PlaneScope, Integer> count(List<PlaneGeometry> planes) {
        Map<PlaneScope, Integer> counts = new HashMap<>();
        planes.forEach(g -> counts.merge(whole(g.plane()), 1, Integer::sum));
        return counts;
    }

    private static PlaneScope whole(Plane plane) {
        return plane instanceof OverlayPlane o ? new OverlayGroup(o.group()) : new AllFrames();
    }

    /** The regions that an element of the file states; none if it is absent. */
    private List<PixelRectangle> regions(Field field, RuleEntry entry) {
        if (subject.values(field).isEmpty()) {
            nothing("rule " + called(entry) + ": the file has no region");
            return List.of();
        }
        UltrasoundRegions stated =
                UltrasoundRegions.of(
                        subject.items(field), named(field), image.width(), image.height());
        if (stated instanceof UltrasoundRegions.Usable regions) {
            regions.notes().forEach(n -> remark(RuleResult.Remark.Kind.OUTSIDE, entry, n));
            return regions.stated();
        }
        if (stated instanceof UltrasoundRegions.Unusable none) {
            remark(RuleResult.Remark.Kind.UNUSABLE, entry, none.reason());
        }
        return List.of();
    }

    private static String named(Field field) {
        Field.Name last = field.path().get(field.path().size() - 1);
        OptionalInt tag =
                last instanceof Field.Keyword k ? Dictionary.tag(k.keyword()) : OptionalInt.empty();
        return tag.isPresent() ? field + " " + Tag.toString(tag.getAsInt()) : field.toString();
    }

    private void outside(RuleEntry entry, Blanking.Part part, String how) {
        String what = "rectangle " + part.rectangle() + " " + how;
        remark(RuleResult.Remark.Kind.OUTSIDE, entry, what);
    }

    private void remark(RuleResult.Remark.Kind kind, RuleEntry entry, String text) {
        remarks.add(new RuleResult.Remark(kind, "rule " + called(entry) + ": " + text));
    }

    private void nothing(String text) {
        remarks.add(new RuleResult.Remark(RuleResult.Remark.Kind.NOTHING_NAMED, text));
    }

    private void add(PlaneScope scope, PixelRectangle rectangle, RuleEntry entry) {
        regions.add(new RuleResult.RuleRegion(new Region(scope, rectangle), entry));
    }
}
