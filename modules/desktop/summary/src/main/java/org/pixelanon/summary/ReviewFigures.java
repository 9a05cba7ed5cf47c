package org.pixelanon.summary;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.review.StoreSnapshot;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

/** Counts the content of a database. Pure: the same snapshot gives the same figures. */
@Messages({
    "FIG_Modality=Modality",
    "FIG_Model=Model",
    "FIG_Origin=Origin of findings",
    "FIG_PerHour=Decisions per hour",
    "FIG_PerFile=Review time per file",
    "FIG_PerSitting=Median seconds per file, by sitting",
    "AXIS_Modality=modality",
    "AXIS_Model=model",
    "AXIS_Origin=origin",
    "AXIS_Hour=hour",
    "AXIS_Seconds=seconds",
    "AXIS_Sitting=start of sitting",
    "AXIS_Files=files",
    "AXIS_Rectangles=rectangles",
    "AXIS_Decisions=decisions",
    "SERIES_Redact=blanked",
    "SERIES_Keep=kept",
    "SERIES_Undecided=undecided",
    "SERIES_OtherUsers=others",
    "LBL_None=not stated",
    "LBL_Person=person",
    "LBL_Ocr=OCR",
    "LBL_Ultrasound=ultrasound regions",
    "LBL_Form=scanned form",
    "LBL_OtherOrigin=other",
    "# {0} - number of files",
    "NOTE_Known={0} files marked, or read in this session",
    "# {0} - number of models shown",
    "# {1} - number of all models",
    "NOTE_Top=the {0} most frequent of {1}",
    "# {0} - number of rectangles",
    "NOTE_Rectangles={0} rectangles in the database",
    "# {0} - number of decisions",
    "# {1} - number of hours",
    "NOTE_Decisions={0} decisions on rectangles and files in the last {1} active hours",
    "# {0} - number of files",
    "# {1} - median",
    "NOTE_PerFile=median {1} s over {0} files; time from one mark to the next, without pauses "
            + "over 15 min",
    "# {0} - number of sittings",
    "NOTE_Sittings=the last {0} sittings; a pause over 15 min ends one"
})
final class ReviewFigures {

    private static final int MOST_MODELS = 15;
    private static final int MOST_HOURS = 48;
    private static final int MOST_SITTINGS = 24;

    /** The number of distinguishable colours, minus one for all others. */
    private static final int MOST_USERS = 4;

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH'h'", Locale.ROOT);
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final List<FileSummary> files;
    private final List<StoredRow> rows;
    private final Map<String, DeviceTags> devices;
    private final Set<String> marked = new HashSet<>();

    /**
     * Prepares the figures.
     *
     * @param snapshot the content of the database
     * @param wanted names of the files that count
     */
    ReviewFigures(StoreSnapshot snapshot, Predicate<String> wanted) {
        files = snapshot.files().stream().filter(f -> wanted.test(f.filename())).toList();
        rows =
                snapshot.rows().stream()
                        .filter(r -> wanted.test(r.filename()) && !r.region().box().isSummary())
                        .toList();
        devices = new HashMap<>(snapshot.devices());
        devices.keySet().removeIf(wanted.negate());
        files.stream().filter(f -> f.mark().isPresent()).forEach(f -> marked.add(f.filename()));
    }

    BarFigure modalities() {
        Map<String, Long> counts = counts(ofFiles(DeviceTags::modality, FileMark::modality));
        return new BarFigure(
                Bundle.FIG_Modality(),
                Bundle.NOTE_Known(sum(counts)),
                Bundle.AXIS_Modality(),
                Bundle.AXIS_Files(),
                true,
                List.of(""),
                BarFigure.rows(counts));
    }

    BarFigure models() {
        Map<String, Long> counts = counts(ofFiles(DeviceTags::model, FileMark::model));
        List<BarFigure.Row> all = BarFigure.rows(counts);
        List<BarFigure.Row> top = all.subList(0, Math.min(MOST_MODELS, all.size()));
        String known = Bundle.NOTE_Known(sum(counts));
        return new BarFigure(
                Bundle.FIG_Model(),
                top.size() < all.size()
                        ? known + "; " + Bundle.NOTE_Top(top.size(), all.size())
                        : known,
                Bundle.AXIS_Model(),
                Bundle.AXIS_Files(),
                true,
                List.of(""),
                top);
    }

    /** The device of each file: from this session if it has read it, else from its mark. */
    private Collection<String> ofFiles(
            Function<DeviceTags, String> read, Function<FileMark, String> stored) {
        Map<String, String> said = new HashMap<>();
        files.forEach(f -> f.mark().ifPresent(m -> said.put(f.filename(), stored.apply(m))));
        devices.forEach((file, device) -> said.put(file, read.apply(device)));
        return said.values();
    }

    /** The number of each value, the most frequent first. */
    private static Map<String, Long> counts(Collection<String> values) {
        Map<String, Long> counts =
                values.stream()
                        .map(v -> v.isBlank() ? Bundle.LBL_None() : v)
                        .collect(
                                Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    BarFigure origins() {
        Map<String, double[]> parts = new LinkedHashMap<>();
        for (StoredRow row : rows) {
            double[] counts = parts.computeIfAbsent(origin(row), o -> new double[3]);
            boolean undecided =
                    row.region().ocrEngine() >= 0
                            && row.author() != Author.PERSON
                            && !marked.contains(row.filename());
            counts[undecided ? 2 : row.region().sensitive() == 0 ? 1 : 0]++;
        }
        List<BarFigure.Row> bars = new ArrayList<>();
        parts.forEach((name, n) -> bars.add(new BarFigure.Row(name, List.of(n[0], n[1], n[2]))));
        bars.sort(Comparator.comparing(r -> -r.values().stream().mapToDouble(v -> v).sum()));
        return new BarFigure(
                Bundle.FIG_Origin(),
                Bundle.NOTE_Rectangles(rows.size()),
                Bundle.AXIS_Origin(),
                Bundle.AXIS_Rectangles(),
                true,
                List.of(Bundle.SERIES_Redact(), Bundle.SERIES_Keep(), Bundle.SERIES_Undecided()),
                bars);
    }

    private static String origin(StoredRow row) {
        return switch (row.region().ocrEngine()) {
            case -1 -> Bundle.LBL_Person();
            case 1, 2, 3 -> Bundle.LBL_Ocr();
            case 4 -> Bundle.LBL_Ultrasound();
            case 5 -> Bundle.LBL_Form();
            default -> Bundle.LBL_OtherOrigin();
        };
    }

    private List<ReviewEvent> marks() {
        List<ReviewEvent> marks = new ArrayList<>();
        for (FileSummary file : files) {
            file.mark()
                    .flatMap(m -> ReviewEvent.of(file.filename(), m.modifiedBy(), m.modified()))
                    .ifPresent(marks::add);
        }
        return marks;
    }

    BarFigure decisionsPerHour() {
        List<ReviewEvent> all = new ArrayList<>(marks());
        for (StoredRow row : rows) {
            if (row.author() == Author.PERSON) {
                ReviewEvent.of(row.filename(), row.region().modifiedBy(), row.region().modified())
                        .ifPresent(all::add);
            }
        }
        List<String> users =
                new ArrayList<>(counts(all.stream().map(ReviewEvent::user).toList()).keySet());
        boolean others = users.size() > MOST_USERS + 1;
        List<String> named = others ? users.subList(0, MOST_USERS) : users;
        TreeMap<LocalDateTime, double[]> hours = new TreeMap<>();
        for (ReviewEvent one : all) {
            String user = one.user().isBlank() ? Bundle.LBL_None() : one.user();
            int index = named.indexOf(user);
            hours.computeIfAbsent(
                            one.at().truncatedTo(ChronoUnit.HOURS),
                            h -> new double[named.size() + (others ? 1 : 0)])[
                    index < 0 ? named.size() : index]++;
        }
        while (hours.size() > MOST_HOURS) {
            hours.pollFirstEntry();
        }
        List<String> series = new ArrayList<>(named);
        if (others) {
            series.add(Bundle.SERIES_OtherUsers());
        }
        List<BarFigure.Row> bars = new ArrayList<>();
        hours.forEach((hour, n) -> bars.add(new BarFigure.Row(HOUR.format(hour), boxed(n))));
        return new BarFigure(
                Bundle.FIG_PerHour(),
                Bundle.NOTE_Decisions(all.size(), hours.size()),
                Bundle.AXIS_Hour(),
                Bundle.AXIS_Decisions(),
                false,
                series,
                bars);
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    BarFigure secondsPerFile() {
        double[] seconds =
                Sitting.of(marks()).stream()
                        .flatMap(s -> s.seconds().stream())
                        .mapToDouble(Long::doubleValue)
                        .toArray();
        return new BarFigure(
                Bundle.FIG_PerFile(),
                Bundle.NOTE_PerFile(seconds.length, oneDecimal(seconds)),
                Bundle.AXIS_Seconds(),
                Bundle.AXIS_Files(),
                false,
                List.of(""),
                Histogram.of(seconds).rows());
    }

    private static String oneDecimal(double[] seconds) {
        double median = Histogram.median(seconds).orElse(0);
        return String.format(Locale.ROOT, "%.1f", median);
    }

    BarFigure secondsPerSitting() {
        List<Sitting> all = Sitting.of(marks());
        List<Sitting> last = all.subList(Math.max(0, all.size() - MOST_SITTINGS), all.size());
        List<BarFigure.Row> bars = new ArrayList<>();
        for (Sitting sitting : last) {
            double median =
                    Histogram.median(sitting.seconds().stream().mapToDouble(s -> s).toArray())
                            .orElseThrow();
            String label = START.format(sitting.start()) + ", " + sitting.user();
            bars.add(new BarFigure.Row(label, List.of(median)));
        }
        return new BarFigure(
                Bundle.FIG_PerSitting(),
                Bundle.NOTE_Sittings(last.size()),
                Bundle.AXIS_Sitting(),
                Bundle.AXIS_Seconds(),
                false,
                List.of(""),
                bars);
    }
}
