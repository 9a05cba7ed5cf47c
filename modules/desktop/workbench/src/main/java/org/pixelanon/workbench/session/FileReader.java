package org.pixelanon.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.UltrasoundRegions;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.database.InspectedPlanes;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleResult;

/** Reads a file with everything that is known or suggested about it. For workers; thread-safe. */
final class FileReader {

    /**
     * What is known and suggested of a file.
     *
     * @param items rectangles
     * @param looked which planes were searched, and shown to the user
     */
    record Known(List<ReviewItem> items, InspectedPlanes looked) {}

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

    /** The file; one that cannot be read says why. */
    OpenFile read(ReviewFile file) {
        if (!Files.exists(file.path())) {
            return OpenFile.failed(file, "no such file");
        }
        DicomFile dicom = null;
        try {
            dicom = DicomFile.open(file.path());
            OpenFile open = OpenFile.of(file, dicom, known(file, dicom), warnings(dicom));
            if (open.planes().isEmpty()) {
                String modality = DeviceTags.of(dicom.attributes()).modality();
                dicom.close();
                return OpenFile.failed(file, noImage(modality));
            }
            return open;
        } catch (IOException | RuntimeException e) {
            return OpenFile.failed(file, why(dicom, e));
        }
    }

    /** Reports and the like are whole, but there is nothing on them to look at or to blank. */
    private static String noImage(String modality) {
        String kind = modality.matches("[A-Z]{2,16}") ? " (" + modality + ")" : "";
        return "no image: it holds no frame and no overlay" + kind;
    }

    private static String why(@org.jspecify.annotations.Nullable DicomFile dicom, Exception e) {
        try {
            if (dicom != null) {
                dicom.close();
            }
        } catch (IOException close) {
            e.addSuppressed(close);
        }
        return reasonOf(e);
    }

    /** Why a file cannot be read, without patient text. */
    static String reasonOf(Exception e) {
        boolean ours = e.getClass().getName().startsWith("org.pixelanon.");
        // messages of foreign exceptions may quote values of the file
        return ours && e.getMessage() != null
                ? e.getMessage()
                : "cannot be read (" + e.getClass().getSimpleName() + ")";
    }

    /** What is known now of a file that is open. */
    Known again(OpenFile file) throws IOException {
        return known(file.file(), file.dicom().orElseThrow());
    }

    /** Asked on the database's thread, behind all edits that were made before. */
    private Known known(ReviewFile file, DicomFile dicom) throws IOException {
        DeviceTags device = DeviceTags.of(dicom.attributes());
        List<ReviewItem> computed = new ArrayList<>();
        for (PixelRectangle rectangle : outside(dicom)) {
            Region region = new Region(new AllFrames(), rectangle);
            computed.add(
                    suggestion(file, Layer.ULTRASOUND, region, "outside the ultrasound regions"));
        }
        computed.addAll(ruled(file, dicom));
        Future<Known> asked =
                storeThread.submit(
                        () -> new Known(items(file, device, computed), store.looked(file.name())));
        try {
            Known known = asked.get();
            return new Known(
                    explanations.explain(file.name(), dicom.identity(), known.items()),
                    known.looked());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private List<ReviewItem> items(ReviewFile file, DeviceTags device, List<ReviewItem> computed)
            throws IOException {
        List<ReviewItem> items = new ArrayList<>(store.items(file.name(), device));
        List<ReviewItem> suggestions = new ArrayList<>(computed);
        for (Region region : store.similar(file.name(), device)) {
            suggestions.add(suggestion(file, Layer.SIMILAR, region, "done on a similar file"));
        }
        for (ReviewItem suggestion : suggestions) {
            // one that a person accepted and moved is a row of the same number now
            boolean known =
                    items.stream()
                            .anyMatch(i -> i.id() == suggestion.id() || isSame(i, suggestion));
            if (!known) {
                items.add(suggestion);
            }
        }
        return items;
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

    /** Why suggestions are missing that the file or the rules seem to promise. */
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
                Standing.UNDECIDED,
                "",
                "");
    }
}
