package org.pixelanon.workbench;

import java.awt.BorderLayout;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;

/** The messages of background tasks: each redacted file with its outcome, and problems. */
@TopComponent.Description(
        preferredID = "MessagesTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "output", openAtStartup = false, position = 900)
@ActionID(category = "Window", id = "org.pixelanon.workbench.MessagesTopComponent")
@ActionReference(path = "Menu/Window", position = 600)
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_Messages",
        preferredID = "MessagesTopComponent")
@Messages({"CTL_Messages=Messages", "HINT_Messages=Messages of background tasks"})
public final class MessagesTopComponent extends SessionView {

    /** Builds the view. */
    public MessagesTopComponent() {
        super(Bundle.CTL_Messages(), Bundle.HINT_Messages());
        JTextArea text = new JTextArea(Lookup.getDefault().lookup(MessageLines.class).document());
        text.setEditable(false);
        text.setName("messages");
        text.getAccessibleContext().setAccessibleName(Bundle.HINT_Messages());
        add(new JScrollPane(text), BorderLayout.CENTER);
    }
}
