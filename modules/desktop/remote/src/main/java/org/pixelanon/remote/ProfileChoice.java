package org.pixelanon.remote;

import java.awt.FlowLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.Failures;
import org.pixelanon.review.Workers;
import org.pixelanon.sources.profile.SourceProfile;
import org.pixelanon.workbench.source.RemotePlaces;

/** Chooses the profile for a place. Profiles are listed once their key is known. */
@Messages({
    "LBL_Profile=Profile",
    "LBL_Account=none (default credentials of this account)",
    "BTN_SignIn=Sign in…",
    "BTN_Unlock=Unlock profiles…"
})
final class ProfileChoice {

    private final PlaceKind kind;
    private final RemotePlaces places;
    private final Workers workers;
    private final ProfileDialogs dialogs;
    private final Consumer<String> onProblem;
    private final Runnable onChoice;
    private final JPanel component = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
    private final JComboBox<String> names = new JComboBox<>();
    private final JButton unlock = new JButton(Bundle.BTN_Unlock());
    private List<SourceProfile> profiles = List.of();
    private String wanted;
    private boolean filling;

    /**
     * @param wanted the initial profile if it exists
     * @param onChoice called when another one is chosen
     * @param onProblem receives why profiles cannot be read
     */
    ProfileChoice(
            PlaceKind kind,
            RemotePlaces places,
            Workers workers,
            String wanted,
            Runnable onChoice,
            Consumer<String> onProblem) {
        this.kind = kind;
        this.places = places;
        this.workers = workers;
        this.dialogs = new ProfileDialogs(places, workers);
        this.wanted = wanted;
        this.onChoice = onChoice;
        this.onProblem = onProblem;
        names.setName("remote.profile");
        names.addItem(Bundle.LBL_Account());
        names.addActionListener(
                event -> {
                    if (!filling) {
                        this.wanted = login();
                        onChoice.run();
                    }
                });
        JLabel before = new JLabel(Bundle.LBL_Profile());
        before.setLabelFor(names);
        JButton signIn = new JButton(Bundle.BTN_SignIn());
        signIn.setName("remote.signin");
        signIn.addActionListener(event -> dialogs.login(kind, this::added));
        unlock.setName("remote.unlock");
        unlock.setVisible(false);
        unlock.addActionListener(event -> dialogs.open(() -> fill(false)));
        component.add(before);
        component.add(names);
        component.add(signIn);
        component.add(unlock);
    }

    JComponent component() {
        return component;
    }

    /** The name of the chosen profile; empty for the account's own keys. */
    String login() {
        int index = names.getSelectedIndex();
        return index <= 0 ? "" : profiles.get(index - 1).name();
    }

    /** The place of the chosen profile; empty if it is for all places of its kind. */
    String place() {
        int index = names.getSelectedIndex();
        return index <= 0 ? "" : profiles.get(index - 1).place();
    }

    private void added(String name) {
        wanted = name;
        fill(true);
    }

    private record Known(boolean open, boolean there, List<SourceProfile> profiles) {}

    /**
     * Lists the profiles that can be read now.
     *
     * @param chosen whether a person chose the wanted one
     */
    void fill(boolean chosen) {
        workers.answer(
                        workers.network(),
                        () -> {
                            boolean there = places.book().exists();
                            boolean open = there && places.book().isOpen();
                            List<SourceProfile> all =
                                    open
                                            ? places.book().read().values().stream()
                                                    .filter(p -> kind.has(p.scheme()))
                                                    .toList()
                                            : List.of();
                            return new Known(open, there, all);
                        })
                .whenComplete(
                        (known, problem) -> {
                            if (problem == null) {
                                show(known, chosen);
                            } else {
                                onProblem.accept(Failures.why(problem));
                            }
                        });
    }

    private void show(Known known, boolean chosen) {
        filling = true;
        profiles = known.profiles();
        DefaultComboBoxModel<String> all = new DefaultComboBoxModel<>();
        all.addElement(Bundle.LBL_Account());
        profiles.forEach(p -> all.addElement(p.name()));
        names.setModel(all);
        names.setSelectedItem(wanted.isEmpty() ? Bundle.LBL_Account() : wanted);
        filling = false;
        unlock.setVisible(known.there() && !known.open());
        component.revalidate();
        if (chosen) {
            onChoice.run();
        }
    }
}
