package org.pixelanon.viewer;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import javax.accessibility.AccessibleRole;
import javax.swing.UIManager;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.workbench.DrawnComponent;
import org.pixelanon.workbench.signs.SignIcon;

/**
 * The planes of the file as a strip of small pictures around the one on screen, and below it the
 * whole file as a slider with a mark where findings are. Below each picture is the sign of its
 * plane: a dashed ring if it was not searched, a ring if findings are undecided, a ring with a tick
 * if none is. Clicking or dragging goes there.
 */
@Messages("LBL_Filmstrip=Planes of the file")
final class Filmstrip extends DrawnComponent {

    private static final int CELL = 76;
    private static final int PICTURE = 60;
    private static final int SLIDER = 16;
    private static final double SMALL = 0.75;
    static final Color ACCENT = new Color(0x56B4E9);
    private static final Color WAITING = new Color(0xE69F00);
    private static final Color DECIDED = new Color(0x009E73);

    private final transient ReviewSession session;
    private final transient PlanePictures pictures;

    Filmstrip(ReviewSession session) {
        super(AccessibleRole.SCROLL_BAR);
        this.session = session;
        pictures = new PlanePictures(session, PICTURE, this::repaint);
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
        boolean otherFile = pictures.follow();
        boolean one = count() <= 1;
        if (isVisible() == one) {
            setVisible(!one);
        }
        if (what.contains(Aspect.PLANE) || what.contains(Aspect.ITEMS) || otherFile) {
            repaint();
        }
    }

    private int count() {
        return pictures.planes().size();
    }

    /** Index of the leftmost visible cell. */
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
        List<PlaneGeometry> planes = pictures.planes();
        if (!planes.isEmpty()) {
            PlanePictures.Marks marks = pictures.marks();
            int first = first();
            for (int i = first; i < planes.size() && (i - first) * CELL < getWidth(); i++) {
                int x = (i - first) * CELL;
                cell(graphics, planes.get(i).plane(), x, i == session.screen().planeIndex());
                mark(this, graphics, marks.sign(i), x + (CELL + PICTURE) / 2 - 6, CELL - 6);
            }
            slider(graphics, planes.size(), marks);
        }
        graphics.dispose();
    }

    private void cell(Graphics2D g, Plane plane, int x, boolean current) {
        Rectangle box = new Rectangle(x + (CELL - PICTURE) / 2, 4, PICTURE, PICTURE);
        g.setColor(Color.BLACK);
        g.fill(box);
        BufferedImage picture = pictures.of(plane);
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
        g.drawString(PlanePictures.label(plane), box.x, CELL - 2);
    }

    /** The sign of a plane, smaller than that of a file, around a point. */
    static void mark(Component on, Graphics2D g, FileSign sign, int x, int y) {
        SignIcon icon = new SignIcon(sign);
        Graphics2D small = (Graphics2D) g.create();
        small.translate(x, y);
        small.scale(SMALL, SMALL);
        icon.paintIcon(on, small, -icon.getIconWidth() / 2, -icon.getIconHeight() / 2);
        small.dispose();
    }

    private void slider(Graphics2D g, int planes, PlanePictures.Marks marks) {
        int top = CELL + 2;
        g.setColor(UIManager.getColor("Component.borderColor"));
        g.fillRoundRect(0, top + 4, getWidth(), 4, 4, 4);
        double step = getWidth() / (double) planes;
        for (int i = marks.any().nextSetBit(0); i >= 0; i = marks.any().nextSetBit(i + 1)) {
            boolean waiting = marks.waiting().get(i);
            g.setColor(waiting ? WAITING : DECIDED);
            g.fillRect(
                    (int) (i * step),
                    waiting ? top : top + 4,
                    Math.max(2, (int) step),
                    waiting ? 12 : 4);
        }
        g.setColor(ACCENT);
        int at = (int) ((session.screen().planeIndex() + 0.5) * step);
        g.fillRoundRect(at - 4, top, 8, 12, 5, 5);
    }

    /** A plain component has no accessible context of its own. */
}
