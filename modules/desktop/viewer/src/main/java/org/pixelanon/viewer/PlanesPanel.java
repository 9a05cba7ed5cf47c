package org.pixelanon.viewer;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.Set;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractListModel;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import javax.swing.text.Position;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.workbench.DrawnComponent;

/**
 * All frames and overlay frames of the file as pictures in rows, with a dot for findings: hollow
 * while one is undecided, filled when all are decided. The one on screen is framed; a click or an
 * arrow key goes to another.
 */
@Messages({
    "A11Y_Planes=Frames and overlays of the file",
    "# {0} - how many planes",
    "# {1} - planes with findings",
    "# {2} - planes with something to decide",
    "LBL_Planes={0} planes, {1} with findings, {2} to decide",
    "# {0} - number of the plane in its sequence",
    "A11Y_Plane=plane {0}"
})
final class PlanesPanel extends JPanel {

    private static final int PICTURE = 128;
    private static final int MARGIN = 6;
    private static final int LABEL = 18;

    private final transient ReviewSession session;
    private final transient PlanePictures pictures;
    private final Planes model = new Planes();
    private final JList<PlaneGeometry> list = new PlaneList(model);
    private final JLabel counts = new JLabel();
    private transient PlanePictures.Marks marks =
            new PlanePictures.Marks(new BitSet(), new BitSet(), new BitSet());
    private boolean following;

    PlanesPanel(ReviewSession session) {
        super(new BorderLayout());
        this.session = session;
        pictures = new PlanePictures(session, PICTURE, list::repaint);
        counts.setName("planes-counts");
        counts.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
        add(counts, BorderLayout.NORTH);
        list.setName("planes-list");
        list.getAccessibleContext().setAccessibleName(Bundle.A11Y_Planes());
        list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
        list.setVisibleRowCount(-1);
        list.setFixedCellWidth(PICTURE + 2 * MARGIN);
        list.setFixedCellHeight(PICTURE + 2 * MARGIN + LABEL);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Cell());
        list.addListSelectionListener(event -> chosen());
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
    }

    private void chosen() {
        if (!following && list.getSelectedIndex() >= 0) {
            session.screen().showPlane(list.getSelectedIndex());
        }
    }

    /** Follows the session. */
    void changed(Set<Aspect> what) {
        boolean otherFile = pictures.follow();
        if (otherFile || what.contains(Aspect.ITEMS)) {
            marks = pictures.marks();
            counts.setText(
                    pictures.planes().isEmpty()
                            ? ""
                            : Bundle.LBL_Planes(
                                    pictures.planes().size(),
                                    marks.any().cardinality(),
                                    marks.waiting().cardinality()));
            list.repaint();
        }
        following = true;
        try {
            if (otherFile) {
                model.changed();
            }
            int shown = session.screen().planeIndex();
            if (shown < model.getSize() && shown != list.getSelectedIndex()) {
                list.setSelectedIndex(shown);
                list.ensureIndexIsVisible(shown);
            }
        } finally {
            following = false;
        }
    }

    JComponent pictureList() {
        return list;
    }

    /** Letters are review keys and must not select by name. */
    private static final class PlaneList extends JList<PlaneGeometry> {

        PlaneList(Planes model) {
            super(model);
        }

        @Override
        public int getNextMatch(String prefix, int startIndex, Position.Bias bias) {
            return -1;
        }
    }

    /** The planes of the open file. */
    private final class Planes extends AbstractListModel<PlaneGeometry> {

        private int size;

        @Override
        public int getSize() {
            return size;
        }

        @Override
        public PlaneGeometry getElementAt(int index) {
            return pictures.planes().get(index);
        }

        void changed() {
            int before = size;
            size = 0;
            if (before > 0) {
                fireIntervalRemoved(this, 0, before - 1);
            }
            size = pictures.planes().size();
            if (size > 0) {
                fireIntervalAdded(this, 0, size - 1);
            }
        }
    }

    /** Draws one plane. */
    private final class Cell extends DrawnComponent implements ListCellRenderer<PlaneGeometry> {

        private transient @Nullable PlaneGeometry plane;
        private int index;
        private boolean current;

        Cell() {
            super(AccessibleRole.LABEL);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends PlaneGeometry> of,
                PlaneGeometry value,
                int at,
                boolean selected,
                boolean focus) {
            plane = value;
            index = at;
            current = selected;
            getAccessibleContext().setAccessibleName(Bundle.A11Y_Plane(at + 1));
            return this;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(PICTURE + 2 * MARGIN, PICTURE + 2 * MARGIN + LABEL);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            if (plane == null) {
                return;
            }
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(Color.BLACK);
            g.fillRect(MARGIN, MARGIN, PICTURE, PICTURE);
            BufferedImage picture = pictures.of(plane.plane());
            if (picture != null) {
                int x = MARGIN + (PICTURE - picture.getWidth()) / 2;
                g.drawImage(picture, x, MARGIN + (PICTURE - picture.getHeight()) / 2, null);
            }
            if (current) {
                g.setColor(Filmstrip.ACCENT);
                g.drawRect(MARGIN - 2, MARGIN - 2, PICTURE + 3, PICTURE + 3);
                g.drawRect(MARGIN - 1, MARGIN - 1, PICTURE + 1, PICTURE + 1);
            }
            g.setColor(UIManager.getColor("Label.foreground"));
            Font font = UIManager.getFont("Label.font");
            g.setFont(current ? font.deriveFont(Font.BOLD) : font);
            int baseline = PICTURE + 2 * MARGIN + LABEL - MARGIN;
            g.drawString(PlanePictures.label(plane.plane()), MARGIN, baseline);
            Filmstrip.mark(this, g, marks.sign(index), MARGIN + PICTURE - 6, baseline - 4);
            g.dispose();
        }
    }
}
