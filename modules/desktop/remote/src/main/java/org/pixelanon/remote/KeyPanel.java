package org.pixelanon.remote;

import java.util.Arrays;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import org.openide.util.NbBundle.Messages;

/** Asks for the key of the profiles. */
@Messages({
    "LBL_Key=Key",
    "LBL_KeyAgain=Repeat",
    "LBL_Remember=Save in this computer's keyring",
    "MSG_KeyOld=Profiles for buckets and archives are encrypted with this key.",
    "MSG_KeyNew=Your profiles will be encrypted with this key. Without it, they are lost.",
    "MSG_KeyCommand=The command line uses the same key (PIXELANON_KEY)."
})
final class KeyPanel {

    private final Rows rows = new Rows();
    private final JPasswordField key = new JPasswordField(24);
    private final JPasswordField again = new JPasswordField(24);
    private final JCheckBox remember = new JCheckBox(Bundle.LBL_Remember());
    private final boolean fresh;

    /**
     * @param fresh whether it is a new key, which is requested twice
     * @param problem the problem of the last attempt; empty if there was none
     */
    KeyPanel(boolean fresh, String problem) {
        this.fresh = fresh;
        key.setName("remote.key");
        again.setName("remote.keyagain");
        remember.setName("remote.remember");
        rows.words(new JLabel(fresh ? Bundle.MSG_KeyNew() : Bundle.MSG_KeyOld()));
        rows.add(Bundle.LBL_Key(), key);
        if (fresh) {
            rows.add(Bundle.LBL_KeyAgain(), again);
        }
        rows.add(remember);
        rows.small(Bundle.MSG_KeyCommand());
        JLabel wrong = Rows.problem("remote.keyproblem");
        wrong.setText(problem);
        wrong.setVisible(!problem.isEmpty());
        rows.words(wrong);
    }

    JComponent component() {
        return rows.component();
    }

    /** Why this is not a valid key; empty if it is. */
    Optional<String> wrong() {
        char[] first = key.getPassword();
        char[] second = again.getPassword();
        boolean same = !fresh || Arrays.equals(first, second);
        boolean empty = first.length == 0;
        Arrays.fill(first, ' ');
        Arrays.fill(second, ' ');
        if (empty) {
            return Optional.of(Bundle.MSG_KeyEmpty());
        }
        return same ? Optional.empty() : Optional.of(Bundle.MSG_KeysDiffer());
    }

    /** A copy, to be wiped by the caller. */
    char[] key() {
        return key.getPassword();
    }

    boolean remembers() {
        return remember.isSelected();
    }

    void wipe() {
        key.setText("");
        again.setText("");
    }
}
