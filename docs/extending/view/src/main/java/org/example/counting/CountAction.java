package org.example.counting;

import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.Workbench;

/** The action <em>Say how many files are open</em>, in the menu Review and under Alt+F9. */
@Messages({"CTL_CountFiles=Say how many files are open", "# {0} - number", "MSG_Files={0} files"})
public final class CountAction {

    private CountAction() {}

    @ActionID(category = "Review", id = "org.example.counting.CountFiles")
    @ActionRegistration(displayName = "#CTL_CountFiles", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 5000),
        @ActionReference(path = "Shortcuts", name = "O-F9")
    })
    public static ActionListener countFilesAction() {
        return event ->
                StatusDisplayer.getDefault()
                        .setStatusText(Bundle.MSG_Files(Workbench.find().session().files().size()));
    }
}
