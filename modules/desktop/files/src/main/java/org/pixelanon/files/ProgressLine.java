package org.pixelanon.files;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.OptionalDouble;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.FileList;
import org.pixelanon.review.item.FileState;

/** The progress of the review, in words and as a thin bar. */
@Messages({"A11Y_Progress=Progress of the review", "LBL_NoFiles=No files"})
final class ProgressLine extends JPanel {

    private static final int BAR_HEIGHT = 4;

    private final JLabel words = new JLabel(Bundle.LBL_NoFiles());
    private double share;

    ProgressLine() {
        super(new BorderLayout(0, 4));
        setBorder(BorderFactory.createEmptyBorder(6, 8, 4, 8));
        words.setName("files-progress");
        words.getAccessibleContext().setAccessibleDescription(Bundle.A11Y_Progress());
        add(words, BorderLayout.NORTH);
        add(new Bar(), BorderLayout.SOUTH);
    }

    /** Shows the counts of the list, in constant time. */
    void refresh(FileList files, ReviewPace pace) {
        int total = files.size();
        int done = files.count(FileState.DONE);
        int left = total - done - files.count(FileState.FAILED);
        OptionalDouble seconds = pace.secondsPerFile();
        String text = Bundle.LBL_NoFiles();
        if (total > 0) {
            text =
                    seconds.isPresent()
                            ? Words.progress(done, left, total, seconds.getAsDouble())
                            : Words.progress(done, total);
        }
        words.setText(text);
        words.setToolTipText(text);
        share = total == 0 ? 0 : (double) (total - left) / total;
        repaint();
    }

    /** The part of the files that needs no more review. */
    private final class Bar extends JComponent {

        Bar() {
            setPreferredSize(new Dimension(1, BAR_HEIGHT));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Color track = UIManager.getColor("ProgressBar.background");
            graphics.setColor(track);
            graphics.fillRect(0, 0, getWidth(), getHeight());
            graphics.setColor(UIManager.getColor("ProgressBar.foreground"));
            graphics.fillRect(0, 0, (int) Math.round(getWidth() * share), getHeight());
        }
    }
}
