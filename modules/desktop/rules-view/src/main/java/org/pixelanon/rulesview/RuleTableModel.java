package org.pixelanon.rulesview;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.RuleReview;
import org.pixelanon.rules.Rule;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.Step;

/** One row per rule: label, condition, rectangles, and the number of open files it acts on. */
@Messages({
    "COL_Rule=Rule",
    "COL_Condition=Condition",
    "COL_Rectangles=Rectangles",
    "COL_Hits=Hits",
    "# {0} - line number",
    "LBL_NoLabel=(line {0})",
    "LBL_Always=every file"
})
final class RuleTableModel extends AbstractTableModel {

    private static final int LABEL = 0;
    private static final int CONDITION = 1;
    private static final int RECTANGLES = 2;
    private static final int HITS = 3;

    private transient RuleDocument document = RuleDocument.empty(RuleLanguage.DEID);
    private transient List<Integer> hits = List.of();

    /** Shows other rules; their hits are not yet known. */
    void setDocument(RuleDocument other) {
        document = other;
        hits = List.of();
        fireTableDataChanged();
    }

    /** Shows the hits of the rules, or nothing if they were not tried; keeps the selection. */
    void setHits(RuleReview.@Nullable Tried tried) {
        hits = tried == null ? List.of() : List.copyOf(tried.report().hits().values());
        if (getRowCount() > 0) {
            fireTableRowsUpdated(0, getRowCount() - 1);
        }
    }

    /** The row of the last rule that begins at a line or before; -1 if there is none. */
    int rowOfLine(int line) {
        int row = -1;
        List<Integer> lines = document.parsed().lines();
        for (int i = 0; i < lines.size(); i++) {
            row = lines.get(i) <= line ? i : row;
        }
        return row;
    }

    @Override
    public int getRowCount() {
        return document.rules().size();
    }

    @Override
    public int getColumnCount() {
        return HITS + 1;
    }

    @Override
    public String getColumnName(int column) {
        return switch (column) {
            case LABEL -> Bundle.COL_Rule();
            case CONDITION -> Bundle.COL_Condition();
            case RECTANGLES -> Bundle.COL_Rectangles();
            default -> Bundle.COL_Hits();
        };
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column == HITS ? Integer.class : String.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        Rule rule = document.rules().get(row);
        return switch (column) {
            case LABEL ->
                    rule.label().isEmpty()
                            ? Bundle.LBL_NoLabel(document.parsed().lines().get(row))
                            : rule.label();
            case CONDITION -> {
                String words = document.conditions().get(row);
                yield words.isEmpty() ? Bundle.LBL_Always() : words;
            }
            case RECTANGLES -> rectangles(rule);
            default -> row < hits.size() ? hits.get(row) : 0;
        };
    }

    /** The steps in the words of recipes. */
    private static String rectangles(Rule rule) {
        StringBuilder out = new StringBuilder();
        for (Step step : rule.steps()) {
            out.append(out.isEmpty() ? "" : " ").append(step.keep() ? "keep " : "");
            if (step.area() instanceof Step.Box box) {
                out.append(box.rectangle());
            } else if (step.area() instanceof Step.From from) {
                out.append("from:").append(from.field());
            } else {
                out.append("all");
            }
        }
        return out.toString();
    }
}
