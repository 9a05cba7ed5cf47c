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
 * What of the session's file is on screen: the plane, the selected item, the rectangle that is
 * being drawn, and how planes are shown. Used on the session's thread.
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
     * Which planes were on screen, and what is open in the file.
     *
     * @return of this session
     */
    public ViewedPlanes viewed() {
        return viewed;
    }

    /** Another file is to be shown from a plane on. */
    void reset(int plane) {
        selected = NOTHING;
        drawn = null;
        display = display.withWindow(Display.START.window()).withProjection(Projection.NONE);
        planeIndex = plane;
    }

    /** The file is there: its last plane is shown if it has fewer than was asked for. */
    void fitTo(OpenFile file) {
        planeIndex = Math.max(0, Math.min(planeIndex, file.planes().size() - 1));
    }

    /**
     * Selects the suggestion behind the selected item, plane by plane; false behind the last one.
     */
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

    /** Selects the first suggestion of the file; false if there is none but the selected one. */
    boolean selectFirstUndecided() {
        Optional<ReviewItem> first =
                undecided().stream().filter(w -> w.id() != selected).findFirst();
        first.ifPresent(w -> select(w.id()));
        return first.isPresent();
    }

    private List<ReviewItem> undecided() {
        List<ReviewItem> waiting = new ArrayList<>();
        // the selected item marks the place to go on from, decided or not
        state.open()
                .ifPresent(
                        f ->
                                f.items().stream()
                                        .filter(i -> OpenFile.waits(i) || isSelected(i))
                                        .forEach(waiting::add));
        waiting.sort(Comparator.comparingInt(i -> firstPlane(i).orElse(0)));
        return SameText.groups(waiting).stream().map(this::one).toList();
    }

    /** One text on several planes is gone to once; the selected one stands for it. */
    private ReviewItem one(List<ReviewItem> same) {
        return same.stream().filter(this::isSelected).findFirst().orElse(same.get(0));
    }

    private boolean isSelected(ReviewItem item) {
        return selected == item.id();
    }

    /**
     * Which plane of the file is on screen.
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
     * @return whether it is another one than before
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
     * Through which picture all frames are seen at once: the one that is displayed, if the plane on
     * screen is one of several frames.
     *
     * @return none while a single plane is on screen
     */
    public Projection projection() {
        boolean frames =
                plane().filter(p -> p.plane() instanceof FramePlane).isPresent()
                        && state.open().filter(f -> f.frames() > 1).isPresent();
        return frames ? display.projection() : Projection.NONE;
    }

    /**
     * The planes that what is drawn now is on: all frames while they are seen at once, else the
     * plane on screen.
     *
     * @return empty if there is no plane
     */
    public Optional<PlaneScope> scope() {
        return projection() == Projection.NONE
                ? plane().map(PlaneGeometry::plane)
                : Optional.of(new AllFrames());
    }

    /** Shows the first frame of the next overlay; after the last one stays where it is. */
    public void nextOverlay() {
        state.open()
                .filter(f -> !f.planes().isEmpty())
                .ifPresent(
                        f ->
                                PlaneOrder.nextOverlay(f.planes(), planeIndex)
                                        .ifPresent(this::showPlane));
    }

    /**
     * The items of the plane on screen whose layers are shown; those that are on all frames while
     * these are seen at once.
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
     * How many items of a layer are on the plane on screen, whether they are shown or hidden.
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
     * Shows or hides a layer. What is hidden cannot be selected on the image, and stays as it was
     * decided.
     *
     * @param layer the layer
     * @param shown whether it is drawn
     */
    public void setShown(Layer layer, boolean shown) {
        setDisplay(display.withLayer(layer, shown));
    }

    /**
     * Whether an item is drawn on its planes. What several layers suggest is hidden with the last
     * of them.
     *
     * @param item an item of the file on screen
     * @return true if one of its layers is not hidden
     */
    public boolean isShown(ReviewItem item) {
        return item.layers().stream().anyMatch(display::shows);
    }

    /** Over all frames only what is on all of them is shown: the rest would seem to be. */
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
     * Shows a plane an item lies on: the one on screen if it is on it, else its first.
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

    /** Shows a place of the file on screen and selects what is there. */
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
     * The rectangle that was drawn on the plane and is not an item yet.
     *
     * @return empty if there is none
     */
    public Optional<PixelRectangle> drawn() {
        return Optional.ofNullable(drawn);
    }

    /**
     * Draws a rectangle that may become an item.
     *
     * @param rectangle where on the plane on screen; null to give it up
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
     * Shows planes otherwise.
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
     * What the status line says of the plane on screen, e.g. {@code frame 3 of 200}.
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
