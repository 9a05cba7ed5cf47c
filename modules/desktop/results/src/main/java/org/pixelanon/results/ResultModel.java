package org.pixelanon.results;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.workbench.results.TaskResult;

/** Results as rows of a table. */
@Messages({
    "COL_End=Result",
    "COL_File=File",
    "COL_Reason=Reason",
    "COL_Copy=Copy",
    "COL_When=When",
    "END_Written=copy written",
    "END_Searched=searched",
    "END_Withheld=copy withheld",
    "END_WithheldSearch=needs review",
    "END_Failed=copy failed",
    "END_FailedSearch=search failed"
})
final class ResultModel extends AbstractTableModel {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COLUMNS =
            List.of(
                    Bundle.COL_End(),
                    Bundle.COL_File(),
                    Bundle.COL_Reason(),
                    Bundle.COL_Copy(),
                    Bundle.COL_When());

    private transient List<TaskResult> rows = List.of();

    void show(List<TaskResult> results) {
        rows = List.copyOf(results);
        fireTableDataChanged();
    }

    TaskResult at(int row) {
        return rows.get(row);
    }

    List<TaskResult> rows() {
        return rows;
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
        return cells(rows.get(row)).get(column);
    }

    /** The names of the columns. */
    static List<String> columns() {
        return COLUMNS;
    }

    /** A result in words, column by column. */
    static List<String> cells(TaskResult result) {
        return List.of(
                words(result),
                String.valueOf(result.file()),
                reason(result),
                result.written().map(String::valueOf).orElse(""),
                TIME.format(result.when()));
    }

    /** The row names the file already. */
    private static String reason(TaskResult result) {
        String prefix = result.file() + ": ";
        boolean named = result.reason().startsWith(prefix);
        return named ? result.reason().substring(prefix.length()) : result.reason();
    }

    static String words(TaskResult result) {
        boolean search = result.task() == TaskResult.Task.SEARCH;
        return switch (result.end()) {
            case WRITTEN -> Bundle.END_Written();
            case SEARCHED -> Bundle.END_Searched();
            case WITHHELD -> search ? Bundle.END_WithheldSearch() : Bundle.END_Withheld();
            case FAILED -> search ? Bundle.END_FailedSearch() : Bundle.END_Failed();
        };
    }

    /** The sign of the file for this result in other views. */
    static FileSign sign(TaskResult result) {
        return switch (result.end()) {
            case WRITTEN -> FileSign.EXPORTED;
            case SEARCHED -> FileSign.SEARCHED;
            case WITHHELD -> FileSign.WITHHELD;
            case FAILED -> FileSign.COPY_FAILED;
        };
    }
}
