package org.pixelanon.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.signs.SignIcon;
import org.pixelanon.workbench.signs.SignWords;

/** The thin line above the plane: file n of N, state, plane, device and size; saved or not. */
@Messages({
    "# {0} - number of the file",
    "# {1} - number of files",
    "LBL_FileOf=File {0} of {1}",
    "# {0} - state",
    "LBL_Locked={0} (locked)",
    "LBL_Saved=\u2713 saved",
    "LBL_Saving=saving\u2026",
    "# {0} - why",
    "LBL_NotSaved=\u26a0 not saved: {0}",
    "LBL_RedactedView=redacted view",
    "# {0} - what of the file cannot be used",
    "LBL_Warning=\u26a0 {0}",
    "# {0} - who",
    "LBL_Others=\u26a0 also open: {0}",
    "LBL_Header=File and plane on screen",
    "LBL_SavedState=Saved state"
})
final class HeaderLine extends JPanel {

    private static final int LONGEST_NAME = 33;

    private final transient ReviewSession session;
    private final JLabel left = new CutLabel();
    private final JLabel right = new JLabel(" ", SwingConstants.RIGHT);

    /** A label that may be cut, so that it never widens the view. */
    private static final class CutLabel extends JLabel {

        CutLabel() {
            super(" ");
        }

        @Override
        public Dimension getMinimumSize() {
            return new Dimension(0, super.getMinimumSize().height);
        }
    }

    HeaderLine(ReviewSession session) {
        super(new BorderLayout(16, 0));
        this.session = session;
        setName("plane-header");
        setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
        left.setName("plane-header-text");
        left.setFont(left.getFont().deriveFont(Font.BOLD));
        left.getAccessibleContext().setAccessibleName(Bundle.LBL_Header());
        right.setName("plane-header-saved");
        right.getAccessibleContext().setAccessibleName(Bundle.LBL_SavedState());
        add(left, BorderLayout.CENTER);
        add(right, BorderLayout.EAST);
    }

    /** Updates the line. */
    void refresh() {
        left.setText(session.current() < 0 ? " " : text());
        left.setIcon(
                session.current() < 0
                        ? null
                        : new SignIcon(FileSign.of(session.files().get(session.current()))));
        left.setToolTipText(
                session.current() < 0
                        ? null
                        : session.files().get(session.current()).path().toString());
        right.setText(session.current() < 0 ? " " : saved());
    }

    private String text() {
        ReviewFile file = session.files().get(session.current());
        NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.getDefault());
        StringBuilder out = new StringBuilder();
        out.append(
                Bundle.LBL_FileOf(
                        numbers.format(session.current() + 1L),
                        numbers.format(session.files().size())));
        part(out, shortened(file.fileName(), LONGEST_NAME));
        part(out, stateOf(file));
        part(out, session.screen().planeTitle());
        if (!session.others().isEmpty()) {
            part(out, Bundle.LBL_Others(String.join(", ", session.others())));
        }
        session.open().map(OpenFile::warnings).stream()
                .flatMap(List::stream)
                .forEach(w -> part(out, Bundle.LBL_Warning(w)));
        if (session.screen().display().redacted()) {
            part(out, Bundle.LBL_RedactedView());
        }
        Optional<PlaneGeometry> plane = session.screen().plane();
        plane.ifPresent(p -> part(out, p.width() + " \u00d7 " + p.height()));
        // last, because names of devices are long and the line may be cut
        Optional<DeviceTags> device = session.open().flatMap(OpenFile::device);
        device.ifPresent(d -> part(out, (d.modality() + " " + d.model()).strip()));
        return out.toString();
    }

    private static void part(StringBuilder out, String text) {
        if (!text.isEmpty()) {
            out.append("  \u00b7  ").append(text);
        }
    }

    /**
     * Long names are cut in the middle, since files of a series differ at the end of their names.
     */
    static String shortened(String name, int longest) {
        int half = (longest - 1) / 2;
        return name.length() <= longest
                ? name
                : name.substring(0, half) + "\u2026" + name.substring(name.length() - half);
    }

    static String stateOf(ReviewFile file) {
        String said = SignWords.of(FileSign.of(file));
        return file.state() == FileState.DONE ? Bundle.LBL_Locked(said) : said;
    }

    private String saved() {
        Optional<String> failure = session.editor().failure();
        if (failure.isPresent()) {
            return Bundle.LBL_NotSaved(failure.get());
        }
        return session.editor().isSaved() ? Bundle.LBL_Saved() : Bundle.LBL_Saving();
    }
}
