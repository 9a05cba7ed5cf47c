package org.pixelanon.workbench;

import java.io.BufferedReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.pipeline.InputFile;
import org.pixelanon.pipeline.InputFiles;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.workbench.session.ReviewSession;

/** Turns what the user opens into the list of files: files, folders, wildcards, CSV lists. */
@Messages({
    "# {0} - number of files",
    "MSG_Opened={0} files",
    "# {0} - why",
    "MSG_NotOpened=Cannot open: {0}",
    "MSG_Listing=Looking for files…"
})
public final class FileOpening {

    private final ReviewSession session;
    private final Settings settings;

    FileOpening(ReviewSession session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    /**
     * Replaces the list of files. Folders are walked in the background.
     *
     * @param inputs files, folders, wildcards or CSV lists
     * @param first which file is shown, 0-based
     */
    public void open(List<String> inputs, int first) {
        StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Listing());
        session.workers()
                .files()
                .execute(
                        () -> {
                            try {
                                List<Path> paths = find(inputs);
                                session.workers().ui().execute(() -> show(paths, first));
                            } catch (PipelineException e) {
                                tell(Bundle.MSG_NotOpened(String.valueOf(e.getMessage())));
                            }
                        });
    }

    private List<Path> find(List<String> inputs) throws PipelineException {
        InputFiles.Found found =
                InputFiles.find(
                        inputs, settings.pacsRoot(), new BufferedReader(Reader.nullReader()));
        if (found.files().isEmpty()) {
            String why =
                    found.problems().entrySet().stream()
                            .findFirst()
                            .map(p -> p.getKey() + ": " + p.getValue())
                            .orElse("nothing was named");
            throw new PipelineException(why, null);
        }
        return found.files().stream().map(InputFile::path).toList();
    }

    private void show(List<Path> paths, int first) {
        session.setFiles(paths, first)
                .whenComplete(
                        (done, problem) ->
                                tell(
                                        problem == null
                                                ? Bundle.MSG_Opened(paths.size())
                                                : Bundle.MSG_NotOpened(
                                                        String.valueOf(problem.getMessage()))));
    }

    private static void tell(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }
}
