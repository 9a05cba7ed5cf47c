package org.pixelanon.summary;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.layout.WrapPanel;

/** The choice of charts above the one chosen. It does not know the session. */
@Messages({
    "LBL_Chart=Chart:",
    "LBL_Column=Column:",
    "LBL_SessionOnly=files of this session only",
    "CTL_Refresh=Refresh",
    "CTL_OpenCsv=Open CSV…",
    "# {0} - file name",
    "LBL_ColumnOf=Column of {0}"
})
final class SummaryPanel extends JPanel {

    /** The requests of the user. */
    interface Questions {

        /** Another chart or column was chosen, or a refresh is requested. */
        void refresh();

        /** Chooses and opens a CSV file. */
        void openCsv();
    }

    private final JComboBox<Object> charts = new JComboBox<>(Chart.values());
    private final JLabel columnLabel = new JLabel(Bundle.LBL_Column());
    private final JComboBox<String> columns = new JComboBox<>();
    private final JCheckBox sessionOnly = new JCheckBox(Bundle.LBL_SessionOnly());
    private final FigureView view = new FigureView();
    private final transient Questions questions;
    private boolean filling;

    SummaryPanel(Questions questions) {
        super(new BorderLayout());
        this.questions = questions;
        JPanel bar = new WrapPanel();
        JLabel chartLabel = new JLabel(Bundle.LBL_Chart());
        chartLabel.setLabelFor(charts);
        columnLabel.setLabelFor(columns);
        charts.setName("summary.charts");
        charts.getAccessibleContext().setAccessibleName(Bundle.LBL_Chart());
        columns.setName("summary.columns");
        columns.getAccessibleContext().setAccessibleName(Bundle.LBL_Column());
        sessionOnly.setName("summary.sessionOnly");
        bar.add(chartLabel);
        bar.add(charts);
        bar.add(sessionOnly);
        bar.add(columnLabel);
        bar.add(columns);
        bar.add(button("summary.refresh", Bundle.CTL_Refresh(), questions::refresh));
        bar.add(button("summary.openCsv", Bundle.CTL_OpenCsv(), questions::openCsv));
        add(bar, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(view);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        // letters are review keys wherever the focus is
        charts.setKeySelectionManager((key, model) -> -1);
        columns.setKeySelectionManager((key, model) -> -1);
        charts.addActionListener(event -> chosen());
        columns.addActionListener(event -> ask());
        sessionOnly.addActionListener(event -> ask());
        arrange();
    }

    private static JButton button(String name, String title, Runnable what) {
        JButton button = new JButton(title);
        button.setName(name);
        button.addActionListener(event -> what.run());
        return button;
    }

    private void chosen() {
        arrange();
        ask();
    }

    private void arrange() {
        boolean review = charts.getSelectedItem() instanceof Chart;
        sessionOnly.setVisible(review);
        columnLabel.setVisible(!review);
        columns.setVisible(!review);
    }

    private void ask() {
        if (!filling) {
            questions.refresh();
        }
    }

    /** Whether a chart of the review is chosen, and not one of a CSV file. */
    boolean isReview() {
        return charts.getSelectedItem() instanceof Chart;
    }

    Chart chart() {
        return charts.getSelectedItem() instanceof Chart chart ? chart : Chart.MODALITY;
    }

    boolean isSessionOnly() {
        return sessionOnly.isSelected();
    }

    /** The column that is chosen; empty before a CSV file was opened. */
    String column() {
        return columns.getSelectedItem() instanceof String column ? column : "";
    }

    /**
     * Offers the columns of a CSV file and chooses the first.
     *
     * @param file its name
     * @param names its columns
     */
    void offerColumns(String file, List<String> names) {
        filling = true;
        columns.setModel(new DefaultComboBoxModel<>(names.toArray(String[]::new)));
        while (charts.getItemCount() > Chart.values().length) {
            charts.removeItemAt(charts.getItemCount() - 1);
        }
        charts.addItem(Bundle.LBL_ColumnOf(file));
        charts.setSelectedIndex(charts.getItemCount() - 1);
        filling = false;
        chosen();
    }

    /** Focuses the choice of charts. */
    void focus() {
        charts.requestFocusInWindow();
    }

    void show(BarFigure figure, String ifEmpty) {
        view.show(figure, ifEmpty);
    }

    void say(String words) {
        view.say(words);
    }
}
