package org.pixelanon.remote;

import java.awt.EventQueue;
import java.util.Optional;
import java.util.function.Consumer;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.Failures;
import org.pixelanon.review.Workers;
import org.pixelanon.sources.profile.SourceProfile;
import org.pixelanon.workbench.source.RemotePlaces;

/**
 * Asks for the key of the profiles, and for new profiles. Used on the event thread, which waits
 * only for the user; files and keyrings are accessed on workers.
 */
@Messages({
    "TITLE_Key=Profile key",
    "TITLE_NewKey=New profile key",
    "TITLE_Login=Sign in",
    "MSG_KeysDiffer=The keys do not match",
    "MSG_KeyEmpty=Enter a key"
})
final class ProfileDialogs {

    private final RemotePlaces places;
    private final Workers workers;

    ProfileDialogs(RemotePlaces places, Workers workers) {
        this.places = places;
        this.workers = workers;
    }

    /** Runs a task once the profiles can be read, unless the user cancels. */
    void open(Runnable then) {
        workers.answer(
                        workers.network(),
                        () -> {
                            boolean there = places.book().exists();
                            return new State(there, places.book().isOpen());
                        })
                .whenComplete(
                        (state, problem) -> {
                            if (problem == null && state.open()) {
                                then.run();
                            } else {
                                boolean fresh = problem == null && !state.there();
                                ask(fresh, Failures.why(problem), then);
                            }
                        });
    }

    private record State(boolean there, boolean open) {}

    private void ask(boolean fresh, String problem, Runnable then) {
        KeyPanel panel = new KeyPanel(fresh, problem);
        if (!confirmed(panel.component(), fresh ? Bundle.TITLE_NewKey() : Bundle.TITLE_Key())) {
            panel.wipe();
            return;
        }
        Optional<String> wrong = panel.wrong();
        if (wrong.isPresent()) {
            panel.wipe();
            ask(fresh, wrong.get(), then);
            return;
        }
        char[] key = panel.key();
        boolean remember = panel.remembers();
        workers.answer(
                        workers.network(),
                        () -> {
                            places.book().open(key, remember);
                            return true;
                        })
                .whenComplete(
                        (done, failure) -> {
                            java.util.Arrays.fill(key, ' ');
                            panel.wipe();
                            if (failure == null) {
                                then.run();
                            } else {
                                EventQueue.invokeLater(
                                        () -> ask(fresh, Failures.why(failure), then));
                            }
                        });
    }

    /** Asks for a profile, stores it and returns its name. */
    void login(PlaceKind kind, Consumer<String> then) {
        login(new LoginPanel(kind), then);
    }

    private void login(LoginPanel panel, Consumer<String> then) {
        if (!confirmed(panel.component(), Bundle.TITLE_Login())) {
            panel.wipe();
            return;
        }
        SourceProfile profile;
        try {
            profile = panel.profile(places);
        } catch (IllegalArgumentException e) {
            panel.say(String.valueOf(e.getMessage()));
            EventQueue.invokeLater(() -> login(panel, then));
            return;
        }
        open(
                () ->
                        workers.answer(
                                        workers.network(),
                                        () -> {
                                            places.keep(profile);
                                            return true;
                                        })
                                .whenComplete(
                                        (done, failure) -> {
                                            if (failure == null) {
                                                panel.wipe();
                                                then.accept(profile.name());
                                            } else {
                                                panel.say(Failures.why(failure));
                                                login(panel, then);
                                            }
                                        }));
    }

    private static boolean confirmed(javax.swing.JComponent panel, String title) {
        DialogDescriptor dialog = new DialogDescriptor(panel, title);
        return DialogDescriptor.OK_OPTION.equals(DialogDisplayer.getDefault().notify(dialog));
    }
}
