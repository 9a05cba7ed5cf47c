package org.pixelanon.files;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.function.IntPredicate;
import javax.accessibility.AccessibleRole;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.DrawnComponent;
import org.pixelanon.workbench.Painting;
import org.pixelanon.workbench.signs.SignIcon;
import org.pixelanon.workbench.signs.SignWords;

/**
 * One line of the list of files: state, name, what is said about it, number of findings left. The
 * file on screen has a bar at its side and a bold name.
 */
@Messages({
    "# {0} - name",
    "# {1} - state",
    "# {2} - findings left",
    "# {3} - comment or reason",
    "A11Y_File={0}, {1}, {2} to decide {3}"
})
final class FileCell extends DrawnComponent implements ListCellRenderer<ReviewFile> {

    /** Height of all lines, so that a list never has to measure them. */
    static final int HEIGHT = 24;

    private static final int BAR = 3;
    private static final int TEXT_X = 30;
    private static final int GAP = 8;

    private final transient IntPredicate isCurrent;
    private transient ReviewFile file = ReviewFile.of(java.nio.file.Path.of("file"));
    private boolean current;
    private boolean selected;
    private boolean focused;

    /**
     * A renderer.
     *
     * @param isCurrent tells whether a row shows the file on screen
     */
    FileCell(IntPredicate isCurrent) {
        super(AccessibleRole.LABEL);
        this.isCurrent = isCurrent;
        setPreferredSize(new Dimension(200, HEIGHT));
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ReviewFile> list,
            ReviewFile value,
            int row,
            boolean isSelected,
            boolean hasFocus) {
        file = value;
        current = isCurrent.test(row);
        selected = isSelected;
        focused = hasFocus;
        setFont(list.getFont());
        getAccessibleContext()
                .setAccessibleName(
                        Bundle.A11Y_File(
                                file.fileName(),
                                SignWords.of(FileSign.of(file)),
                                file.undecided(),
                                remark(file)));
        return this;
    }

    /** Why a file cannot be read, else what a person wrote about it. */
    static String remark(ReviewFile file) {
        if (file.failure().isEmpty()) {
            return file.comment();
        }
        // the row names the file already
        String prefix = file.path() + ": ";
        boolean named = file.failure().startsWith(prefix);
        return named ? file.failure().substring(prefix.length()) : file.failure();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.withText(graphics);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color back = UIManager.getColor("List.background");
        if (selected || current) {
            back = UIManager.getColor("List.selectionInactiveBackground");
            if (selected && focused) {
                back = UIManager.getColor("List.selectionBackground");
            }
        }
        g.setColor(back);
        g.fillRect(0, 0, getWidth(), getHeight());
        Color text =
                UIManager.getColor(
                        selected && focused ? "List.selectionForeground" : "List.foreground");
        if (current) {
            g.setColor(UIManager.getColor("Component.accentColor"));
            g.fillRect(0, 0, BAR, getHeight());
        }
        Icon icon = new SignIcon(FileSign.of(file));
        icon.paintIcon(this, g, GAP, (getHeight() - icon.getIconHeight()) / 2);
        int end = badge(g, getWidth() - GAP, back);
        words(g, end, text, Painting.between(text, back));
        g.dispose();
    }

    /** The number of findings left, in a pill; returns where the text has to end. */
    private int badge(Graphics2D g, int right, Color back) {
        if (file.undecided() == 0) {
            return right;
        }
        String count = String.valueOf(file.undecided());
        g.setFont(getFont().deriveFont(Font.BOLD, getFont().getSize2D() - 1));
        FontMetrics metrics = g.getFontMetrics();
        int height = metrics.getHeight();
        int width = Math.max(height, metrics.stringWidth(count) + GAP + 2);
        int y = (getHeight() - height) / 2;
        Color accent = UIManager.getColor("Component.accentColor");
        g.setColor(
                back.equals(UIManager.getColor("List.selectionBackground"))
                        ? Painting.between(accent, Color.BLACK)
                        : accent);
        g.fillRoundRect(right - width, y, width, height, height, height);
        g.setColor(Color.WHITE);
        g.drawString(
                count, right - (width + metrics.stringWidth(count)) / 2, y + metrics.getAscent());
        return right - width - GAP;
    }

    private void words(Graphics2D g, int end, Color text, Color dim) {
        g.setFont(current ? getFont().deriveFont(Font.BOLD) : getFont());
        FontMetrics metrics = g.getFontMetrics();
        int baseline = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
        int room = end - TEXT_X;
        String remark = remark(file);
        String name = file.fileName();
        int wanted = metrics.stringWidth(name);
        int nameRoom = remark.isEmpty() ? room : Math.min(room, Math.max(wanted, room / 3));
        if (!remark.isEmpty() && wanted > room * 2 / 3) {
            nameRoom = room * 3 / 5;
        }
        String shown = Painting.elideMiddle(name, metrics, nameRoom);
        g.setColor(file.state() == FileState.DONE && !current ? dim : text);
        g.drawString(shown, TEXT_X, baseline);
        int x = TEXT_X + metrics.stringWidth(shown) + GAP;
        if (!remark.isEmpty() && x < end) {
            g.setFont(getFont().deriveFont(Font.ITALIC));
            g.setColor(dim);
            g.drawString(Painting.elide(remark, g.getFontMetrics(), end - x), x, baseline);
        }
    }
}
