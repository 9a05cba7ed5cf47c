package org.pixelanon.review;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.Plane;
import org.pixelanon.model.Progress;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.decide.FormSearch;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.run.PlaneSearch;
import org.pixelanon.review.item.ReviewFile;

/**
 * Searches planes for text in the background; results become suggestions in the session, file by
 * file. The recogniser is started with the first search and kept. Used on the session's thread.
 */
public final class TextSearch implements AutoCloseable {

    private final ReviewSession session;
    private final RecognizerSource recognizers;
    private final PolicySource policies;
    private final FormSource forms;
    private final String toolVersion;
    private @Nullable TextRecognizer recognizer;
    private @Nullable FormSearch form;

    /** Creates form searches. */
    public interface FormSource {

        /**
         * Starts it.
         *
         * @return {@link FormSearch#NONE} if forms are not searched; closed by the search
         * @throws IOException if it cannot be started
         */
        FormSearch open() throws IOException;
    }

    /**
     * Creates the search; starts nothing.
     *
     * @param session receives the results
     * @param recognizers starts the recogniser when it is first needed
     * @param policies judges text
     * @param forms starts the form search when it is first needed
     * @param toolVersion the version in audit entries
     */
    public TextSearch(
            ReviewSession session,
            RecognizerSource recognizers,
            PolicySource policies,
            FormSource forms,
            String toolVersion) {
        this.session = session;
        this.recognizers = recognizers;
        this.policies = policies;
        this.forms = forms;
        this.toolVersion = toolVersion;
    }

    /**
     * Searches files.
     *
     * @param files the files, in order
     * @param wanted selects their planes
     * @param progress receives each file and may request a stop after it
     * @param problems receives, on the session's thread, why a file could not be searched
     */
    public void search(
            List<ReviewFile> files,
            Predicate<Plane> wanted,
            Progress progress,
            Consumer<String> problems) {
        searchEach(files, wanted, progress, (file, problem) -> problem.ifPresent(problems));
    }

    /**
     * Searches files and reports on each.
     *
     * @param files the files, in order
     * @param wanted selects their planes
     * @param progress receives each file and may request a stop after it
     * @param told receives, on the session's thread, why each file could not be searched, without
     *     patient text; empty if it was
     */
    public void searchEach(
            List<ReviewFile> files,
            Predicate<Plane> wanted,
            Progress progress,
            BiConsumer<ReviewFile, Optional<String>> told) {
        progress.begin("OCR", files.size());
        session.workers()
                .background()
                .execute(
                        () -> {
                            try {
                                all(files, wanted, progress, told);
                            } finally {
                                progress.end();
                            }
                        });
    }

    private void all(
            List<ReviewFile> files,
            Predicate<Plane> wanted,
            Progress progress,
            BiConsumer<ReviewFile, Optional<String>> told) {
        for (ReviewFile file : files) {
            if (progress.isCancelled()) {
                return;
            }
            Optional<String> readOnly = session.database().readOnly();
            Optional<String> problem = readOnly.isPresent() ? readOnly : one(file, wanted);
            session.workers()
                    .ui()
                    .execute(
                            () -> {
                                told.accept(file, problem);
                                session.database().recount(List.of(file.name()));
                            });
            progress.step(String.valueOf(file.path().getFileName()));
        }
    }

    /**
     * Searches all planes of one file now. Called on the background thread.
     *
     * @param file the file
     * @return why it could not be searched, without patient text; empty if it was
     */
    public Optional<String> searchNow(ReviewFile file) {
        return one(file, plane -> true);
    }

    private Optional<String> one(ReviewFile file, Predicate<Plane> wanted) {
        return Failures.in(() -> search(file, wanted)).map(e -> reason(file, e));
    }

    /** PixelAnon's messages name the file; those of an engine name the engine. */
    private static String reason(ReviewFile file, Exception e) {
        String why = FailureText.reason(e);
        boolean named = e instanceof PixelAnonException && !(e instanceof EngineException);
        return named ? why : file.path() + ": " + why;
    }

    private void search(ReviewFile file, Predicate<Plane> wanted) throws IOException {
        try (DicomFile dicom = DicomFile.open(file.path())) {
            RunDatabase database = session.database().runDatabase(toolVersion);
            PlaneSearch search =
                    new PlaneSearch(recognizer(), policies.policy(), forms(), database);
            session.note(file.name(), search.search(dicom, wanted));
        }
    }

    /** Started on the background thread and used only there. */
    private TextRecognizer recognizer() throws IOException {
        TextRecognizer known = recognizer;
        if (known == null) {
            known = recognizers.open();
            recognizer = known;
        }
        return known;
    }

    private FormSearch forms() throws IOException {
        FormSearch known = form;
        if (known == null) {
            known = forms.open();
            form = known;
        }
        return known;
    }

    /**
     * Closes the recogniser after the current search; the next search starts one again, perhaps a
     * different one.
     */
    @Override
    public void close() {
        session.workers()
                .background()
                .execute(
                        () -> {
                            TextRecognizer known = recognizer;
                            recognizer = null;
                            if (known != null) {
                                known.close();
                            }
                            FormSearch looked = form;
                            form = null;
                            if (looked != null) {
                                looked.close();
                            }
                        });
    }
}
