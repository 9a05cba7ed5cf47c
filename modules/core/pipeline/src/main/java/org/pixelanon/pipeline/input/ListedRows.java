package org.pixelanon.pipeline.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.ListText;
import org.pixelanon.pipeline.format.ListedName;
import org.pixelanon.pipeline.format.ListedRectangle;
import org.pixelanon.pipeline.format.RectangleCsv;

/**
 * The rows of a list by the original that they mean, for a proof: a row may name the original or
 * its copy. Rows of other files are counted. Immutable.
 */
public final class ListedRows {

    private final RectangleCsv csv;
    private final NameIndex<Path> index;
    private final Map<Path, List<ListedRectangle>> rows = new HashMap<>();
    private final Map<Path, String> broken = new HashMap<>();
    private final List<ListedName> others = new ArrayList<>();

    /**
     * Finds what the rows mean.
     *
     * @param csv the list
     * @param originals original to copy
     * @param relative where relative names are looked for too
     * @throws PipelineException if it cannot be known which file a row means
     */
    public ListedRows(RectangleCsv csv, Map<Path, Path> originals, RelativeNames relative)
            throws PipelineException {
        this.csv = csv;
        this.index = new NameIndex<>(relative);
        originals.forEach(
                (original, copy) -> {
                    index.add(original, original);
                    index.add(copy, original);
                });
        for (String name : csv.broken().keySet()) {
            String why = csv.brokenRow(name);
            if (ListText.isDamaged(name) || !ListText.isName(name)) {
                throw new PipelineException(why); // may mean any file
            }
            meant(name, why).ifPresent(original -> broken.put(original, why));
        }
        place();
    }

    private void place() throws PipelineException {
        Map<String, Path> meant = new HashMap<>();
        for (ListedName name : csv.names()) {
            Optional<Path> original = meant(name.filename(), "line " + name.line());
            if (original.isPresent()) {
                meant.put(name.filename(), original.get());
            } else {
                others.add(name);
            }
        }
        meant.values().forEach(original -> rows.put(original, new ArrayList<>()));
        for (ListedRectangle row : csv.rows()) {
            Path original = meant.get(row.filename());
            if (original != null) {
                rows.getOrDefault(original, new ArrayList<>()).add(row);
            }
        }
    }

    private Optional<Path> meant(String name, String where) throws PipelineException {
        NameIndex.Fit<Path> fit = index.fit(name);
        Set<Path> fitting = fit.exact().size() == 1 ? fit.exact() : fit.all();
        if (fitting.size() > 1) {
            String several = fitting.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new PipelineException(
                    where + ": is ambiguous: matches several files: " + several);
        }
        return fitting.stream().findFirst();
    }

    /**
     * The rows of an original.
     *
     * @param original one of the originals
     * @return its rows; empty if the list does not name it
     */
    public Optional<List<ListedRectangle>> of(Path original) {
        return Optional.ofNullable(rows.get(original));
    }

    /**
     * What is wrong with a row that names an original or its copy.
     *
     * @param original one of the originals
     * @return the reason; empty if no row is broken
     */
    public Optional<String> broken(Path original) {
        return Optional.ofNullable(broken.get(original));
    }

    /**
     * The names of other files.
     *
     * @return each once
     */
    public List<ListedName> others() {
        return List.copyOf(others);
    }

    /**
     * How many rows are about other files.
     *
     * @return the number, broken ones too
     */
    public int otherRows() {
        Set<String> here = new HashSet<>(broken.values());
        long brokenElsewhere =
                csv.broken().keySet().stream()
                        .filter(name -> !here.contains(csv.brokenRow(name)))
                        .count();
        return others.stream().mapToInt(ListedName::rows).sum() + (int) brokenElsewhere;
    }

    /**
     * A few names of the list, for the reader who wonders why a file is not among them.
     *
     * @return a few words
     */
    public String examples() {
        return csv.names().isEmpty()
                ? "it names no file"
                : "its paths are " + MatchedRows.examples(csv);
    }
}
