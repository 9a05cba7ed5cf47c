package org.pixelanon.dicom.redact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.pixel.EncapsulatedPixels;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.NativePixels;
import org.pixelanon.dicom.pixel.PixelSpans;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;

/** The pixels of one file covered by a plan: for each plane its rectangles, clipped. Immutable. */
public final class RedactionTargets {

    /** Blanks nothing. */
    public static final RedactionTargets NONE = new RedactionTargets(Map.of(), List.of(), Set.of());

    private final Map<Plane, List<PixelRectangle>> byPlane;
    private final List<String> notes;
    private final Set<Integer> thumbnails;

    private RedactionTargets(
            Map<Plane, List<PixelRectangle>> byPlane, List<String> notes, Set<Integer> thumbnails) {
        this.thumbnails = Set.copyOf(thumbnails);
        this.byPlane = byPlane;
        this.notes = List.copyOf(notes);
    }

    /**
     * Finds the pixels a plan means. What lies partly outside is clipped; in uncompressed
     * YBR_FULL_422 a rectangle widens to whole pairs of pixels, which share their colour.
     *
     * @param file the file, complete
     * @param plan what is to be blanked
     * @return the rectangles of each plane
     * @throws DicomException if the file is not complete, or a rectangle lies entirely outside its
     *     plane, or its plane does not exist
     */
    public static RedactionTargets resolve(DicomFile file, RedactionPlan plan)
            throws DicomException {
        requireComplete(file);
        Map<Plane, Set<PixelRectangle>> found = new LinkedHashMap<>();
        Set<String> notes = new LinkedHashSet<>();
        List<PlaneGeometry> planes = file.planes();
        for (Region region : plan.regions()) {
            place(file, region, planes, found, notes);
        }
        Map<Plane, List<PixelRectangle>> out = new LinkedHashMap<>();
        for (PlaneGeometry g : planes) {
            Set<PixelRectangle> here = found.get(g.plane());
            if (here != null) {
                out.put(g.plane(), List.copyOf(here));
            }
        }
        return new RedactionTargets(out, List.copyOf(notes), Set.of());
    }

    /**
     * The same targets, and the thumbnails of JPEG frames where a policy wants them removed.
     *
     * @param file the file they were resolved for
     * @param policy what is done about thumbnails
     * @return the targets
     * @throws IOException if the file cannot be read
     */
    public RedactionTargets withThumbnails(DicomFile file, RedactionPolicy policy)
            throws IOException {
        if (policy.thumbnails() != RedactionPolicy.ThumbnailPolicy.REMOVE) {
            return this;
        }
        Set<Integer> frames = file.framesWithThumbnails();
        List<String> said = new ArrayList<>(notes);
        if (!frames.isEmpty()) {
            said.add("thumbnails removed from " + frames.size() + " JPEG frames");
        }
        return new RedactionTargets(byPlane, said, frames);
    }

    private static void requireComplete(DicomFile file) throws DicomException {
        if (file.isTruncated()) {
            throw new DicomException(file.path(), "is not complete and cannot be redacted");
        }
        Optional<ImageDescription> image = file.image();
        if (image.isEmpty()) {
            return;
        }
        try {
            int present = file.pixels().spans().framesPresent();
            if (present < image.get().frames()) {
                throw PixelSpans.missingFrame(file.path(), present, present, image.get().frames());
            }
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new DicomException(file.path(), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static void place(
            DicomFile file,
            Region region,
            List<PlaneGeometry> planes,
            Map<Plane, Set<PixelRectangle>> found,
            Set<String> notes)
            throws DicomException {
        boolean everywhere = region.scope() instanceof AllPlanes;
        boolean covered = false;
        boolean placed = false;
        for (PlaneGeometry g : planes) {
            if (!region.scope().covers(g.plane())) {
                continue;
            }
            covered = true;
            boolean frame = g.plane() instanceof FramePlane;
            PixelRectangle wanted = region.rectangle();
            if (everywhere && !frame) {
                wanted = wanted.translate(-g.originX(), -g.originY());
            }
            Optional<PixelRectangle> inside = wanted.clip(g.width(), g.height());
            if (inside.isEmpty()) {
                if (!everywhere || frame) {
                    throw outside(file, region, g.plane());
                }
                continue;
            }
            placed = true;
            if (!inside.get().equals(wanted) && (frame || !everywhere)) {
                notes.add("rectangle " + wanted + " clipped to " + inside.get());
            }
            PixelRectangle whole = frame ? widen(file, inside.get(), notes) : inside.get();
            found.computeIfAbsent(g.plane(), p -> new LinkedHashSet<>()).add(whole);
        }
        if (!covered) {
            throw new DicomException(
                    file.path(),
                    "rectangle "
                            + region.rectangle()
                            + " is on "
                            + region.scope()
                            + ", which does not exist");
        }
        if (!placed) {
            throw new DicomException(
                    file.path(), "rectangle " + region.rectangle() + " lies outside every plane");
        }
    }

    private static DicomException outside(DicomFile file, Region region, Plane plane) {
        return new DicomException(
                file.path(), "rectangle " + region.rectangle() + " lies entirely outside " + plane);
    }

    private static PixelRectangle widen(DicomFile file, PixelRectangle r, Set<String> notes)
            throws DicomException {
        Optional<ImageDescription> image = file.image();
        if (image.isEmpty() || !image.get().photometric().isSubsampled()) {
            return r;
        }
        Element data = file.attributes().element(Tag.PixelData);
        TransferSyntax syntax = file.transferSyntax();
        if (data == null || syntax.encapsulated() && !syntax.wrapsNative()) {
            return r;
        }
        int columns = image.get().columns();
        boolean runsOn = (columns & 1) != 0 && !padded(file);
        PixelRectangle wide =
                runsOn
                        ? PixelRectangle.ofEdges(
                                0,
                                r.y() & ~1,
                                columns,
                                Math.min(image.get().rows(), r.bottom() + 1 & ~1))
                        : PixelRectangle.ofEdges(
                                r.x() & ~1,
                                r.y(),
                                Math.min(columns, r.right() + 1 & ~1),
                                r.bottom());
        if (!wide.equals(r)) {
            notes.add("rectangle " + r + " widened to whole pixel pairs " + wide);
        }
        return wide;
    }

    private static boolean padded(DicomFile file) throws DicomException {
        try {
            PixelSpans spans = file.pixels().spans();
            return spans instanceof NativePixels n
                    ? n.paddedPairs()
                    : ((EncapsulatedPixels) spans).asNative(0).paddedPairs();
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new DicomException(file.path(), "cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Every rectangle as it will be blanked.
     *
     * @return plane by plane, clipped and widened, in the coordinates of the plane
     */
    public List<Region> regions() {
        List<Region> out = new ArrayList<>();
        byPlane.forEach((plane, list) -> list.forEach(r -> out.add(new Region(plane, r))));
        return out;
    }

    /**
     * What was changed about the rectangles of the plan.
     *
     * @return one line each
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The rectangles on one plane.
     *
     * @param plane any plane
     * @return the rectangles, none twice; empty if nothing is blanked there
     */
    public List<PixelRectangle> on(Plane plane) {
        return byPlane.getOrDefault(plane, List.of());
    }

    /**
     * Returns whether nothing is to be changed.
     *
     * @return true if there is no rectangle, and no thumbnail to be removed
     */
    public boolean isEmpty() {
        return byPlane.isEmpty() && thumbnails.isEmpty();
    }

    /** The frames, 0-based, whose thumbnails are to be removed, whether they are blanked or not. */
    public Set<Integer> thumbnails() {
        return thumbnails;
    }

    /** What is done, in the words of Derivation Description. */
    String derivation() {
        int n = rectangles();
        return n == 0
                ? "thumbnails removed by PixelAnon"
                : n + (n == 1 ? " rectangle" : " rectangles") + " blanked by PixelAnon";
    }

    /**
     * The number of different rectangles, whatever planes they are on. It follows from the pixels
     * that are meant, so that it is the same whether a plan names a rectangle once for all frames
     * or once for each.
     */
    public int rectangles() {
        return new HashSet<>(byPlane.values().stream().flatMap(List::stream).toList()).size();
    }

    /** Returns whether any pixel of the image is to be blanked. */
    boolean touchesImage() {
        return byPlane.keySet().stream().anyMatch(p -> p instanceof FramePlane);
    }

    /** Returns whether any overlay pixel is to be blanked. */
    boolean touchesOverlays() {
        return byPlane.keySet().stream().anyMatch(p -> !(p instanceof FramePlane));
    }

    /** The planes with rectangles. */
    public Set<Plane> planes() {
        return byPlane.keySet();
    }
}
