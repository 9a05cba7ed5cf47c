package org.pixelanon.workbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.dicom.LikelyDicom;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.review.Failures;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;

/** Turns what the user opens into the list of files: files, folders, wildcards, CSV lists. */
@Messages({
    "# {0} - number of files",
    "MSG_Opened={0} files",
    "# {0} - why",
    "MSG_NotOpened=Cannot open: {0}",
    "MSG_Listing=Looking for files…"
})
public final class FileOpening {

    /** Shows the first file that is not done. */
    static final int FIRST_TO_REVIEW = -1;

    private final ReviewSession session;
    private final Settings settings;
    private volatile List<String> opened = List.of();
    private final Map<Path, InputFile> inputs = new ConcurrentHashMap<>();

    FileOpening(ReviewSession session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    /**
     * Replaces the list of files. Folders are walked in the background.
     *
     * @param arguments files, folders, wildcards, CSV lists or databases, of which the files that
     *     they name are opened
     * @param first which file is shown, 0-based; negative for the first that is not done
     */
    public void open(List<String> arguments, int first) {
        open(arguments, first, 0);
    }

    /**
     * Replaces the list of files and shows a plane.
     *
     * @param arguments files, folders, wildcards or CSV lists
     * @param first which file is shown, 0-based; negative for the first that is not done
     * @param plane which of its planes, 0-based
     */
    void open(List<String> arguments, int first, int plane) {
        opened = List.copyOf(arguments);
        StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Listing());
        session.workers()
                .answer(session.workers().files(), () -> find(arguments))
                .whenComplete(
                        (paths, problem) -> {
                            if (problem == null) {
                                show(paths, first, plane);
                            } else {
                                tell(Bundle.MSG_NotOpened(Failures.why(problem)));
                            }
                        });
    }

    private List<Path> find(List<String> arguments) throws IOException {
        List<InputFile> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String argument : arguments) {
            if (isDatabase(argument)) {
                files.addAll(named(Path.of(argument)));
            } else {
                others.add(argument);
            }
        }
        if (!others.isEmpty() || files.isEmpty()) {
            files.addAll(met(others));
        }
        files.forEach(f -> inputs.put(f.path(), f));
        return files.stream().map(InputFile::path).distinct().toList();
    }

    private static boolean isDatabase(String argument) {
        try {
            return RegionStore.isDatabase(Path.of(argument));
        } catch (InvalidPathException e) {
            return false; // a wildcard, which not every system has in names
        }
    }

    /** The files that a database has rows of; one that is gone says so when it is shown. */
    private static List<InputFile> named(Path database) throws StoreException {
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            return store.files().stream()
                    .map(f -> Path.of(f.filename()))
                    .map(p -> new InputFile(p, below(p), true))
                    .toList();
        }
    }

    /** Copies keep the folders of their originals: names of files alone may be given twice. */
    private static Path below(Path path) {
        Path root = path.getRoot();
        return root == null ? path : root.relativize(path);
    }

    private List<InputFile> met(List<String> arguments) throws PipelineException {
        InputFiles.Found found =
                InputFiles.find(
                        arguments,
                        settings.pacsRoot().stream().toList(),
                        new BufferedReader(Reader.nullReader()));
        if (found.files().isEmpty()) {
            String why =
                    found.problems().entrySet().stream()
                            .findFirst()
                            .map(p -> p.getKey() + ": " + p.getValue())
                            .orElse("nothing was named");
            throw new PipelineException(why, null);
        }
        return found.files().stream().filter(FileOpening::mayBeDicom).toList();
    }

    /** Of what was met in a folder only DICOM is shown; what was named is shown whatever it is. */
    private static boolean mayBeDicom(InputFile file) {
        return file.explicit() || LikelyDicom.test(file.path());
    }

    private void show(List<Path> paths, int first, int plane) {
        session.setFiles(paths, first, plane)
                .whenComplete(
                        (done, problem) ->
                                tell(
                                        problem == null
                                                ? Bundle.MSG_Opened(paths.size())
                                                : Bundle.MSG_NotOpened(Failures.why(problem))));
    }

    /**
     * A file as it was opened: with its path below the folder it was found in.
     *
     * @param path the file
     * @return what the use cases of the command line work on
     */
    public InputFile input(Path path) {
        InputFile known = inputs.get(path);
        return known != null ? known : new InputFile(path, path.getFileName(), true);
    }

    /** What was opened last. */
    List<String> opened() {
        return opened;
    }

    private static void tell(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }
}
