package org.pixelanon.viewer;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.Display;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.ReviewSession;

/**
 * Small pictures of the planes of the open file, each drawn when it is first asked for, and on
 * which planes findings are. Used on the session's thread.
 */
final class PlanePictures {

    private static final int MOST_KEPT = 512;
    private static final BufferedImage COMING = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    /**
     * The planes with findings, by their index in the file.
     *
     * @param any planes with at least one
     * @param waiting planes with at least one that is to be decided
     */
    record Marks(BitSet any, BitSet waiting) {}

    private final ReviewSession session;
    private final int size;
    private final Runnable onArrival;
    private final Map<Plane, BufferedImage> pictures =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Plane, BufferedImage> eldest) {
                    return size() > MOST_KEPT;
                }
            };
    private Optional<OpenFile> file = Optional.empty();

    /**
     * No pictures yet.
     *
     * @param session whose file is shown
     * @param size the longer side of a picture in pixels
     * @param onArrival told on the session's thread that a picture is there
     */
    PlanePictures(ReviewSession session, int size, Runnable onArrival) {
        this.session = session;
        this.size = size;
        this.onArrival = onArrival;
    }

    /** Turns to the file that is open now; true if it is another one than before. */
    boolean follow() {
        if (session.open().equals(file)) {
            return false;
        }
        file = session.open();
        pictures.clear();
        return true;
    }

    /** The planes of the file in the order they are stepped through. */
    List<PlaneGeometry> planes() {
        return file.map(OpenFile::planes).orElse(List.of());
    }

    /** The picture of a plane; one of a single pixel until it is there. */
    @Nullable BufferedImage of(Plane plane) {
        BufferedImage known = pictures.get(plane);
        if (known == null && file.isPresent() && file.get().dicom().isPresent()) {
            OpenFile wanted = file.get();
            pictures.put(plane, COMING);
            session.images()
                    .get(wanted, plane, Display.START)
                    .thenApplyAsync(this::small, session.workers().files())
                    .thenAcceptAsync(s -> keep(wanted, plane, s), session.workers().ui());
        }
        return known;
    }

    private void keep(OpenFile of, Plane plane, BufferedImage small) {
        if (file.filter(f -> f == of).isPresent()) {
            pictures.put(plane, small);
            onArrival.run();
        }
    }

    private BufferedImage small(BufferedImage image) {
        double scale = Math.min(1, size / (double) Math.max(image.getWidth(), image.getHeight()));
        int w = Math.max(1, (int) (image.getWidth() * scale));
        int h = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, w, h, null);
        g.dispose();
        return out;
    }

    /** Where findings are now. */
    Marks marks() {
        List<PlaneGeometry> planes = planes();
        BitSet any = new BitSet();
        BitSet waiting = new BitSet();
        for (ReviewItem item : file.map(OpenFile::items).orElse(List.of())) {
            boolean waits = OpenFile.waits(item);
            for (int i = 0; i < planes.size(); i++) {
                if (item.isOn(planes.get(i).plane())) {
                    any.set(i);
                    if (waits) {
                        waiting.set(i);
                    }
                }
            }
        }
        return new Marks(any, waiting);
    }

    /** What a plane is called where there is little room: a frame number, or group and number. */
    static String label(Plane plane) {
        return plane instanceof OverlayPlane o
                ? String.format(Locale.ROOT, "%04X:%d", o.group(), o.index() + 1)
                : String.valueOf(plane.index() + 1);
    }
}
