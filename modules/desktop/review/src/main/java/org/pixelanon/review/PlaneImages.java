package org.pixelanon.review;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.group.Composite;

/**
 * A cache of planes drawn for the screen on workers, limited in bytes; the least recently used are
 * dropped first. Thread-safe.
 */
public final class PlaneImages {

    /**
     * The key of an image.
     *
     * @param file name of the file in the database
     * @param plane the plane
     * @param window which values are black and white
     * @param inverted whether black and white are exchanged
     * @param projection the projection of all frames, for which the plane is the first frame
     */
    private record Key(
            String file,
            Plane plane,
            DisplayWindow window,
            boolean inverted,
            Projection projection) {

        Key through(Projection other) {
            return new Key(file, plane, window, inverted, other);
        }

        boolean sameStack(@Nullable Key other) {
            return other != null && through(other.projection).equals(other);
        }
    }

    /**
     * An image that is being drawn or kept.
     *
     * @param image the image
     * @param size its bytes; 0 until it is drawn
     */
    private record Slot(CompletableFuture<BufferedImage> image, int size) {

        static Slot empty() {
            return new Slot(new CompletableFuture<>(), 0);
        }
    }

    private static final int BYTES_PER_PIXEL = 4;

    private final Workers workers;
    private final RecentlyUsed<Key, Slot> slots;
    private volatile Supplier<Progress> progress = SilentProgress::new;

    /** The stack requested last; earlier ones are abandoned. */
    private volatile @Nullable Key stack;

    PlaneImages(long limit, Workers workers) {
        this.slots = new RecentlyUsed<>(limit, Slot::size);
        this.workers = workers;
    }

    /**
     * Sets where the progress of projections is shown.
     *
     * @param starts starts a progress, on a worker; the user may cancel
     */
    public void reportTo(Supplier<Progress> starts) {
        progress = starts;
    }

    /**
     * Requests an image. For a file with several frames it is the projection of all of them if the
     * display has one; it is drawn only while no other is requested.
     *
     * @param file the file
     * @param plane one of its planes
     * @param display how it is shown
     * @return the image, at once if it is kept, else later; fails with the reason if the plane
     *     cannot be drawn
     */
    public CompletableFuture<BufferedImage> get(OpenFile file, Plane plane, Display display) {
        Key key = key(file, plane, display);
        boolean projected = key.projection() != Projection.NONE;
        if (projected) {
            stack = key;
        }
        Slot slot;
        synchronized (this) {
            Optional<Slot> known = slots.get(key);
            if (known.isPresent()) {
                return known.get().image();
            }
            slot = Slot.empty();
            slots.put(key, slot);
        }
        if (projected) {
            project(file, key, slot);
        } else {
            draw(file, key, slot);
        }
        return slot.image();
    }

    /**
     * The image if it is kept.
     *
     * @param file the file
     * @param plane one of its planes
     * @param display how it is shown
     * @return empty if it must be drawn
     */
    public Optional<BufferedImage> kept(OpenFile file, Plane plane, Display display) {
        return slots.get(key(file, plane, display))
                .filter(slot -> slot.size() > 0)
                .map(slot -> slot.image().getNow(null));
    }

    /** Draws planes that will be needed soon; indexes that do not exist are skipped. */
    void ahead(OpenFile file, int from, int to, Display display) {
        for (int i = Math.max(0, from); i <= to && i < file.planes().size(); i++) {
            get(file, file.planes().get(i).plane(), display.withProjection(Projection.NONE));
        }
    }

    private void draw(OpenFile file, Key key, Slot slot) {
        Workers.ask(
                        workers.reading(file.file().path()),
                        () -> {
                            PlaneImage image =
                                    file.dicom()
                                            .orElseThrow(() -> new IOException(file.failure()))
                                            .render(key.plane(), key.window());
                            keep(key, slot, image, forScreen(image, key.inverted()));
                            return true;
                        })
                .whenComplete((done, problem) -> giveUp(key, slot, problem));
    }

    /** Reading a stack for one projection yields all of them, which are kept. */
    private void project(OpenFile file, Key key, Slot slot) {
        Workers.ask(
                        workers.reading(file.file().path()),
                        () -> {
                            // unless made meanwhile with another projection of the same stack
                            if (!slot.image().isDone()) {
                                projected(stacked(file, key), key, slot);
                            }
                            return true;
                        })
                .whenComplete((done, problem) -> giveUp(key, slot, problem));
    }

    private void projected(Composite all, Key key, Slot slot) {
        for (Projection projection : Projection.values()) {
            if (projection != Projection.NONE) {
                Key other = key.through(projection);
                Slot kept = projection == key.projection() ? slot : slotOf(other);
                PlaneImage image = projection.of(all);
                keep(other, kept, image, forScreen(image, key.inverted()));
            }
        }
    }

    private synchronized Slot slotOf(Key key) {
        Optional<Slot> known = slots.get(key);
        Slot slot = known.orElseGet(Slot::empty);
        if (known.isEmpty()) {
            slots.put(key, slot);
        }
        return slot;
    }

    /** An image that was dropped while it was drawn is not kept. */
    private void keep(Key key, Slot slot, PlaneImage image, BufferedImage drawn) {
        int bytes = BYTES_PER_PIXEL * image.width() * image.height();
        slots.replace(key, slot, new Slot(slot.image(), bytes));
        slot.image().complete(drawn);
    }

    private void giveUp(Key key, Slot slot, @Nullable Throwable problem) {
        if (problem != null) {
            slots.remove(key, slot);
            slot.image().completeExceptionally(problem);
        }
    }

    private Composite stacked(OpenFile file, Key key) throws IOException {
        DicomFile dicom = file.dicom().orElseThrow(() -> new IOException(file.failure()));
        giveUpUnless(key.sameStack(stack));
        Progress told = progress.get();
        told.begin("Projecting all frames", file.frames());
        try {
            Composite all = null;
            for (PlaneGeometry plane : file.planes()) {
                if (plane.plane() instanceof FramePlane frame) {
                    giveUpUnless(key.sameStack(stack) && !told.isCancelled());
                    PlaneImage image = dicom.render(frame, key.window());
                    all =
                            all == null
                                    ? new Composite(image.width(), image.height(), image.channels())
                                    : all;
                    all.add(image);
                    told.step("");
                }
            }
            return Objects.requireNonNull(all, "a stack without frames");
        } finally {
            told.end();
        }
    }

    private static void giveUpUnless(boolean wanted) {
        if (!wanted) {
            throw new CancellationException("given up");
        }
    }

    private static Key key(OpenFile file, Plane plane, Display display) {
        boolean projected =
                display.projection() != Projection.NONE
                        && plane instanceof FramePlane
                        && file.frames() > 1;
        return new Key(
                file.name(),
                projected ? new FramePlane(0) : plane,
                display.window(),
                display.inverted(),
                projected ? display.projection() : Projection.NONE);
    }

    /**
     * Converts a plane to the form that is painted fastest.
     *
     * @param image the plane; not kept
     * @param inverted whether black and white are exchanged
     * @return opaque
     */
    public static BufferedImage forScreen(PlaneImage image, boolean inverted) {
        byte[] samples = image.samples();
        int[] pixels = new int[image.width() * image.height()];
        int flip = inverted ? 0xFFFFFF : 0;
        if (image.channels() == 1) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (samples[i] & 0xFF) * 0x010101 ^ flip;
            }
        } else {
            for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
                int rgb =
                        (samples[at] & 0xFF) << 16
                                | (samples[at + 1] & 0xFF) << 8
                                | samples[at + 2] & 0xFF;
                pixels[i] = rgb ^ flip;
            }
        }
        DirectColorModel model = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
        WritableRaster raster =
                Raster.createPackedRaster(
                        new DataBufferInt(pixels, pixels.length),
                        image.width(),
                        image.height(),
                        image.width(),
                        model.getMasks(),
                        null);
        return new BufferedImage(model, raster, false, null);
    }

    /**
     * Drops all images of a file.
     *
     * @param file name of the file in the database
     */
    void drop(String file) {
        slots.removeIf(key -> key.file().equals(file));
    }

    /**
     * Bytes of the images that are kept.
     *
     * @return at most the limit plus one image
     */
    public long bytes() {
        return slots.weight();
    }
}
