package org.pixelanon.remote;

import java.util.Optional;
import java.util.prefs.Preferences;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.Workers;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.workbench.source.RemotePlaces;

/** Asks for the destination of redacted copies: a bucket or an archive. */
@Messages({
    "LBL_IntoBucket=Bucket",
    "LBL_IntoArchive=PACS (DICOMweb)",
    "LBL_Into=Into",
    "MSG_Into=Each copy is verified on this machine, then stored. Existing objects are not "
            + "replaced.",
    "MSG_IntoReport=The report stays on this machine; its path is shown under Messages."
})
final class TargetPanel {

    /**
     * The destination of copies.
     *
     * @param address the URL
     * @param login the profile; empty for the account's own keys
     */
    record Target(String address, String login) {}

    private final RemotePlaces places;
    private final Workers workers;
    private final Preferences memory;
    private final Rows rows = new Rows();
    private final JRadioButton bucket = new JRadioButton(Bundle.LBL_IntoBucket());
    private final JRadioButton archive = new JRadioButton(Bundle.LBL_IntoArchive());
    private final JTextField address = new JTextField(40);
    private final JLabel problem = Rows.problem("remote.targetproblem");
    private final javax.swing.JPanel profiles = new javax.swing.JPanel(new java.awt.BorderLayout());
    private ProfileChoice profile;

    TargetPanel(RemotePlaces places, Workers workers, Preferences memory) {
        this.places = places;
        this.workers = workers;
        this.memory = memory;
        ButtonGroup kinds = new ButtonGroup();
        kinds.add(bucket);
        kinds.add(archive);
        bucket.setName("remote.intobucket");
        archive.setName("remote.intoarchive");
        bucket.setSelected(!memory.getBoolean("remote.target.archive", false));
        archive.setSelected(!bucket.isSelected());
        address.setName("remote.target");
        address.setText(memory.get("remote.target.address", ""));
        profile = profileOf(kind(), memory.get("remote.target.login", ""));
        bucket.addActionListener(event -> change());
        archive.addActionListener(event -> change());
        rows.add(Bundle.LBL_Into(), bucket);
        rows.add(archive);
        rows.add(profiles);
        rows.add(Bundle.LBL_Address(), address);
        rows.small(Bundle.MSG_Into());
        rows.small(Bundle.MSG_IntoReport());
        rows.words(problem);
    }

    private PlaceKind kind() {
        return archive.isSelected() ? PlaceKind.ARCHIVE : PlaceKind.BUCKET;
    }

    private ProfileChoice profileOf(PlaceKind kind, String login) {
        ProfileChoice made =
                new ProfileChoice(kind, places, workers, login, this::chosen, problem::setText);
        address.putClientProperty("JTextField.placeholderText", kind.hint());
        profiles.removeAll();
        profiles.add(made.component(), java.awt.BorderLayout.CENTER);
        profiles.revalidate();
        profiles.repaint();
        return made;
    }

    private void change() {
        profile = profileOf(kind(), "");
        begin();
    }

    private void chosen() {
        if (!profile.place().isEmpty()) {
            address.setText(profile.place());
        }
    }

    JComponent component() {
        return rows.component();
    }

    /** Lists the profiles. */
    void begin() {
        profile.fill(false);
    }

    /** The typed destination; empty if there is none. */
    Optional<Target> target() {
        String typed = address.getText().strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String url = kind().address(typed);
        if (isRight(url)) {
            memory.putBoolean("remote.target.archive", archive.isSelected());
            memory.put("remote.target.address", typed);
            memory.put("remote.target.login", profile.login());
        }
        return Optional.of(new Target(url, profile.login()));
    }

    /** A refused address may contain a secret by mistake and is not remembered. */
    private static boolean isRight(String url) {
        try {
            Sources.parsed(url);
            return true;
        } catch (SourceException e) {
            return false;
        }
    }
}
