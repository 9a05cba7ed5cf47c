package org.pixelanon.viewer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.workbench.session.Aspect;
import org.pixelanon.workbench.session.Display;
import org.pixelanon.workbench.session.OpenFile;
import org.pixelanon.workbench.session.ReviewItem;
import org.pixelanon.workbench.session.ReviewSession;

/**
 * The planes of the file as a strip of small pictures around the one on screen, and below it the
 * whole file as a slider with a mark where findings are: hollow while undecided, filled when
 * decided. Clicking or dragging goes there.
 */
@Messages("LBL_Filmstrip=Planes of the file")
final class Filmstrip extends JComponent {

    private static final int CELL = 76;
    private static final int PICTURE = 60;
    private static final int SLIDER = 16;
    private static final Color ACCENT = new Color(0x56B4E9);

    private final transient ReviewSession session;
    private final transient Map<Plane, BufferedImage> pictures = new HashMap<>();
    private transient Optional<OpenFile> file = Optional.empty();

    Filmstrip(ReviewSession session) {
        this.session = session;
        setName("filmstrip");
        setPreferredSize(new Dimension(200, CELL + SLIDER));
        getAccessibleContext().setAccessibleName(Bundle.LBL_Filmstrip());
        MouseAdapter mouse =
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        go(event);
                    }

                    @Override
                    public void mouseDragged(MouseEvent event) {
                        if (event.getY() > CELL) {
                            go(event);
                        }
                    }
                };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** Follows the session. */
    void changed(Set<Aspect> what) {
        boolean otherFile = !session.open().equals(file);
        if (otherFile) {
            file = session.open();
            pictures.clear();
        }
        boolean one = file.map(f -> f.planes().size() <= 1).orElse(true);
        if (isVisible() == one) {
            setVisible(!one);
        }
        if (what.contains(Aspect.PLANE) || what.contains(Aspect.ITEMS) || otherFile) {
            repaint();
        }
    }

    private int count() {
        return file.map(f -> f.planes().size()).orElse(0);
    }

    /** Index of the leftmost cell that is visible. */
    private int first() {
        int visible = Math.max(1, getWidth() / CELL);
        int first = session.screen().planeIndex() - visible / 2;
        return Math.max(0, Math.min(first, count() - visible));
    }

    private void go(MouseEvent event) {
        if (count() == 0) {
            return;
        }
        int index =
                event.getY() <= CELL
                        ? first() + event.getX() / CELL
                        : (int) ((long) event.getX() * count() / Math.max(1, getWidth()));
        session.screen().showPlane(Math.max(0, Math.min(count() - 1, index)));
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D graphics = (Graphics2D) g.create();
        graphics.setColor(UIManager.getColor("Panel.background"));
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (file.isPresent() && count() > 0) {
            List<PlaneGeometry> planes = file.get().planes();
            int first = first();
            for (int i = first; i < planes.size() && (i - first) * CELL < getWidth(); i++) {
                cell(
                        graphics,
                        planes.get(i).plane(),
                        (i - first) * CELL,
                        i == session.screen().planeIndex());
            }
            slider(graphics, planes);
        }
        graphics.dispose();
    }

    private void cell(Graphics2D g, Plane plane, int x, boolean current) {
        Rectangle box = new Rectangle(x + (CELL - PICTURE) / 2, 4, PICTURE, PICTURE);
        g.setColor(Color.BLACK);
        g.fill(box);
        BufferedImage picture = picture(plane);
        if (picture != null) {
            g.drawImage(
                    picture,
                    box.x + (PICTURE - picture.getWidth()) / 2,
                    box.y + (PICTURE - picture.getHeight()) / 2,
                    null);
        }
        if (current) {
            g.setColor(ACCENT);
            g.drawRect(box.x - 2, box.y - 2, box.width + 3, box.height + 3);
            g.drawRect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
        }
        g.setColor(UIManager.getColor("Label.foreground"));
        g.setFont(g.getFont().deriveFont(10f));
        String label =
                plane instanceof OverlayPlane o
                        ? String.format(Locale.ROOT, "%04X:%d", o.group(), o.index() + 1)
                        : String.valueOf(plane.index() + 1);
        g.drawString(label, box.x, CELL - 2);
        mark(g, plane, box.x + PICTURE - 6, CELL - 6);
    }

    /** A dot where findings are: filled when all are decided. */
    private void mark(Graphics2D g, Plane plane, int x, int y) {
        boolean any = false;
        boolean waiting = false;
        for (ReviewItem item : file.map(OpenFile::items).orElse(List.of())) {
            if (item.isOn(plane)) {
                any = true;
                waiting |= OpenFile.waits(item);
            }
        }
        if (any) {
            g.setColor(waiting ? new Color(0xE69F00) : new Color(0x009E73));
            if (waiting) {
                g.drawOval(x - 4, y - 4, 7, 7);
            } else {
                g.fillOval(x - 4, y - 4, 8, 8);
            }
        }
    }

    private void slider(Graphics2D g, List<PlaneGeometry> planes) {
        int top = CELL + 2;
        g.setColor(UIManager.getColor("Component.borderColor"));
        g.fillRoundRect(0, top + 4, getWidth(), 4, 4, 4);
        double step = getWidth() / (double) planes.size();
        boolean[] waiting = new boolean[planes.size()];
        boolean[] any = new boolean[planes.size()];
        for (ReviewItem item : file.map(OpenFile::items).orElse(List.of())) {
            for (int i = 0; i < planes.size(); i++) {
                if (item.isOn(planes.get(i).plane())) {
                    any[i] = true;
                    waiting[i] |= OpenFile.waits(item);
                }
            }
        }
        for (int i = 0; i < planes.size(); i++) {
            if (any[i]) {
                g.setColor(waiting[i] ? new Color(0xE69F00) : new Color(0x009E73));
                g.fillRect(
                        (int) (i * step),
                        waiting[i] ? top : top + 4,
                        Math.max(2, (int) step),
                        waiting[i] ? 12 : 4);
            }
        }
        g.setColor(ACCENT);
        int at = (int) ((session.screen().planeIndex() + 0.5) * step);
        g.fillRoundRect(at - 4, top, 8, 12, 5, 5);
    }

    private @org.jspecify.annotations.Nullable BufferedImage picture(Plane plane) {
        BufferedImage known = pictures.get(plane);
        if (known == null && file.isPresent() && file.get().dicom().isPresent()) {
            OpenFile wanted = file.get();
            pictures.put(plane, new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
            session.images()
                    .get(wanted, plane, Display.START)
                    .thenApplyAsync(Filmstrip::small, session.workers().files())
                    .thenAcceptAsync(s -> keep(wanted, plane, s), session.workers().ui());
        }
        return known;
    }

    private void keep(OpenFile of, Plane plane, BufferedImage small) {
        if (file.filter(f -> f == of).isPresent()) {
            pictures.put(plane, small);
            repaint();
        }
    }

    private static BufferedImage small(BufferedImage image) {
        double scale =
                Math.min(1, PICTURE / (double) Math.max(image.getWidth(), image.getHeight()));
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

    /** A plain component has no accessible context of its own. */
    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext =
                    new AccessibleJComponent() {
                        @Override
                        public AccessibleRole getAccessibleRole() {
                            return AccessibleRole.SCROLL_BAR;
                        }
                    };
        }
        return accessibleContext;
    }
}
