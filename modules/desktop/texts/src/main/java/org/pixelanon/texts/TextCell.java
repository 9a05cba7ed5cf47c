package org.pixelanon.texts;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import javax.accessibility.AccessibleRole;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.DrawnComponent;
import org.pixelanon.workbench.Painting;
import org.pixelanon.workbench.Thumbnails;

/**
 * A cell of the view <em>OCR text</em>: the picture with the text, and below it the reason and its
 * witnesses; or confidence, or decision; or a part of a heading.
 */
@Messages({
    "# {0} - number of texts",
    "LBL_Waiting={0} to decide",
    "LBL_NoPicture=no image",
    "LBL_Unread=(illegible)",
    "# {0} - text",
    "# {1} - decision",
    "# {2} - reason",
    "# {3} - who saw and read it",
    "A11Y_Text={0}, {1}, {2}, {3}"
})
final class TextCell extends DrawnComponent implements TableCellRenderer {

    static final int PICTURE_WIDTH = 84;
    static final int PICTURE_HEIGHT = 34;
    static final int GAP = 8;

    /** Relative to the font size, so that the names of three finders fit. */
    private static final float SMALL = .85f;

    private final transient ReviewSession session;
    private final transient CropPictures pictures;
    private transient @Nullable ItemRow row;
    private int column;
    private boolean selected;
    private boolean focused;

    TextCell(ReviewSession session, CropPictures pictures) {
        super(AccessibleRole.LABEL);
        this.session = session;
        this.pictures = pictures;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int r, int c) {
        row = (ItemRow) value;
        column = c;
        selected = isSelected;
        focused = isSelected && table.isFocusOwner();
        setFont(table.getFont());
        if (value instanceof ItemRow.Entry entry) {
            ReviewItem item = entry.item();
            String told = item.text().isEmpty() ? item.why() : item.text();
            String witnesses = Words.witnesses(item);
            setToolTipText(witnesses.isEmpty() ? told : told + " \u2013 " + witnesses);
            getAccessibleContext()
                    .setAccessibleName(
                            Bundle.A11Y_Text(
                                    item.text(),
                                    Words.decision(item),
                                    Words.why(entry),
                                    witnesses));
        } else if (value instanceof ItemRow.Heading heading) {
            setToolTipText(null);
            getAccessibleContext().setAccessibleName(Words.of(heading.scope()));
        }
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.withText(graphics);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (row instanceof ItemRow.Heading heading) {
            heading(g, heading);
        } else if (row instanceof ItemRow.Entry entry) {
            entry(g, entry);
        }
        g.dispose();
    }

    private void heading(Graphics2D g, ItemRow.Heading heading) {
        boolean here =
                session.screen().plane().filter(p -> heading.scope().covers(p.plane())).isPresent();
        g.setColor(UIManager.getColor("TableHeader.background"));
        g.fillRect(0, 0, getWidth(), getHeight());
        Color text = UIManager.getColor("Label.foreground");
        g.setColor(text);
        g.setFont(getFont().deriveFont(Font.BOLD));
        if (column == TextModel.TEXT) {
            if (here) {
                g.setColor(UIManager.getColor("Component.accentColor"));
                g.fillRect(0, 0, 3, getHeight());
                g.setColor(text);
            }
            line(g, Words.of(heading.scope()), GAP, getHeight() / 2, getWidth() - GAP);
        } else if (column == TextModel.DECISION && heading.waiting() > 0) {
            g.setFont(getFont());
            line(g, Bundle.LBL_Waiting(heading.waiting()), 4, getHeight() / 2, getWidth() - 4);
        }
    }

    private void entry(Graphics2D g, ItemRow.Entry entry) {
        ReviewItem item = entry.item();
        String state = focused ? "selection" : "selectionInactive";
        Color back =
                UIManager.getColor(selected ? "Table." + state + "Background" : "Table.background");
        Color ink =
                UIManager.getColor(selected ? "Table." + state + "Foreground" : "Table.foreground");
        g.setColor(back);
        g.fillRect(0, 0, getWidth(), getHeight());
        Color dim = Painting.between(ink, back);
        int middle = getHeight() / 2;
        if (column == TextModel.TEXT) {
            int x = PICTURE_WIDTH + 2 * GAP;
            int line = g.getFontMetrics(getFont()).getHeight();
            String names = Words.names(item);
            int above = names.isEmpty() ? middle : middle - line / 2;
            picture(g, item, dim, above);
            g.setFont(getFont().deriveFont(Font.BOLD));
            g.setColor(ink);
            String text = item.text().isBlank() ? Bundle.LBL_Unread() : item.text();
            line(g, text, x, above - line / 2, getWidth() - 4);
            g.setFont(getFont());
            g.setColor(dim);
            line(g, Words.why(entry), x, above + line / 2, getWidth() - 4);
            g.setFont(getFont().deriveFont(SMALL * getFont().getSize2D()));
            line(g, names, GAP, above + line + line / 2, getWidth() - 4);
        } else if (column == TextModel.CONFIDENCE) {
            confidence(g, item, ink, dim);
        } else {
            Icon icon = DecisionIcon.of(item);
            icon.paintIcon(this, g, 4, middle - icon.getIconHeight() / 2);
            g.setFont(getFont());
            g.setColor(ink);
            line(g, Words.decision(item), icon.getIconWidth() + GAP, middle, getWidth());
        }
    }

    /** The database does not store confidences: empty if unknown. */
    private void confidence(Graphics2D g, ReviewItem item, Color text, Color dim) {
        g.setFont(getFont());
        boolean known = item.confidence() < 1;
        g.setColor(known ? text : dim);
        String words =
                known
                        ? NumberFormat.getPercentInstance(Locale.getDefault())
                                .format(item.confidence())
                        : "\u2013";
        line(g, words, 4, getHeight() / 2, getWidth());
    }

    private void picture(Graphics2D g, ReviewItem item, Color dim, int middle) {
        Optional<OpenFile> file = session.open();
        Optional<Thumbnails.Thumbnail> crop = file.flatMap(f -> pictures.get(f, item));
        BufferedImage image = crop.map(Thumbnails.Thumbnail::image).orElse(null);
        if (image != null) {
            double scale =
                    Math.min(
                            (double) PICTURE_WIDTH / image.getWidth(),
                            (double) PICTURE_HEIGHT / image.getHeight());
            int w = Math.max(1, (int) (image.getWidth() * scale));
            int h = Math.max(1, (int) (image.getHeight() * scale));
            int x = GAP + (PICTURE_WIDTH - w) / 2;
            g.drawImage(image, x, middle - h / 2, w, h, null);
        } else if (crop.isEmpty() || crop.get().failed()) {
            g.setFont(getFont());
            g.setColor(dim);
            line(g, Bundle.LBL_NoPicture(), GAP, middle, PICTURE_WIDTH + GAP);
        }
    }

    /** Draws one line of text, centred vertically and cut at its end. */
    private static void line(Graphics2D g, String text, int x, int middle, int end) {
        FontMetrics metrics = g.getFontMetrics();
        int baseline = middle - metrics.getHeight() / 2 + metrics.getAscent();
        g.drawString(Painting.elide(text, metrics, end - x), x, baseline);
    }
}
