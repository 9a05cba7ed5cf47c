package org.pixelanon.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.pipeline.group.GroupKey;
import org.pixelanon.review.FileList;
import org.pixelanon.review.group.FileGroup;
import org.pixelanon.review.item.FileState;

/** One row per group: what its files have in common, how many there are and how many are done. */
@Messages({
    "COL_Device=Device",
    "COL_Size=Size",
    "COL_Files=Files",
    "COL_Done=Done",
    "COL_Left=Left",
    "LBL_OneFrame=one frame",
    "LBL_Frames=several frames",
    "LBL_Colour=colour",
    "# {0} - number of overlays",
    "LBL_Overlays={0} overlay(s)"
})
final class GroupTableModel extends AbstractTableModel {

    private static final int DEVICE = 0;
    private static final int SIZE = 1;
    private static final int FILES = 2;
    private static final int DONE = 3;
    private static final int LEFT = 4;

    private record Row(FileGroup group, int done, int left) {}

    private transient List<Row> rows = List.of();

    /** Shows other groups. */
    void setGroups(List<FileGroup> groups, FileList files) {
        rows = counted(groups, files);
        fireTableDataChanged();
    }

    /** Counts again. */
    void recount(FileList files) {
        List<Row> now = counted(rows.stream().map(Row::group).toList(), files);
        for (int i = 0; i < now.size(); i++) {
            boolean changed = !now.get(i).equals(rows.get(i));
            if (changed) {
                List<Row> next = new ArrayList<>(rows);
                next.set(i, now.get(i));
                rows = List.copyOf(next);
                fireTableRowsUpdated(i, i);
            }
        }
    }

    private static List<Row> counted(List<FileGroup> groups, FileList files) {
        List<Row> out = new ArrayList<>();
        for (FileGroup group : groups) {
            int done = 0;
            int failed = 0;
            for (String member : group.members()) {
                OptionalInt index = files.indexOf(member);
                FileState state =
                        index.isPresent()
                                ? files.get(index.getAsInt()).state()
                                : FileState.TO_REVIEW;
                done += state == FileState.DONE ? 1 : 0;
                failed += state == FileState.FAILED ? 1 : 0;
            }
            out.add(new Row(group, done, group.members().size() - done - failed));
        }
        return List.copyOf(out);
    }

    FileGroup group(int row) {
        return rows.get(row).group();
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return LEFT + 1;
    }

    @Override
    public String getColumnName(int column) {
        return switch (column) {
            case DEVICE -> Bundle.COL_Device();
            case SIZE -> Bundle.COL_Size();
            case FILES -> Bundle.COL_Files();
            case DONE -> Bundle.COL_Done();
            default -> Bundle.COL_Left();
        };
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column < FILES ? String.class : Integer.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        Row at = rows.get(row);
        GroupKey key = at.group().key();
        return switch (column) {
            case DEVICE -> device(key);
            case SIZE -> size(key);
            case FILES -> at.group().members().size();
            case DONE -> at.done();
            default -> at.left();
        };
    }

    private static String device(GroupKey key) {
        return (key.modality() + " " + key.model()).strip();
    }

    private static String size(GroupKey key) {
        return key.columns() + " \u00d7 " + key.rows();
    }

    /** The full description of a group, for which the columns are too narrow. */
    String describe(int row) {
        GroupKey key = group(row).key();
        List<String> parts = new ArrayList<>();
        parts.add(device(key));
        parts.add(size(key));
        parts.add(key.multiFrame() ? Bundle.LBL_Frames() : Bundle.LBL_OneFrame());
        if (key.colour()) {
            parts.add(Bundle.LBL_Colour());
        }
        List<PlaneGeometry> overlays = key.overlays();
        if (!overlays.isEmpty()) {
            parts.add(Bundle.LBL_Overlays(overlays.size()));
        }
        return String.join(", ", parts);
    }
}
