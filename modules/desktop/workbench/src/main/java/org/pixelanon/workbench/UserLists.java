package org.pixelanon.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.review.PolicySource;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RulesException;

/** The user's lists and rules, read again when they change. Thread-safe. */
@Messages({
    "# {0} - file, line and reason",
    "MSG_RulesUnread=No suggestions from rules: {0}",
    "# {0} - file",
    "MSG_RulesAbsent={0}: no such file or folder",
    "# {0} - kind of problem",
    "MSG_RulesFailed=cannot be read ({0})"
})
final class UserLists implements PolicySource {

    private final Settings settings;
    private final Consumer<String> told;
    private @Nullable RuleBook rules;
    private String state = "";

    /**
     * @param settings the user's settings
     * @param told receives why rules cannot be read, once for each change; on any thread
     */
    UserLists(Settings settings, Consumer<String> told) {
        this.settings = settings;
        this.told = told;
    }

    @Override
    public DecisionPolicy policy() throws IOException {
        return settings.policy();
    }

    @Override
    public synchronized Optional<RuleBook> rules() {
        String now = state;
        try {
            List<Path> paths = settings.rules();
            now = stateOf(paths);
            if (!now.equals(state)) {
                rules = null;
                state = now;
                rules = paths.isEmpty() ? null : RuleBook.read(paths, false);
            }
        } catch (RulesException e) {
            told.accept(Bundle.MSG_RulesUnread(String.valueOf(e.getMessage())));
        } catch (NoSuchFileException e) {
            failed(Bundle.MSG_RulesAbsent(e.getFile()));
        } catch (IOException e) {
            failed(Bundle.MSG_RulesFailed(e.getClass().getSimpleName()));
        }
        return Optional.ofNullable(rules);
    }

    /** Reported once per state. */
    private void failed(String why) {
        rules = null;
        if (!why.equals(state)) {
            told.accept(Bundle.MSG_RulesUnread(why));
        }
        state = why;
    }

    /** A value that changes with any of the files. */
    private static String stateOf(List<Path> paths) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path path : paths) {
            try (Stream<Path> files =
                    Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
                for (Path file : files.sorted().toList()) {
                    state.append(file)
                            .append(Files.getLastModifiedTime(file))
                            .append(Files.size(file))
                            .append('|');
                }
            }
        }
        return state.toString();
    }
}
