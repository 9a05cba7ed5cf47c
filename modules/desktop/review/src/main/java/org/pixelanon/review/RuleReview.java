package org.pixelanon.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Progress;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.rules.DeviceSignature;
import org.pixelanon.rules.LabReport;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleDraft;
import org.pixelanon.rules.RuleLab;
import org.pixelanon.rules.Subject;

/**
 * Tries rules on the files of a session and makes rules from their rectangles; changes neither
 * files nor database. Every method is called on the session's thread and returns at once; the work
 * is done on the background thread, and results are completed on the session's thread.
 */
public final class RuleReview {

    /**
     * The effect of rules on the files of the session.
     *
     * @param report the files that could be read, by their names in the database
     * @param unreadable by name, why a file could not be tried, without patient text
     */
    public record Tried(LabReport report, Map<String, String> unreadable) {
        /** Copies the reasons. */
        public Tried {
            unreadable = Map.copyOf(unreadable);
        }
    }

    private final ReviewSession session;

    /**
     * Creates the lab.
     *
     * @param session whose files are tried
     */
    public RuleReview(ReviewSession session) {
        this.session = session;
    }

    /**
     * Tries rules on all files. The texts that should be hidden are the rows of the database that
     * are to be blanked: by a person's decision, or sensitive and undecided.
     *
     * @param rules the rules
     * @param progress receives each file and may request a stop after it
     * @return the effect; fails with {@link CancellationException} when stopped
     */
    public CompletableFuture<Tried> tryAll(ParsedRules rules, Progress progress) {
        List<ReviewFile> files = List.copyOf(session.files().all());
        return background(progress, files.size(), () -> tried(rules, files, progress));
    }

    /**
     * Tries rules again on one file whose rectangles changed.
     *
     * @param rules the rules
     * @param before the effect on all files
     * @param file the file
     * @return the same with that file updated
     */
    public CompletableFuture<Tried> again(ParsedRules rules, Tried before, ReviewFile file) {
        return session.workers()
                .answer(
                        session.workers().background(),
                        () -> replaced(rules, before, List.of(file)));
    }

    private Tried replaced(ParsedRules rules, Tried before, List<ReviewFile> file)
            throws IOException {
        Tried now = tried(rules, file, new SilentProgress());
        Map<String, RuleLab.Trial> trials = new LinkedHashMap<>();
        before.report().trials().forEach(t -> trials.put(t.file(), t));
        now.report().trials().forEach(t -> trials.replace(t.file(), t));
        return new Tried(
                LabReport.of(RuleBook.of("rules", rules, false), List.copyOf(trials.values())),
                before.unreadable());
    }

    private Tried tried(ParsedRules rules, List<ReviewFile> files, Progress progress)
            throws IOException {
        RuleBook book = RuleBook.of("rules", rules, false);
        RuleLab lab = new RuleLab(book);
        List<RuleLab.Trial> trials = new ArrayList<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        for (ReviewFile file : files) {
            if (progress.isCancelled()) {
                throw new CancellationException("stopped");
            }
            Failures.in(() -> trials.add(trial(lab, file)))
                    .ifPresent(e -> unreadable.put(file.name(), FailureText.reason(e)));
            progress.step(file.fileName());
        }
        return new Tried(LabReport.of(book, trials), unreadable);
    }

    private RuleLab.Trial trial(RuleLab lab, ReviewFile file) throws IOException {
        try (DicomFile dicom = DicomFile.open(file.path())) {
            return lab.on(file.name(), dicom, texts(file.name(), dicom));
        }
    }

    /** The rectangles of a file to be blanked according to the database, plane by plane. */
    private List<Region> texts(String name, DicomFile dicom) throws IOException {
        DeviceTags device = DeviceTags.of(dicom.attributes());
        List<Region> texts = new ArrayList<>();
        for (ReviewItem item : stored(name, device)) {
            boolean open = item.verdict() == Verdict.UNDECIDED && item.sensitive();
            if (open || item.isRedacted()) {
                for (PlaneGeometry g : dicom.planes()) {
                    if (item.isOn(g.plane())) {
                        texts.add(new Region(g.plane(), item.region().rectangle()));
                    }
                }
            }
        }
        return texts;
    }

    private List<ReviewItem> stored(String name, DeviceTags device) throws IOException {
        try {
            return session.database()
                    .items(Map.of(name, device))
                    .join()
                    .getOrDefault(name, List.of());
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /**
     * Makes a rule from rectangles.
     *
     * @param file the file they are on
     * @param items the rectangles, each on any of its planes
     * @param provenance where they come from, in words
     * @return the rule, for files of the same device and size; in pixels of the image
     */
    public CompletableFuture<RuleDraft> draft(
            ReviewFile file, List<ReviewItem> items, String provenance) {
        return session.workers()
                .answer(
                        session.workers().files(),
                        () -> {
                            try (DicomFile dicom = DicomFile.open(file.path())) {
                                DeviceSignature signature =
                                        DeviceSignature.of(
                                                Subject.of(dicom), DeviceSignature.DEFAULT);
                                return new RuleDraft(signature, inImage(dicom, items), provenance);
                            }
                        });
    }

    /** Converts to image pixels, since the origin of an overlay may differ. */
    private static List<PixelRectangle> inImage(DicomFile dicom, List<ReviewItem> items)
            throws IOException {
        Set<PixelRectangle> rectangles = new LinkedHashSet<>();
        for (ReviewItem item : items) {
            for (PlaneGeometry g : dicom.planes()) {
                if (item.isOn(g.plane())) {
                    rectangles.add(item.region().rectangle().translate(g.originX(), g.originY()));
                    break;
                }
            }
        }
        return List.copyOf(rectangles);
    }

    private <T> CompletableFuture<T> background(
            Progress progress, int steps, Workers.Work<T> work) {
        return session.workers()
                .answer(
                        session.workers().background(),
                        () -> {
                            progress.begin("Trying rules", steps);
                            try {
                                return work.run();
                            } finally {
                                progress.end();
                            }
                        });
    }
}
