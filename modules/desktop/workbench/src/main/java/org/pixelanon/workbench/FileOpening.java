package org.pixelanon.workbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.util.NbPreferences;
import org.pixelanon.dicom.LikelyDicom;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.Selection;
import org.pixelanon.review.Failures;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.Workers;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.index.IndexFilter;
import org.pixelanon.workbench.banner.Notices;
import org.pixelanon.workbench.recent.RecentPlaces;
import org.pixelanon.workbench.source.OpenRequest;
import org.pixelanon.workbench.source.RemotePlaces;

/** Opens files, folders, wildcards, CSV lists and URLs as the list of files. */
@Messages({
    "TASK_Select=Reading headers to select files",
    "# {0} - number of files",
    "MSG_Opened={0} files",
    "# {0} - why",
    "MSG_NotOpened=Cannot open: {0}",
    "MSG_Listing=Looking for files…"
})
public final class FileOpening {

    /** Shows the first file that is not done. */
    static final int FIRST_TO_REVIEW = -1;

    private static final int HEADERS_AT_A_TIME = 4;

    private final ReviewSession session;
    private final Settings settings;
    private final RecentPlaces recent =
            new RecentPlaces(NbPreferences.forModule(FileOpening.class));
    private final RemotePlaces places;
    private final Notices notices;
    private volatile OpenRequest opened = OpenRequest.of(List.of());
    private @Nullable Consumer<Runnable> leaving;
    private final Map<Path, InputFile> inputs = new ConcurrentHashMap<>();

    FileOpening(ReviewSession session, Settings settings, RemotePlaces places, Notices notices) {
        this.notices = notices;
        this.session = session;
        this.settings = settings;
        this.places = places;
    }

    /**
     * Replaces the list of files. Folders are walked in the background.
     *
     * @param arguments files, folders, wildcards, CSV lists or databases, whose files are opened
     * @param first the file to show, 0-based; negative for the first that is not done
     */
    public void open(List<String> arguments, int first) {
        open(OpenRequest.of(arguments), first, 0);
    }

    /**
     * Replaces the list of files, and shows the first that is not done. Stores are listed in the
     * background.
     *
     * @param request the request
     */
    public void open(OpenRequest request) {
        open(request, FIRST_TO_REVIEW, 0);
    }

    /**
     * Replaces the list of files and shows a plane.
     *
     * @param request the request
     * @param first the file to show, 0-based; negative for the first that is not done
     * @param plane the plane, 0-based
     */
    void open(OpenRequest request, int first, int plane) {
        Consumer<Runnable> leave = leaving;
        if (leave != null) {
            leave.accept(
                    () -> {
                        leaving = null;
                        open(request, first, plane);
                    });
            return;
        }
        opened = isRight(request) ? request : OpenRequest.of(List.of());
        StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Listing());
        boolean remote = request.inputs().stream().anyMatch(SourceUrl::isUrl);
        Workers workers = session.workers();
        workers.answer(remote ? workers.network() : workers.files(), () -> find(request))
                .whenComplete(
                        (paths, problem) -> {
                            if (problem == null) {
                                show(paths, first, plane);
                            } else {
                                failed(problem, () -> open(request, first, plane));
                            }
                        });
    }

    /**
     * Opens a folder separately from the request otherwise.
     *
     * @param folder the folder whose files are opened, beginning with the first
     * @param leave runs before another list is opened, and then runs its argument
     */
    void openApart(Path folder, Consumer<Runnable> leave) {
        leaving = null;
        open(List.of(folder.toString()), 0);
        leaving = leave;
    }

    /** A refused URL may contain a secret by mistake and is not remembered. */
    private static boolean isRight(OpenRequest request) {
        try {
            request.inputs().stream().filter(SourceUrl::isUrl).forEach(SourceUrl::parse);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<Path> find(OpenRequest request) throws IOException {
        Sources sources = places.by(request.login());
        List<InputFile> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String argument : request.inputs()) {
            if (isDatabase(argument)) {
                files.addAll(named(Path.of(argument), sources));
            } else {
                others.add(argument);
            }
        }
        if (!others.isEmpty() || files.isEmpty()) {
            files.addAll(met(others, request.selections(), sources));
        }
        files.forEach(f -> inputs.put(f.path(), f));
        return files.stream().map(InputFile::path).distinct().toList();
    }

    private static boolean isDatabase(String argument) {
        try {
            return !SourceUrl.isUrl(argument) && RegionStore.isDatabase(Path.of(argument));
        } catch (InvalidPathException e) {
            return false; // a wildcard, which not every system allows in names
        }
    }

    /** The files with rows in a database; a missing one is reported when it is shown. */
    private static List<InputFile> named(Path database, Sources sources) throws IOException {
        List<InputFile> files = new ArrayList<>();
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.VIEW)) {
            for (FileSummary file : store.files()) {
                String name = file.filename();
                Path path = SourceUrl.isUrl(name) ? sources.path(name) : Path.of(name);
                files.add(new InputFile(path, below(path), true));
            }
        }
        return files;
    }

    /** Copies keep the folders of their originals, since file names alone may not be unique. */
    private static Path below(Path path) {
        Path root = path.getRoot();
        return root == null ? path : root.relativize(path);
    }

    private List<InputFile> met(List<String> arguments, List<String> selections, Sources sources)
            throws IOException {
        InputFiles.Found found =
                InputFiles.find(
                        arguments,
                        settings.pacsRoot().stream().toList(),
                        new BufferedReader(Reader.nullReader()),
                        IndexFilter.ALL,
                        sources);
        if (found.files().isEmpty()) {
            String why =
                    found.problems().entrySet().stream()
                            .findFirst()
                            .map(p -> p.getKey() + ": " + p.getValue())
                            .orElse("no file given");
            throw new PipelineException(why, null);
        }
        return selected(found, selections).files().stream()
                .filter(FileOpening::mayBeDicom)
                .toList();
    }

    private static InputFiles.Found selected(InputFiles.Found found, List<String> selections)
            throws IOException {
        InputFiles.Found selected = found;
        for (String selection : selections) {
            TaskProgress progress = new TaskProgress(Bundle.TASK_Select());
            selected = Selection.parse(selection).of(selected, HEADERS_AT_A_TIME, progress);
        }
        return selected;
    }

    /**
     * Files found in a folder are shown only if they are DICOM; named ones are always shown.
     * Objects of a bucket are not examined, which would take too long; they are checked when shown.
     */
    private static boolean mayBeDicom(InputFile file) {
        return file.explicit() || RemotePath.is(file.path()) || LikelyDicom.test(file.path());
    }

    private void show(List<Path> paths, int first, int plane) {
        session.setFiles(paths, first, plane)
                .whenComplete(
                        (done, problem) -> {
                            if (problem == null) {
                                remember(opened);
                                session.workers().ui().execute(notices::close);
                                tell(Bundle.MSG_Opened(paths.size()));
                            } else {
                                failed(problem, () -> show(paths, first, plane));
                            }
                        });
    }

    /**
     * Requests with a profile or selection are not remembered; their own dialog opens them again.
     */
    private void remember(OpenRequest request) {
        boolean plain = request.login().isEmpty() && request.selections().isEmpty();
        recent.opened(plain ? request.inputs() : List.of());
    }

    /** Reported in the status line, in the banner, and on the start page if nothing is open. */
    private void failed(Throwable problem, Runnable again) {
        String why = Bundle.MSG_NotOpened(Failures.why(problem));
        Notices.Kind kind = isOfDatabase(problem) ? Notices.Kind.DATABASE : Notices.Kind.FILES;
        session.workers()
                .ui()
                .execute(
                        () -> {
                            recent.failed(why);
                            notices.failed(why, kind, again);
                            session.setFilter(session.filter()); // views refresh
                            tell(why);
                        });
    }

    private static boolean isOfDatabase(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof StoreException;
    }

    /**
     * The recently opened places.
     *
     * @return always the same
     */
    public RecentPlaces recent() {
        return recent;
    }

    /**
     * A file with its path below the folder in which it was found.
     *
     * @param path the file
     * @return the input for use cases of the command line
     */
    public InputFile input(Path path) {
        InputFile known = inputs.get(path);
        return known != null ? known : new InputFile(path, path.getFileName(), true);
    }

    /** A place for copies in a bucket or archive. */
    Path place(String address, String login) throws IOException {
        return places.by(login).path(address).asPlace();
    }

    /** The last request. */
    OpenRequest opened() {
        return opened;
    }

    private static void tell(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }
}
