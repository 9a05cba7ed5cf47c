package org.pixelanon.pipeline.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.ListedName;
import org.pixelanon.pipeline.format.ListedRectangle;
import org.pixelanon.pipeline.format.RectangleCsv;

/**
 * The rows of a list of rectangles, by the input that each means. Empty unless every row means
 * exactly one input: a row without file would lose its rectangle, and the intended file would be
 * reported as clean. Immutable.
 */
public final class MatchedRows {

    private static final int MOST_TOLD = 5;

    private final Map<Path, List<ListedRectangle>> rows;
    private final Set<Path> named;
    private final int passedOver;

    private MatchedRows(Map<Path, List<ListedRectangle>> rows, Set<Path> named, int passedOver) {
        this.rows = rows;
        this.named = named;
        this.passedOver = passedOver;
    }

    /**
     * Finds the inputs that the rows mean.
     *
     * @param csv the list
     * @param list the file it was read from, for messages
     * @param found the inputs
     * @param relative where relative names are looked for beside the working folder
     * @param ignoreUnmatched whether rows may be left out that name no input
     * @return the rows by input; none where there is no input that could be written
     * @throws PipelineException naming the lines that are broken, name no input or several, or if
     *     the list names none of the inputs at all: then it is the wrong list
     */
    public static MatchedRows of(
            RectangleCsv csv,
            Path list,
            InputFiles.Found found,
            RelativeNames relative,
            boolean ignoreUnmatched)
            throws PipelineException {
        if (found.files().isEmpty()) {
            return new MatchedRows(Map.of(), Set.of(), 0); // nothing can be written
        }
        refuse(csv.broken().keySet().stream().map(csv::brokenRow).toList());
        NameIndex<Path> inputs = new NameIndex<>(relative);
        found.files().forEach(f -> inputs.add(f.path(), f.path()));
        found.problems().keySet().forEach(p -> inputs.add(p, p));
        Matching matching = new Matching(csv, inputs);
        List<String> doubts = new ArrayList<>(matching.ambiguous);
        if (!ignoreUnmatched) {
            matching.unmatched.forEach(
                    name ->
                            doubts.add(
                                    "line "
                                            + name.line()
                                            + ": names no input ("
                                            + Printable.of(name.filename())
                                            + ")"));
        }
        refuse(doubts.stream().map(doubt -> list + ": " + doubt).toList());
        if (matching.inputs.isEmpty() && !csv.names().isEmpty()) {
            int count = found.files().size();
            throw new PipelineException(
                    list
                            + ": names none of the "
                            + count
                            + " inputs; its names are "
                            + examples(csv));
        }
        int passedOver = matching.unmatched.stream().mapToInt(ListedName::rows).sum();
        return new MatchedRows(
                matching.rows(csv), Set.copyOf(matching.inputs.values()), passedOver);
    }

    /**
     * Refuses a list for the sake of some of its rows.
     *
     * @param doubts what is wrong with each; none if the list is good
     * @throws PipelineException naming the first of them
     */
    public static void refuse(List<String> doubts) throws PipelineException {
        if (!doubts.isEmpty()) {
            int more = doubts.size() - MOST_TOLD;
            String told = doubts.stream().limit(MOST_TOLD).collect(Collectors.joining("; "));
            throw new PipelineException(more > 0 ? told + "; and " + more + " more" : told);
        }
    }

    /** A few of the names in a list, for messages. */
    static String examples(RectangleCsv csv) {
        int shown = 3;
        int more = csv.names().size() - shown;
        String names =
                csv.listed().stream()
                        .limit(shown)
                        .map(Printable::of)
                        .collect(Collectors.joining(", "));
        return more > 0 ? names + " and " + more + " more" : names;
    }

    /**
     * The rows of an input.
     *
     * @param input as the run names it
     * @return in file order; none if the list does not name it
     */
    public List<ListedRectangle> of(Path input) {
        return rows.getOrDefault(input, List.of());
    }

    /**
     * Returns whether a row names an input, with a rectangle or without.
     *
     * @param input as the run names it
     * @return true if the list names it
     */
    public boolean names(Path input) {
        return named.contains(input);
    }

    /**
     * How many rows were left out because they name no input.
     *
     * @return none unless that was asked for
     */
    public int passedOver() {
        return passedOver;
    }

    /** Which name means which input. */
    private static final class Matching {

        private final Map<String, Path> inputs = new HashMap<>();
        private final List<ListedName> unmatched = new ArrayList<>();
        private final List<String> ambiguous = new ArrayList<>();

        Matching(RectangleCsv csv, NameIndex<Path> index) {
            Map<ListedName, NameIndex.Fit<Path>> fits = new LinkedHashMap<>();
            Set<Path> named = new HashSet<>();
            for (ListedName name : csv.names()) {
                NameIndex.Fit<Path> fit = index.fit(name.filename());
                fits.put(name, fit);
                named.addAll(fit.exact());
            }
            fits.forEach((name, fit) -> place(name, fit, named));
        }

        /**
         * Of several inputs that fit, the one of just that name is meant only if the list names the
         * others too; a list that went through a program that composes accents does not.
         */
        private void place(ListedName name, NameIndex.Fit<Path> fit, Set<Path> named) {
            boolean told = fit.exact().size() == 1 && named.containsAll(fit.all());
            if (fit.all().isEmpty()) {
                unmatched.add(name);
            } else if (told || fit.all().size() == 1) {
                inputs.put(name.filename(), (told ? fit.exact() : fit.all()).iterator().next());
            } else {
                String several =
                        fit.all().stream().map(Path::toString).collect(Collectors.joining(", "));
                ambiguous.add(
                        "line "
                                + name.line()
                                + ": is ambiguous: matches several inputs: "
                                + several);
            }
        }

        Map<Path, List<ListedRectangle>> rows(RectangleCsv csv) {
            Map<Path, List<ListedRectangle>> rows = new HashMap<>();
            for (ListedRectangle row : csv.rows()) {
                Path input = inputs.get(row.filename());
                if (input != null) {
                    rows.computeIfAbsent(input, i -> new ArrayList<>()).add(row);
                }
            }
            return rows;
        }
    }
}
