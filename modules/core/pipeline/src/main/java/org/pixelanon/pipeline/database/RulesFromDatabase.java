package org.pixelanon.pipeline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Progress;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.rules.DeviceSignature;
import org.pixelanon.rules.Field;
import org.pixelanon.rules.RectangleMerge;
import org.pixelanon.rules.RuleDraft;
import org.pixelanon.rules.Subject;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRow;

/** Makes one rule per device out of the rectangles of files that a person marked done. */
public final class RulesFromDatabase {

    /**
     * How rules are made.
     *
     * @param groupBy the elements that tell devices apart
     * @param minFiles a device with fewer files gets no rule, at least 1
     * @param merge how rectangles are merged
     * @param extend whether ragged edges are moved outwards
     * @param judge releases rectangles whose text the allow-list knows
     * @param root where relative paths are looked for that do not exist as they are; null for
     *     nowhere else
     */
    public record Options(
            List<Field> groupBy,
            int minFiles,
            RectangleMerge merge,
            boolean extend,
            SensitivityJudge judge,
            @Nullable Path root) {}

    /**
     * The rules and what was left out.
     *
     * @param drafts one per device
     * @param notes counts of what was left out, devices with too few files, private elements that
     *     separate devices; no values of the files
     */
    public record Result(List<RuleDraft> drafts, List<String> notes) {
        /** Copies the lists. */
        public Result {
            drafts = List.copyOf(drafts);
            notes = List.copyOf(notes);
        }
    }

    /** What one done file adds. */
    private record DoneFile(
            DeviceSignature signature,
            List<PixelRectangle> rectangles,
            Map<Integer, String> privates,
            String day) {}

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Options options;
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    /**
     * Creates the use case.
     *
     * @param options how rules are made
     */
    public RulesFromDatabase(Options options) {
        this.options = options;
    }

    /**
     * Makes the rules.
     *
     * @param store the database
     * @param progress where progress is shown
     * @return the rules
     * @throws IOException if the database cannot be read
     */
    public Result run(RegionStore store, Progress progress) throws IOException {
        leftOut.clear();
        List<FileSummary> files = store.files();
        progress.begin("Rules", files.size());
        Map<DeviceSignature, List<DoneFile>> devices = new LinkedHashMap<>();
        for (FileSummary file : files) {
            boolean done = file.mark().isPresent() && !file.mark().get().tagged();
            Optional<DoneFile> read =
                    done && file.rectangles() > 0
                            ? read(file, file.mark().get(), store)
                            : Optional.empty();
            read.ifPresent(
                    d -> devices.computeIfAbsent(d.signature(), s -> new ArrayList<>()).add(d));
            progress.step("");
        }
        return result(devices);
    }

    private Result result(Map<DeviceSignature, List<DoneFile>> devices) {
        List<RuleDraft> drafts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        devices.forEach(
                (signature, done) -> {
                    if (done.size() < options.minFiles()) {
                        notes.add(
                                String.format(
                                        Locale.ROOT,
                                        "no rule for '%s': %d files, %d required",
                                        signature.label(),
                                        done.size(),
                                        options.minFiles()));
                        return;
                    }
                    RuleDraft draft = draft(signature, done);
                    drafts.add(draft);
                    PrivateElements.separating(
                                    done.stream().map(DoneFile::privates).toList(),
                                    done.stream().map(DoneFile::rectangles).toList())
                            .forEach(p -> notes.add("'" + signature.label() + "': " + p));
                });
        leftOut.forEach((why, count) -> notes.add(count + " " + why));
        return new Result(drafts, notes);
    }

    private RuleDraft draft(DeviceSignature signature, List<DoneFile> done) {
        List<List<PixelRectangle>> all = done.stream().map(DoneFile::rectangles).toList();
        int columns = signature.size("Columns");
        int rows = signature.size("Rows");
        List<PixelRectangle> merged =
                options.merge().merge(all, options.extend()).stream()
                        .flatMap(
                                r ->
                                        columns > 0 && rows > 0
                                                ? r.clip(columns, rows).stream()
                                                : Stream.of(r))
                        .toList();
        String provenance =
                String.format(
                        Locale.ROOT,
                        "%d files, %d rectangles%s",
                        done.size(),
                        all.stream().mapToInt(List::size).sum(),
                        period(done));
        return new RuleDraft(signature, merged, provenance);
    }

    /** From the first day to the last; nothing if no file has a day. */
    private static String period(List<DoneFile> done) {
        List<String> days =
                done.stream().map(DoneFile::day).filter(d -> !d.isEmpty()).sorted().toList();
        if (days.isEmpty()) {
            return "";
        }
        long undated = done.size() - (long) days.size();
        return ", "
                + days.get(0)
                + " to "
                + days.get(days.size() - 1)
                + (undated > 0 ? ", " + undated + " files without date" : "");
    }

    private Optional<DoneFile> read(FileSummary file, FileMark mark, RegionStore store)
            throws IOException {
        List<StoredRow> rows = store.rowsByThemselves(file.filename());
        Matcher date = DATE.matcher(mark.modified());
        String day = date.lookingAt() ? date.group() : "";
        Path path = path(file.filename());
        if (Files.isRegularFile(path)) {
            try (DicomFile opened = DicomFile.open(path)) {
                List<PixelRectangle> rectangles =
                        rectangles(rows, mark.columns(), mark.rows(), opened.planes());
                Subject subject = Subject.of(opened);
                return rectangles.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new DoneFile(
                                        DeviceSignature.of(subject, options.groupBy()),
                                        rectangles,
                                        PrivateElements.of(opened.attributes()),
                                        day));
            } catch (org.pixelanon.dicom.data.DicomException e) {
                count("files omitted: they cannot be read as DICOM");
                return Optional.empty();
            }
        }
        List<PixelRectangle> rectangles = rectangles(rows, mark.columns(), mark.rows(), List.of());
        if (rectangles.isEmpty()) {
            return Optional.empty();
        }
        if (mark.rows() < 1 || mark.columns() < 1 || mark.model().equals("NoModel")) {
            count("files omitted: they are missing, and the database does not know their device");
            return Optional.empty();
        }
        count("files are missing: their rules use only modality, model and size");
        DeviceSignature signature =
                DeviceSignature.of(mark.modality(), mark.model(), mark.rows(), mark.columns());
        return Optional.of(new DoneFile(signature, rectangles, Map.of(), day));
    }

    private Path path(String filename) {
        Path path = Path.of(filename);
        Path root = options.root();
        return Files.exists(path) || path.isAbsolute() || root == null ? path : root.resolve(path);
    }

    private List<PixelRectangle> rectangles(
            List<StoredRow> rows, int columns, int height, List<PlaneGeometry> planes)
            throws PipelineException {
        List<PixelRectangle> rectangles = new ArrayList<>();
        for (StoredRow row : rows) {
            InclusiveBox box = row.region().box();
            if (box.isSummary()) {
                continue;
            }
            if (box.left() < 0
                    || box.top() < 0
                    || box.right() < box.left()
                    || box.bottom() < box.top()) {
                count("rows omitted: no rectangle");
                continue;
            }
            if (columns > 0
                    && box.left() == 0
                    && box.top() == 0
                    && box.right() >= columns - 1
                    && box.bottom() >= height - 1) {
                count("rows omitted: the whole frame");
                continue;
            }
            List<Decision> decisions = StoredDecisions.decisions(List.of(row), options.judge());
            if (decisions.stream().anyMatch(d -> d.verdict() == Verdict.KEEP)) {
                count("rows omitted: harmless by mark or allow-list");
                continue;
            }
            rectangles.add(inImage(box, planes));
        }
        return rectangles;
    }

    /** Rectangles of overlays count from their origin. */
    private static PixelRectangle inImage(InclusiveBox box, List<PlaneGeometry> planes) {
        PixelRectangle r =
                PixelRectangle.ofInclusive(box.left(), box.top(), box.right(), box.bottom());
        int group = OverlayGroup.FIRST + 2 * box.overlay();
        for (PlaneGeometry g : planes) {
            if (box.overlay() >= 0 && g.plane() instanceof OverlayPlane o && o.group() == group) {
                PixelRectangle moved = r.translate(g.originX(), g.originY());
                return moved.x() >= 0 && moved.y() >= 0 ? moved : r;
            }
        }
        return r;
    }

    private void count(String why) {
        leftOut.merge(why, 1, Integer::sum);
    }
}
