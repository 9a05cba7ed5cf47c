package org.pixelanon.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.SameText;

/**
 * The part of the session's file that is on screen: the plane, the selected item, the rectangle
 * being drawn, and the display. Used on the session's thread.
 */
public final class Screen {

    private final SessionState state;
    private final Runnable prefetch;
    private final ViewedPlanes viewed;
    private int planeIndex;
    private static final long NOTHING = -1;

    private long selected = NOTHING;
    private @Nullable PixelRectangle drawn;
    private Display display = Display.START;

    /**
     * @param prefetch draws the planes around the one on screen
     */
    Screen(SessionState state, ViewedPlanes viewed, Runnable prefetch) {
        this.state = state;
        this.viewed = viewed;
        this.prefetch = prefetch;
    }

    /**
     * The planes that were on screen, and the open questions of the file.
     *
     * @return of this session
     */
    public ViewedPlanes viewed() {
        return viewed;
    }

    /** Prepares for another file, beginning with a plane. */
    void reset(int plane) {
        selected = NOTHING;
        drawn = null;
        display = display.withWindow(Display.START.window()).withProjection(Projection.NONE);
        planeIndex = plane;
    }

    /** Adapts to a file that was read: the last plane is shown if it has fewer than requested. */
    void fitTo(OpenFile file) {
        planeIndex = Math.max(0, Math.min(planeIndex, file.planes().size() - 1));
    }

    /** Selects the suggestion after the selected item, plane by plane; false after the last one. */
    boolean selectLaterUndecided() {
        List<ReviewItem> waiting = undecided();
        int here = -1;
        for (int i = 0; i < waiting.size(); i++) {
            here = waiting.get(i).id() == selected ? i : here;
        }
        boolean later = here + 1 < waiting.size();
        if (later) {
            select(waiting.get(here + 1).id());
        }
        return later;
    }

    /**
     * Selects the next suggestion of the file that nobody decided about, from the first one again
     * behind the last.
     *
     * @return false if there is none left
     */
    public boolean selectNextUndecided() {
        return selectLaterUndecided() || selectFirstUndecided();
    }

    /** Selects the first suggestion of the file; false if there is none except the selected one. */
    boolean selectFirstUndecided() {
        Optional<ReviewItem> first =
                undecided().stream().filter(w -> w.id() != selected).findFirst();
        first.ifPresent(w -> select(w.id()));
        return first.isPresent();
    }

    private List<ReviewItem> undecided() {
        List<ReviewItem> waiting = new ArrayList<>();
        // the selected item marks the position to continue from, decided or not
        state.open()
                .ifPresent(
                        f ->
                                f.items().stream()
                                        .filter(i -> OpenFile.waits(i) || isSelected(i))
                                        .forEach(waiting::add));
        waiting.sort(Comparator.comparingInt(i -> firstPlane(i).orElse(0)));
        return SameText.groups(waiting).stream().map(this::one).toList();
    }

    /** A text on several planes is visited once, represented by the selected item. */
    private ReviewItem one(List<ReviewItem> same) {
        return same.stream().filter(this::isSelected).findFirst().orElse(same.get(0));
    }

    private boolean isSelected(ReviewItem item) {
        return selected == item.id();
    }

    /**
     * The index of the plane on screen.
     *
     * @return 0-based index into its planes
     */
    public int planeIndex() {
        return planeIndex;
    }

    /**
     * The plane on screen.
     *
     * @return empty if there is none
     */
    public Optional<PlaneGeometry> plane() {
        return state.open().filter(f -> !f.planes().isEmpty()).map(f -> f.planes().get(planeIndex));
    }

    /**
     * Shows another plane of the file.
     *
     * @param index 0-based; ignored if there is no such plane
     * @return whether it differs from the previous one
     */
    public boolean showPlane(int index) {
        int planes = state.open().map(f -> f.planes().size()).orElse(0);
        if (index < 0 || index >= planes || index == planeIndex) {
            return false;
        }
        planeIndex = index;
        drawn = null;
        display = display.withProjection(Projection.NONE);
        state.tell(Aspect.PLANE, Aspect.DISPLAY);
        prefetch.run();
        return true;
    }

    /**
     * The projection of all frames: that of the display, if the plane on screen is one of several
     * frames.
     *
     * @return none while a single plane is shown
     */
    public Projection projection() {
        boolean frames =
                plane().filter(p -> p.plane() instanceof FramePlane).isPresent()
                        && state.open().filter(f -> f.frames() > 1).isPresent();
        return frames ? display.projection() : Projection.NONE;
    }

    /**
     * The planes for newly drawn rectangles: all frames during a projection, else the plane on
     * screen.
     *
     * @return empty if there is no plane
     */
    public Optional<PlaneScope> scope() {
        return projection() == Projection.NONE
                ? plane().map(PlaneGeometry::plane)
                : Optional.of(new AllFrames());
    }

    /** Shows the first frame of the next overlay; does nothing after the last one. */
    public void nextOverlay() {
        state.open()
                .filter(f -> !f.planes().isEmpty())
                .ifPresent(
                        f ->
                                PlaneOrder.nextOverlay(f.planes(), planeIndex)
                                        .ifPresent(this::showPlane));
    }

    /**
     * The items of the plane on screen whose layers are shown; during a projection, those on all
     * frames.
     *
     * @return in the order they were found
     */
    public List<ReviewItem> itemsOnPlane() {
        Optional<PlaneGeometry> plane = plane();
        if (state.open().isEmpty() || plane.isEmpty()) {
            return List.of();
        }
        return state.open().get().items().stream()
                .filter(i -> isSeen(i, plane.get()) && isShown(i))
                .toList();
    }

    /**
     * The number of items of a layer on the plane on screen, shown or hidden.
     *
     * @param layer the layer
     * @return their number
     */
    public int countOnPlane(Layer layer) {
        Optional<PlaneGeometry> plane = plane();
        int count = 0;
        for (ReviewItem item : state.open().map(OpenFile::items).orElse(List.of())) {
            count +=
                    plane.isPresent() && item.layers().contains(layer) && isSeen(item, plane.get())
                            ? 1
                            : 0;
        }
        return count;
    }

    /**
     * Shows or hides a layer. Hidden items cannot be selected on the image; their decisions do not
     * change.
     *
     * @param layer the layer
     * @param shown whether it is drawn
     */
    public void setShown(Layer layer, boolean shown) {
        setDisplay(display.withLayer(layer, shown));
    }

    /**
     * Whether an item is drawn on its planes. An item of several layers is hidden only with the
     * last of them.
     *
     * @param item an item of the file on screen
     * @return true if one of its layers is not hidden
     */
    public boolean isShown(ReviewItem item) {
        return item.layers().stream().anyMatch(display::shows);
    }

    /** During a projection, only items on all frames are shown; others would seem to be on all. */
    private boolean isSeen(ReviewItem item, PlaneGeometry plane) {
        boolean oneOfMany =
                projection() != Projection.NONE && item.region().scope() instanceof Plane;
        return item.isOn(plane.plane()) && !oneOfMany;
    }

    /**
     * The selected item.
     *
     * @return empty if there is none
     */
    public Optional<ReviewItem> selected() {
        return selected == NOTHING ? Optional.empty() : state.open().flatMap(f -> f.item(selected));
    }

    /**
     * Selects an item; the plane on screen stays if the item is on it, else its first plane is
     * shown.
     *
     * @param id the item
     */
    public void select(long id) {
        if (selected == id) {
            return;
        }
        selected = id;
        selected().ifPresent(this::goTo);
        state.tell(Aspect.SELECTION);
    }

    /** Selects no item. */
    public void selectNothing() {
        select(NOTHING);
    }

    /**
     * Shows a plane of an item: the current one if the item is on it, else its first.
     *
     * @param item an item of the file on screen
     */
    public void goTo(ReviewItem item) {
        Optional<PlaneGeometry> plane = plane();
        if (plane.filter(p -> item.isOn(p.plane())).isEmpty()) {
            firstPlane(item).ifPresent(this::showPlane);
        } else if (!isSeen(item, plane.get())) {
            setDisplay(display.withProjection(Projection.NONE));
        }
    }

    /** Shows a place in the file on screen and selects the item there. */
    void show(Region place) {
        List<ReviewItem> items = state.open().map(OpenFile::items).orElse(List.of());
        Optional<ReviewItem> there =
                items.stream().filter(i -> i.region().equals(place)).findFirst();
        there.ifPresent(
                item -> {
                    select(item.id());
                    goTo(item);
                });
        List<PlaneGeometry> planes = state.open().map(OpenFile::planes).orElse(List.of());
        if (there.isEmpty() && plane().filter(p -> place.scope().covers(p.plane())).isEmpty()) {
            IntStream.range(0, planes.size())
                    .filter(i -> place.scope().covers(planes.get(i).plane()))
                    .findFirst()
                    .ifPresent(this::showPlane);
        }
    }

    OptionalInt firstPlane(ReviewItem item) {
        return PlaneOrder.first(state.open().map(OpenFile::planes).orElse(List.of()), item);
    }

    /**
     * The rectangle drawn on the plane that is not yet an item.
     *
     * @return empty if there is none
     */
    public Optional<PixelRectangle> drawn() {
        return Optional.ofNullable(drawn);
    }

    /**
     * Draws a rectangle that may become an item.
     *
     * @param rectangle the rectangle on the plane on screen; null to discard it
     */
    public void setDrawn(@Nullable PixelRectangle rectangle) {
        if (!Objects.equals(drawn, rectangle)) {
            drawn = rectangle;
            state.tell(Aspect.SELECTION);
        }
    }

    /**
     * How planes are shown.
     *
     * @return the display
     */
    public Display display() {
        return display;
    }

    /**
     * Changes the display.
     *
     * @param other the new display
     */
    public void setDisplay(Display other) {
        if (!display.equals(other)) {
            display = other;
            state.tell(Aspect.DISPLAY);
        }
    }

    /**
     * The title of the plane on screen in the status line, e.g. {@code frame 3 of 200}.
     *
     * @return empty if there is none
     */
    public String planeTitle() {
        if (projection() != Projection.NONE) {
            return projection().words() + " of " + state.open().orElseThrow().frames() + " frames";
        }
        return plane().map(p -> PlaneOrder.title(state.open().orElseThrow().planes(), p.plane()))
                .orElse("");
    }
}
