package org.pixelanon.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.SessionDatabase;
import org.pixelanon.review.history.Undo;
import org.pixelanon.store.HistoryEntry;
import org.pixelanon.store.HistoryNote;
import org.pixelanon.workbench.history.EditWords;

/** Edits as rows of a table, the last one first. */
@Messages({
    "COL_What=What",
    "COL_File=File",
    "COL_Where=Where",
    "COL_When=When",
    "COL_Who=Who",
    "COL_Undo=Undo",
    "UNDO_Can=",
    "UNDO_Undone=undone",
    "# {0} - who",
    "UNDO_Other=only by {0}",
    "UNDO_List=not possible: the history keeps no text",
    "UNDO_Changed=not possible: changed since",
    "UNDO_Old=not possible: too long ago"
})
final class HistoryModel extends AbstractTableModel {

    private static final List<String> COLUMNS =
            List.of(
                    Bundle.COL_What(),
                    Bundle.COL_File(),
                    Bundle.COL_Where(),
                    Bundle.COL_When(),
                    Bundle.COL_Who(),
                    Bundle.COL_Undo());

    private record Key(String sitting, long number) {}

    private transient List<HistoryEntry> rows = List.of();
    private transient Set<Key> earlier = Set.of();
    private String sitting = "";
    private String person = "";

    /** Shows edits, the last one first, and which of them can be undone. */
    void show(List<HistoryEntry> entries, Undo undo) {
        rows = List.copyOf(entries);
        Set<Key> can = new HashSet<>();
        undo.earlier().forEach(note -> can.add(key(note)));
        earlier = can;
        sitting = undo.sitting();
        person = undo.person();
        fireTableDataChanged();
    }

    private static Key key(HistoryNote note) {
        return new Key(note.sitting(), note.number());
    }

    HistoryEntry at(int row) {
        return rows.get(row);
    }

    /** Whether an edit was undone. */
    boolean isUndone(int row) {
        return rows.get(row).undone();
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS.get(column);
    }

    @Override
    public String getValueAt(int row, int column) {
        HistoryNote note = rows.get(row).note();
        return switch (column) {
            case 0 -> EditWords.what(note);
            case 1 -> EditWords.file(note);
            case 2 -> EditWords.place(note);
            case 3 -> note.when();
            case 4 -> note.person();
            default -> undo(row, rows.get(row));
        };
    }

    private String undo(int row, HistoryEntry entry) {
        HistoryNote note = entry.note();
        if (entry.undone()) {
            return Bundle.UNDO_Undone();
        } else if (note.sitting().equals(sitting) || earlier.contains(key(note))) {
            return Bundle.UNDO_Can();
        } else if (!note.person().equals(person)) {
            return Bundle.UNDO_Other(note.person());
        } else if (!note.reversible()) {
            return Bundle.UNDO_List();
        }
        return row < SessionDatabase.LOOKED_AT ? Bundle.UNDO_Changed() : Bundle.UNDO_Old();
    }
}
