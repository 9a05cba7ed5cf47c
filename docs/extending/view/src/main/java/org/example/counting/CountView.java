package org.example.counting;

import java.awt.BorderLayout;
import java.util.Set;
import javax.swing.JLabel;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.SessionListener;
import org.pixelanon.workbench.SessionView;

/** The view <em>Count</em>: how many texts and rectangles the file on screen has. */
@TopComponent.Description(preferredID = "CountView")
@TopComponent.Registration(mode = "tags", openAtStartup = true, position = 900)
@ActionID(category = "Window", id = "org.example.counting.CountView")
@ActionReference(path = "Menu/Window", position = 900)
@TopComponent.OpenActionRegistration(displayName = "#CTL_Count", preferredID = "CountView")
@Messages({"CTL_Count=&Count", "HINT_Count=How many texts and rectangles the file has"})
public final class CountView extends SessionView implements SessionListener {

    private final JLabel count = new JLabel("", JLabel.CENTER);

    public CountView() {
        super("Count", Bundle.HINT_Count());
        count.setName("count");
        add(count, BorderLayout.CENTER);
    }

    @Override
    protected void componentOpened() {
        session().addListener(this);
        changed(Set.of(Aspect.ITEMS));
    }

    @Override
    protected void componentClosed() {
        session().removeListener(this);
    }

    @Override
    public void changed(Set<Aspect> what) {
        count.setText(session().open().map(f -> f.items().size() + " items").orElse("no file"));
    }
}
