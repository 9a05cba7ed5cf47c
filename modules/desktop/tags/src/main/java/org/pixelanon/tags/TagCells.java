package org.pixelanon.tags;

import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.DefaultTableCellRenderer;
import org.openide.util.NbBundle.Messages;

/** Draws the rows: indented, with handles at sequences, headings and seen values in bold. */
@Messages({
    "# {0} - the value",
    "A11Y_Seen={0}, seen in the image",
    "# {0} - tag or item",
    "A11Y_Expanded={0}, expanded",
    "# {0} - tag or item",
    "A11Y_Collapsed={0}, collapsed"
})
final class TagCells extends DefaultTableCellRenderer {

    private static final int STEP = 8;
    private static final int PAD = 3;
    private static final int GAP = 4;

    /** More than a column can show; the whole value is below the table. */
    private static final int LONGEST = 500;

    private final transient TagTableModel model;

    TagCells(TagTableModel model) {
        this.model = model;
    }

    private static int indent(TagNode node) {
        return PAD + STEP * node.depth();
    }

    /** The start of the text of a row, in pixels from the left. */
    static int textStart(int depth) {
        return PAD + STEP * depth + UIManager.getIcon("Tree.expandedIcon").getIconWidth() + GAP;
    }

    /** Right edge of the handle of a row, in pixels from the left of the table. */
    static int handleEnd(TagNode node) {
        return indent(node) + UIManager.getIcon("Tree.expandedIcon").getIconWidth() + PAD;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int index, int column) {
        String text = String.valueOf(value);
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        super.getTableCellRendererComponent(table, shown, selected, false, index, column);
        TagTableModel.Row row = model.row(index);
        boolean seen = model.isSeen(row.node());
        setIcon(null);
        setToolTipText(column == TagTableModel.NAME && !text.isEmpty() ? text : null);
        setIconTextGap(GAP);
        setBorder(BorderFactory.createEmptyBorder(0, PAD, 0, PAD));
        setFont(table.getFont().deriveFont(seen ? Font.BOLD : Font.PLAIN));
        getAccessibleContext().setAccessibleName(text);
        if (column == TagTableModel.TAG) {
            tag(row, text);
        } else if (column == TagTableModel.VALUE && seen) {
            setIcon(TagIcons.SEEN);
            getAccessibleContext().setAccessibleName(Bundle.A11Y_Seen(text));
        }
        if (row.node().isHeading() && !selected) {
            setBackground(UIManager.getColor("TableHeader.hoverBackground"));
            setForeground(UIManager.getColor("TableHeader.foreground"));
            setFont(getFont().deriveFont(Font.BOLD));
        } else if (!selected) {
            setBackground(table.getBackground());
            setForeground(table.getForeground());
        }
        return this;
    }

    private void tag(TagTableModel.Row row, String text) {
        TagNode node = row.node();
        Icon open = UIManager.getIcon("Tree.expandedIcon");
        Icon closed = UIManager.getIcon("Tree.collapsedIcon");
        int indent = row.excerpt() ? PAD : indent(node);
        if (!row.excerpt() && !node.children().isEmpty()) {
            boolean expanded = model.isExpanded(node);
            setIcon(expanded ? open : closed);
            getAccessibleContext()
                    .setAccessibleName(
                            expanded ? Bundle.A11Y_Expanded(text) : Bundle.A11Y_Collapsed(text));
        } else if (!node.isHeading()) {
            indent += open.getIconWidth() + GAP;
        }
        setBorder(BorderFactory.createEmptyBorder(0, indent, 0, PAD));
    }
}
