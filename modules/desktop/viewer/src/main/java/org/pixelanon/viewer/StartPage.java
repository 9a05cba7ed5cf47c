package org.pixelanon.viewer;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.recent.RecentPlaces;

/**
 * The page shown while no file is open: three steps, recent places, and why something could not be
 * opened. Used on the event thread.
 */
@Messages({
    "START_Title=Find and blank text burned into images",
    "START_Step1=1   Open files: they are never changed",
    "START_Step2=2   Search (Shift+O) and decide: Tab goes to the next item,",
    "START_Step2More=Enter blanks, Backspace keeps; Shift+N marks a file done",
    "START_Step3=3   Redact the done files (Ctrl+Shift+E): each copy is verified",
    "START_Folder=Open a folder…   Ctrl+D",
    "START_Files=Open files or a list…   Ctrl+O",
    "START_Database=Use a database…",
    "START_Samples=Open sample files",
    "START_Recent=Recent",
    "# {0} - why",
    "START_Failed=\u26a0 {0}",
    "START_WayOut=Check that it exists and can be read, or choose something else below.",
    "A11Y_Start=Start page"
})
final class StartPage extends JPanel {

    private static final int WIDEST_PLACE = 76;
    private static final float TITLE_SIZE = 8f;
    private static final int GAP = 14;
    private static final int INDENT = 21;

    private final transient Doing doing;
    private final transient RecentPlaces places;
    private final JPanel column = new JPanel();
    private final JLabel failure = new JLabel();
    private final JLabel wayOut = new JLabel(Bundle.START_WayOut());
    private final JPanel recent = new JPanel();
    private final JButton folder = new JButton(Bundle.START_Folder());

    /** The actions of the page. */
    interface Doing {

        /** Asks for a folder and opens it. */
        void openFolder();

        /** Asks for files and opens them. */
        void openFiles();

        /** Asks for a database and uses it. */
        void chooseDatabase();

        /** Draws sample files and opens them. */
        void openSamples();

        /** Opens a place again. */
        void open(String place);
    }

    StartPage(RecentPlaces places, Doing doing) {
        super(new GridBagLayout());
        this.places = places;
        this.doing = doing;
        setName("start-page");
        getAccessibleContext().setAccessibleName(Bundle.A11Y_Start());
        column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
        recent.setLayout(new BoxLayout(recent, BoxLayout.Y_AXIS));
        JLabel title = new JLabel(Bundle.START_Title());
        title.setFont(
                title.getFont().deriveFont(Font.BOLD, title.getFont().getSize() + TITLE_SIZE));
        failure.setName("start-failure");
        failure.setFont(failure.getFont().deriveFont(Font.BOLD));
        place(title, GAP);
        place(failure, 2);
        place(wayOut, GAP);
        place(new JLabel(Bundle.START_Step1()), 4);
        place(new JLabel(Bundle.START_Step2()), 0);
        JLabel more = new JLabel(Bundle.START_Step2More());
        more.setBorder(BorderFactory.createEmptyBorder(0, INDENT, 0, 0));
        place(more, 4);
        place(new JLabel(Bundle.START_Step3()), GAP);
        place(buttons(), GAP);
        place(recent, 0);
        GridBagConstraints middle = new GridBagConstraints();
        middle.insets = new Insets(GAP, GAP, GAP, GAP);
        add(column, middle);
        refresh();
    }

    private void place(JComponent part, int below) {
        part.setAlignmentX(LEFT_ALIGNMENT);
        column.add(part);
        column.add(Box.createVerticalStrut(below));
    }

    private JPanel buttons() {
        JPanel lines = new JPanel();
        lines.setLayout(new BoxLayout(lines, BoxLayout.Y_AXIS));
        JButton files = new JButton(Bundle.START_Files());
        JButton database = new JButton(Bundle.START_Database());
        JButton samples = new JButton(Bundle.START_Samples());
        samples.setName("start-samples");
        samples.addActionListener(event -> doing.openSamples());
        folder.setName("start-folder");
        files.setName("start-files");
        database.setName("start-database");
        folder.addActionListener(event -> doing.openFolder());
        files.addActionListener(event -> doing.openFiles());
        database.addActionListener(event -> doing.chooseDatabase());
        lines.add(line(folder, files));
        lines.add(Box.createVerticalStrut(GAP / 2));
        lines.add(line(database, samples));
        return lines;
    }

    private static JPanel line(JButton first, JButton second) {
        JPanel line = new JPanel();
        line.setLayout(new BoxLayout(line, BoxLayout.X_AXIS));
        line.setAlignmentX(LEFT_ALIGNMENT);
        line.add(first);
        line.add(Box.createHorizontalStrut(GAP / 2));
        line.add(second);
        return line;
    }

    /** Updates the recent places and the failure. */
    void refresh() {
        String why = places.failure();
        failure.setText(why.isEmpty() ? "" : Bundle.START_Failed(HeaderLine.shortened(why, 100)));
        failure.setToolTipText(why.isEmpty() ? null : why);
        failure.setVisible(!why.isEmpty());
        wayOut.setVisible(!why.isEmpty());
        recent.removeAll();
        List<String> all = places.all();
        if (!all.isEmpty()) {
            JLabel label = new JLabel(Bundle.START_Recent());
            label.setFont(label.getFont().deriveFont(Font.BOLD));
            recent.add(label);
        }
        for (int i = 0; i < all.size(); i++) {
            recent.add(link(all.get(i), i));
        }
        revalidate();
        repaint();
    }

    private JButton link(String place, int number) {
        JButton link = new JButton(HeaderLine.shortened(place, WIDEST_PLACE));
        link.setName("start-recent-" + number);
        link.setToolTipText(place);
        link.setContentAreaFilled(false);
        link.setBorderPainted(false);
        link.setMargin(new Insets(1, 0, 1, 0));
        link.setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        Color accent = UIManager.getColor("Component.linkColor");
        if (accent != null) {
            link.setForeground(accent);
        }
        link.addActionListener(event -> doing.open(place));
        return link;
    }

    /** The component to focus while the page is on screen. */
    JComponent keys() {
        return folder;
    }
}
