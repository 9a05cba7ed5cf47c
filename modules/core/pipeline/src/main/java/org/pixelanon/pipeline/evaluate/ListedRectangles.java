package org.pixelanon.pipeline.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.ListedRectangle;
import org.pixelanon.pipeline.format.RectangleCsv;
import org.pixelanon.pipeline.input.MatchedRows;

/** Rectangles of a CSV list, by the file and plane that they lie on. Immutable. */
public final class ListedRectangles {

    private final Path list;
    private final boolean reads;
    private final boolean names;
    private final boolean judged;
    private final Map<Path, List<ListedRectangle>> rows = new HashMap<>();

    private ListedRectangles(Path list, RectangleCsv csv, boolean judged) {
        this.list = list;
        this.judged = judged;
        this.names = !csv.names().isEmpty();
        this.reads = csv.rows().stream().anyMatch(r -> !r.text().isEmpty());
        csv.listed()
                .forEach(name -> rows.computeIfAbsent(real(Path.of(name)), p -> new ArrayList<>()));
        for (ListedRectangle row : csv.rows()) {
            rows.computeIfAbsent(real(Path.of(row.filename())), p -> new ArrayList<>()).add(row);
        }
    }

    /**
     * Reads a list.
     *
     * @param list a redaction list or the output of OCR, as {@link RectangleCsv} tells them
     * @param judged whether rows cover nothing that say themselves that they are not sensitive
     * @return its rectangles
     * @throws PipelineException if it cannot be read or a row is broken
     */
    public static ListedRectangles read(Path list, boolean judged) throws PipelineException {
        RectangleCsv csv = RectangleCsv.read(list);
        MatchedRows.refuse(csv.broken().keySet().stream().map(csv::brokenRow).toList());
        return new ListedRectangles(list, csv, judged);
    }

    /**
     * What it is called in figures.
     *
     * @return the name of the file
     */
    public String name() {
        Path name = list.getFileName();
        return name == null ? list.toString() : name.toString();
    }

    /**
     * Returns whether any row has text.
     *
     * @return true if what was read can be compared
     */
    public boolean reads() {
        return reads;
    }

    /**
     * Refuses a list that names none of the inputs: it is the wrong list.
     *
     * @param inputs the inputs
     * @throws PipelineException if it names files, but none of these
     */
    public void requireAny(Collection<Path> inputs) throws PipelineException {
        if (names && inputs.stream().noneMatch(input -> rows.containsKey(real(input)))) {
            throw new PipelineException(list + ": names none of the " + inputs.size() + " inputs");
        }
    }

    /**
     * The rectangles on a plane.
     *
     * @param input the file
     * @param plane the plane; those of an overlay count for all its frames
     * @return in the order of the list
     */
    public List<FoundText> on(Path input, Plane plane) {
        return rows.getOrDefault(real(input), List.of()).stream()
                .filter(row -> covers(row.box().scope(), plane))
                .map(row -> found(row))
                .toList();
    }

    private FoundText found(ListedRectangle row) {
        boolean hides = !judged || row.sensitive() != 0;
        return new FoundText(row.box().toRegion().rectangle(), row.text(), hides);
    }

    private static boolean covers(PlaneScope scope, Plane plane) {
        if (plane instanceof OverlayPlane overlay) {
            return scope instanceof OverlayPlane o && o.group() == overlay.group()
                    || scope instanceof OverlayGroup g && g.group() == overlay.group()
                    || scope instanceof AllPlanes;
        }
        return scope.covers(plane);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // no such file: it is none of the inputs
        }
    }
}
