package org.pixelanon.pipeline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Identity.Device;
import org.pixelanon.model.Progress;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.TextTemplate;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

/**
 * Proposes allow-list lines from texts that people kept. Nothing is proposed that anybody blanked,
 * that is in the tags of one of its files, that may be a name, or that has the form of a date, a
 * personal number and the like. People must check the proposals.
 */
public final class AllowListFromDatabase {

    /**
     * What is proposed.
     *
     * @param minFiles fewer files of a device propose nothing, at least 1
     * @param judge what releases text already; what it hides for more than being unknown is not
     *     proposed
     * @param root where relative paths are looked for that do not exist as they are; null for
     *     nowhere else
     */
    public record Options(int minFiles, SensitivityJudge judge, @Nullable Path root) {}

    /**
     * A line that may be added to an allow-list.
     *
     * @param device whose files it was seen in
     * @param expression a Python expression
     * @param kept how often people kept such a text in these files
     * @param files how many files these are
     * @param people how many people kept it
     */
    public record Proposal(Device device, String expression, int kept, int files, int people) {}

    /**
     * The proposals and what was left out.
     *
     * @param proposals by device, the most frequent first
     * @param notes counts of what was left out, without texts
     */
    public record Result(List<Proposal> proposals, List<String> notes) {
        /** Copies the lists. */
        public Result {
            proposals = List.copyOf(proposals);
            notes = List.copyOf(notes);
        }
    }

    /** A text that a person kept. */
    private record Kept(String file, String text, String person) {}

    private static final class Texts {
        private final List<Kept> kept = new ArrayList<>();
        private boolean blanked;
    }

    private final Options options;
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /**
     * Creates the use case.
     *
     * @param options what is proposed
     */
    public AllowListFromDatabase(Options options) {
        this.options = options;
    }

    /**
     * Makes the proposals.
     *
     * @param store the database
     * @param progress where progress is shown
     * @return the proposals
     * @throws IOException if the database cannot be read
     */
    public Result run(RegionStore store, Progress progress) throws IOException {
        leftOut.clear();
        Map<List<String>, Texts> templates = decided(store);
        Map<String, List<List<String>>> files = new LinkedHashMap<>();
        for (Map.Entry<List<String>, Texts> entry : templates.entrySet()) {
            Optional<String> why = why(entry.getValue());
            why.ifPresent(this::count);
            if (why.isEmpty()) {
                Set<String> own = new LinkedHashSet<>();
                entry.getValue().kept.forEach(k -> own.add(k.file()));
                own.forEach(
                        f -> files.computeIfAbsent(f, x -> new ArrayList<>()).add(entry.getKey()));
            }
        }
        Map<Device, Map<List<String>, List<Kept>>> seen = new LinkedHashMap<>();
        Set<List<String>> said = new LinkedHashSet<>();
        progress.begin("Texts", files.size());
        for (Map.Entry<String, List<List<String>>> file : files.entrySet()) {
            Optional<Identity> known = identity(file.getKey());
            progress.step("");
            if (known.isEmpty()) {
                continue;
            }
            Identity identity = known.get();
            for (List<String> key : file.getValue()) {
                List<Kept> own = new ArrayList<>(templates.getOrDefault(key, new Texts()).kept);
                own.removeIf(k -> !k.file().equals(file.getKey()));
                if (own.stream().anyMatch(k -> TextTemplate.isSaidByTags(k.text(), identity))) {
                    said.add(key);
                }
                seen.computeIfAbsent(identity.device(), d -> new LinkedHashMap<>())
                        .computeIfAbsent(key, k -> new ArrayList<>())
                        .addAll(own);
            }
        }
        said.forEach(key -> count("omitted: contained in the tags of a file"));
        return result(seen, said);
    }

    /** All that people decided, by the parts of texts that are not numbers. */
    private Map<List<String>, Texts> decided(RegionStore store) throws IOException {
        Map<String, FileMark> marks = new HashMap<>();
        for (FileSummary file : store.files()) {
            file.mark().ifPresent(mark -> marks.put(file.filename(), mark));
        }
        Map<List<String>, Texts> all = new LinkedHashMap<>();
        Set<String> blanked = new HashSet<>();
        for (StoredRow row : store.rows()) {
            StoredRegion region = row.region();
            FileMark mark = marks.get(row.filename());
            boolean own = row.author() == Author.PERSON;
            if (region.box().isSummary() || region.text().isBlank() || (!own && mark == null)) {
                continue;
            }
            List<String> key = TextTemplate.of(region.text()).fixed();
            boolean looked = own || (mark != null && !mark.tagged());
            if (region.sensitive() != 0 || !region.reason().isEmpty()) {
                blanked.add(folded(key));
            } else if (looked) {
                String person = own || mark == null ? region.modifiedBy() : mark.modifiedBy();
                all.computeIfAbsent(key, k -> new Texts())
                        .kept
                        .add(new Kept(row.filename(), region.text().strip(), person));
            }
        }
        all.forEach((key, texts) -> texts.blanked = blanked.contains(folded(key)));
        return all;
    }

    /** The same for texts that differ in case and signs alone. */
    private static String folded(List<String> key) {
        return String.join(" ", key).replaceAll("[^\\p{L}]+", "").toUpperCase(Locale.ROOT);
    }

    /** Why texts are not proposed, as far as no file has to be opened. */
    private Optional<String> why(Texts texts) {
        if (texts.blanked) {
            return Optional.of("omitted: also blanked by people");
        }
        if (texts.kept.stream().map(Kept::file).distinct().count() < options.minFiles()) {
            return Optional.of("omitted: in fewer than " + options.minFiles() + " files");
        }
        Optional<String> veto = template(texts.kept).veto();
        if (veto.isPresent()) {
            return Optional.of("omitted: " + veto.get());
        }
        boolean released = true;
        for (Kept kept : texts.kept) {
            var opinion = options.judge().judge(kept.text(), Identity.NONE);
            released &= !opinion.sensitive();
            boolean known =
                    switch (opinion.reason().kind()) {
                        case UNEXPLAINED, UNREADABLE -> false;
                        default -> opinion.sensitive();
                    };
            if (known) {
                return Optional.of("omitted: hidden as " + opinion.reason());
            }
        }
        return released ? Optional.of("omitted: already kept") : Optional.empty();
    }

    private static TextTemplate template(List<Kept> kept) {
        TextTemplate template = TextTemplate.of(kept.get(0).text());
        for (Kept one : kept) {
            template = template.with(TextTemplate.of(one.text()));
        }
        return template;
    }

    /** What a file says of its patient and device; empty if it cannot be asked. */
    private Optional<Identity> identity(String filename) throws IOException {
        Path path = Path.of(filename);
        Path root = options.root();
        if (!Files.exists(path) && !path.isAbsolute() && root != null) {
            path = root.resolve(path);
        }
        if (!Files.isRegularFile(path)) {
            count("omitted: missing files, whose tags cannot be checked");
            return Optional.empty();
        }
        try (DicomFile file = DicomFile.open(path)) {
            return Optional.of(file.identity());
        } catch (DicomException e) {
            count("omitted: files that cannot be read as DICOM");
            return Optional.empty();
        }
    }

    private Result result(Map<Device, Map<List<String>, List<Kept>>> seen, Set<List<String>> said) {
        List<Proposal> proposals = new ArrayList<>();
        seen.forEach(
                (device, texts) -> {
                    List<Proposal> own = new ArrayList<>();
                    texts.forEach(
                            (key, kept) -> {
                                Proposal proposal = proposal(device, kept);
                                if (!said.contains(key) && proposal.files() >= options.minFiles()) {
                                    own.add(proposal);
                                }
                            });
                    own.sort(
                            Comparator.comparingInt(Proposal::kept)
                                    .reversed()
                                    .thenComparing(Proposal::expression));
                    proposals.addAll(own);
                });
        List<String> notes = new ArrayList<>();
        leftOut.forEach((what, count) -> notes.add(count + " " + what));
        return new Result(proposals, notes);
    }

    private static Proposal proposal(Device device, List<Kept> kept) {
        return new Proposal(
                device,
                template(kept).expression(),
                kept.size(),
                (int) kept.stream().map(Kept::file).distinct().count(),
                (int) kept.stream().map(Kept::person).distinct().count());
    }

    private void count(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }
}
