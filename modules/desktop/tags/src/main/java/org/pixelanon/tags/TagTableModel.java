package org.pixelanon.tags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.dicom.data.ElementLine;

/**
 * The visible places of a tree, one per row: first those whose value is in the pixels, then all.
 * Expanded places stay expanded for the next file.
 */
@Messages({
    "COL_Tag=Tag",
    "COL_Vr=VR",
    "COL_Name=Name",
    "COL_Value=Value",
    "# {0} - number of elements",
    "LBL_Seen=Seen in the image ({0})",
    "# {0} - number of elements",
    "LBL_All=All elements ({0})"
})
final class TagTableModel extends AbstractTableModel {

    static final int TAG = 0;
    static final int VR = 1;
    static final int NAME = 2;
    static final int VALUE = 3;

    /**
     * A row.
     *
     * @param node the place
     * @param excerpt whether it is repeated at the top
     */
    record Row(TagNode node, boolean excerpt) {}

    private final transient Set<String> expanded = new HashSet<>();
    private transient TagTree tree = TagTree.EMPTY;
    private transient Set<String> seen = Set.of();
    private transient List<Row> rows = List.of();

    TagTree tree() {
        return tree;
    }

    void setTree(TagTree other) {
        tree = other;
        seen = Set.of();
        show();
    }

    /**
     * Puts elements first.
     *
     * @param paths of those whose value is in the pixels
     */
    void setSeen(Set<String> paths) {
        if (!seen.equals(paths)) {
            seen = Set.copyOf(paths);
            show();
        }
    }

    boolean isSeen(TagNode node) {
        return seen.contains(node.path());
    }

    Row row(int index) {
        return rows.get(index);
    }

    /** The deepest indentation. */
    int deepest() {
        return rows.stream()
                .filter(r -> !r.excerpt())
                .mapToInt(r -> r.node().depth())
                .max()
                .orElse(0);
    }

    boolean isExpanded(TagNode node) {
        return expanded.contains(node.path());
    }

    /** Shows or hides what is below a row; a sequence of one item shows that item's elements. */
    void setExpanded(int index, boolean open) {
        Row row = rows.get(index);
        TagNode node = row.node();
        if (row.excerpt() || node.children().isEmpty() || isExpanded(node) == open) {
            return;
        }
        if (open) {
            expanded.add(node.path());
            if (node.element() != null && node.children().size() == 1) {
                expanded.add(node.children().get(0).path());
            }
        } else {
            expanded.remove(node.path());
        }
        show();
    }

    /**
     * Expands everything that hides a place.
     *
     * @return its row in the section of all elements
     */
    int reveal(TagNode node) {
        boolean hidden = false;
        for (String up = TagNode.parentOf(node.path()); !up.isEmpty(); up = TagNode.parentOf(up)) {
            hidden |= expanded.add(up);
        }
        if (hidden) {
            show();
        }
        return rowOf(node.path());
    }

    /**
     * The row of a place in the section of all elements.
     *
     * @return 0-based; -1 if it is not visible
     */
    int rowOf(String path) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.excerpt() && row.node().path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    private void show() {
        List<Row> now = new ArrayList<>();
        if (!seen.isEmpty()) {
            List<TagNode> first = tree.all().stream().filter(n -> seen.contains(n.path())).toList();
            now.add(new Row(TagNode.heading(Bundle.LBL_Seen(first.size())), true));
            first.forEach(n -> now.add(new Row(n, true)));
            long elements = tree.elements(e -> true).size();
            now.add(new Row(TagNode.heading(Bundle.LBL_All(elements)), true));
        }
        add(tree.roots(), now);
        rows = List.copyOf(now);
        fireTableDataChanged();
    }

    private void add(List<TagNode> nodes, List<Row> now) {
        for (TagNode node : nodes) {
            now.add(new Row(node, false));
            if (!node.children().isEmpty() && isExpanded(node)) {
                add(node.children(), now);
            }
        }
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return 4;
    }

    @Override
    public String getColumnName(int column) {
        return switch (column) {
            case TAG -> Bundle.COL_Tag();
            case VR -> Bundle.COL_Vr();
            case NAME -> Bundle.COL_Name();
            default -> Bundle.COL_Value();
        };
    }

    @Override
    public String getValueAt(int index, int column) {
        TagNode node = rows.get(index).node();
        ElementLine element = node.element();
        return switch (column) {
            case TAG -> node.title();
            case VR -> element == null ? "" : element.vr().name();
            case NAME -> element == null ? "" : element.name();
            default -> element == null ? "" : element.value();
        };
    }
}
