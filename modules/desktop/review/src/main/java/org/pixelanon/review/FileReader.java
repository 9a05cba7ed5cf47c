package org.pixelanon.review;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.UltrasoundRegions;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.Origins;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.review.similar.SimilarRectangles;
import org.pixelanon.review.similar.SimilarRectangles.Useful;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleResult;

/** Reads a file with all its known and suggested items. For workers; thread-safe. */
final class FileReader {

    private final ReviewStore store;
    private final ExecutorService storeThread;
    private final Explanations explanations;
    private final PolicySource policies;

    FileReader(
            ReviewStore store,
            ExecutorService storeThread,
            Explanations explanations,
            PolicySource policies) {
        this.policies = policies;
        this.explanations = explanations;
        this.store = store;
        this.storeThread = storeThread;
    }

    /** The file; an unreadable one contains the reason. */
    OpenFile read(ReviewFile line) {
        // an earlier failure to read does not matter now
        ReviewFile file = line.failure().isEmpty() ? line : ReviewFile.of(line.path());
        // an unreachable file may still exist
        if (!Workers.isRemote(file.path()) && !Files.exists(file.path())) {
            return OpenFile.failed(file, "no such file");
        }
        return Failures.or(() -> opened(file), e -> OpenFile.failed(file, reason(file, e)));
    }

    private OpenFile opened(ReviewFile file) throws IOException {
        DicomFile dicom = DicomFile.open(file.path());
        return Failures.or(
                () -> whole(file, dicom),
                e -> {
                    close(dicom, e);
                    return OpenFile.failed(file, reason(file, e));
                });
    }

    private static String reason(ReviewFile file, Exception failure) {
        return FailureText.reason(failure, file.name());
    }

    private OpenFile whole(ReviewFile file, DicomFile dicom) throws IOException {
        OpenFile open = OpenFile.of(file, dicom, known(file, dicom), warnings(dicom));
        if (open.planes().isEmpty()) {
            String modality = DeviceTags.of(dicom.attributes()).modality();
            dicom.close();
            return OpenFile.failed(file, noImage(modality));
        }
        return open;
    }

    /** Reports and the like are valid, but contain nothing to view or blank. */
    private static String noImage(String modality) {
        String kind = modality.matches("[A-Z]{2,16}") ? " (" + modality + ")" : "";
        return "no image: it holds no frame and no overlay" + kind;
    }

    private static void close(DicomFile dicom, Exception because) {
        try {
            dicom.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** Reads again what is known about an open file. */
    KnownItems again(OpenFile file) throws IOException {
        return known(file.file(), file.dicom().orElseThrow());
    }

    /** Queries on the database's thread, after all earlier edits. */
    private KnownItems known(ReviewFile file, DicomFile dicom) throws IOException {
        List<ReviewItem> computed = new ArrayList<>();
        for (PixelRectangle rectangle : outside(dicom)) {
            Region region = new Region(new AllFrames(), rectangle);
            computed.add(
                    suggestion(file, Layer.ULTRASOUND, region, "outside the ultrasound regions"));
        }
        computed.addAll(ruled(file, dicom));
        Future<KnownItems> asked =
                storeThread.submit(
                        () ->
                                new KnownItems(
                                        items(file, dicom, computed), store.looked(file.name())));
        try {
            KnownItems known = asked.get();
            return new KnownItems(
                    explanations.explain(file.name(), dicom.identity(), known.items()),
                    known.looked());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private List<ReviewItem> items(ReviewFile file, DicomFile dicom, List<ReviewItem> computed)
            throws IOException {
        DeviceTags device = DeviceTags.of(dicom.attributes());
        List<ReviewItem> items = new ArrayList<>(store.items(file.name(), device));
        List<ReviewItem> suggestions = new ArrayList<>(computed);
        for (Useful similar :
                SimilarRectangles.of(store.similar(file.name(), device), dicom.planes(), items)) {
            String reason =
                    "done on " + similar.support() + " of " + similar.files() + " similar files";
            suggestions.add(
                    suggestion(file, Layer.SIMILAR, similar.region(), reason)
                            .withConfidence(similar.agreement()));
        }
        // a suggestion that was accepted and moved is now a row with the same id
        suggestions.removeIf(s -> items.stream().anyMatch(i -> i.id() == s.id() || isSame(i, s)));
        return Origins.merged(items, once(suggestions), dicom.planes());
    }

    /** Rules before similar files before ultrasound regions; of equal rectangles only the first. */
    private static List<ReviewItem> once(List<ReviewItem> suggestions) {
        List<ReviewItem> once = new ArrayList<>();
        for (Layer layer : List.of(Layer.RULE, Layer.SIMILAR, Layer.ULTRASOUND)) {
            for (ReviewItem suggestion : suggestions) {
                boolean twice =
                        once.stream().anyMatch(o -> o.layer() == layer && isSame(o, suggestion));
                if (suggestion.layer() == layer && !twice) {
                    once.add(suggestion);
                }
            }
        }
        return once;
    }

    /** Whether accepting both would write one row twice. */
    private static boolean isSame(ReviewItem a, ReviewItem b) {
        return InclusiveBox.of(a.region()).equals(InclusiveBox.of(b.region()));
    }

    private List<ReviewItem> ruled(ReviewFile file, DicomFile dicom) throws IOException {
        List<ReviewItem> ruled = new ArrayList<>();
        Optional<RuleBook> rules = policies.rules();
        if (rules.isPresent() && !dicom.planes().isEmpty()) {
            for (RuleResult.RuleRegion found : rules.get().apply(dicom).regions()) {
                String reason = "rule: " + found.entry().name();
                ruled.add(suggestion(file, Layer.RULE, found.region(), reason));
            }
        }
        return ruled;
    }

    private static List<PixelRectangle> outside(DicomFile dicom) {
        return UltrasoundRegions.of(dicom.attributes()) instanceof UltrasoundRegions.Usable regions
                ? regions.complement()
                : List.of();
    }

    /** Reasons why suggestions are missing that the file or the rules seem to promise. */
    private List<String> warnings(DicomFile dicom) throws IOException {
        List<String> warnings = new ArrayList<>();
        if (UltrasoundRegions.of(dicom.attributes())
                instanceof UltrasoundRegions.Unusable regions) {
            warnings.add(regions.reason());
        }
        Optional<RuleBook> rules = policies.rules();
        if (rules.isPresent() && !dicom.planes().isEmpty()) {
            warnings.addAll(rules.get().apply(dicom).unusable());
        }
        return warnings;
    }

    private ReviewItem suggestion(ReviewFile file, Layer layer, Region region, String reason) {
        return new ReviewItem(
                ItemIds.ofSuggestion(file.name(), layer, region),
                layer,
                region,
                "",
                1,
                reason,
                true,
                Verdict.UNDECIDED,
                "",
                "");
    }
}
