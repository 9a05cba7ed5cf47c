package org.pixelanon.pipeline.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The result of a comparison with truth. Immutable. */
public final class Evaluation {

    /** The group of all texts. */
    static final String ALL = "all";

    /**
     * How many planes were compared.
     *
     * @param images planes of the truth whose file is there
     * @param absent planes whose file is not there; they count nowhere
     * @param failed planes that could not be searched; on them nothing was found
     * @param unknownInk planes that could not be decoded: the whole of each box is taken for ink
     */
    public record Counts(int images, int absent, int failed, int unknownInk) {}

    /**
     * The figures of a configuration for some texts.
     *
     * @param group what the texts are grouped by; {@code all} for all of them
     * @param value what these have in common; empty for all
     * @param configuration what found them
     * @param images planes with such texts
     * @param texts such texts
     * @param figures a figure for each measure that means something here
     */
    public record Row(
            String group,
            String value,
            String configuration,
            int images,
            int texts,
            Map<Measure, Figure> figures) {}

    private final Counts counts;
    private final List<Configuration> configurations;
    private final List<List<PlaneScore>> columns;
    private final Map<TruthPlane, Path> inputs;
    private final boolean judged;
    private final List<Row> rows;

    Evaluation(
            Counts counts,
            List<Configuration> configurations,
            List<List<PlaneScore>> columns,
            Map<TruthPlane, Path> inputs,
            boolean judged,
            List<String> by) {
        this.counts = counts;
        this.configurations = configurations;
        this.columns = columns.stream().map(List::copyOf).toList();
        this.inputs = Collections.unmodifiableMap(inputs);
        this.judged = judged;
        this.rows = List.copyOf(rowsBy(by));
    }

    /**
     * How many planes were compared.
     *
     * @return the numbers
     */
    public Counts counts() {
        return counts;
    }

    /**
     * All figures: of all texts first, then group by group, in each by configuration.
     *
     * @return the rows
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Tells where a configuration does not reach what is asked.
     *
     * @param measure what is asked for
     * @param share the least share if more is better, else the greatest
     * @return what falls short, in words; empty if nothing does
     */
    public Optional<String> shortfall(Measure measure, double share) {
        for (Row row : rows) {
            if (row.group().equals(ALL)) {
                Figure figure = row.figures().get(measure);
                boolean reached =
                        figure != null
                                && (measure.isGood()
                                        ? figure.value() >= share
                                        : figure.value() <= share);
                if (!reached) {
                    String is = figure == null ? "not known" : figure.percent();
                    return Optional.of(row.configuration() + ": " + measure.label() + " is " + is);
                }
            }
        }
        return Optional.empty();
    }

    boolean isJudged() {
        return judged;
    }

    List<Configuration> configurations() {
        return configurations;
    }

    /** The planes under a configuration, in the order of the truth. */
    List<PlaneScore> planes(int configuration) {
        return columns.get(configuration);
    }

    /** The file of a plane. */
    Optional<Path> input(TruthPlane plane) {
        return Optional.ofNullable(inputs.get(plane));
    }

    private List<Row> rowsBy(List<String> by) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < configurations.size(); i++) {
            List<PlaneScore> planes = columns.get(i);
            all.add(row(ALL, "", i, planes, Figures.of(planes, b -> true, true), texts(planes)));
        }
        for (String key : Groups.OF_PLANES) {
            for (String value : told(key, by, planeValues(key))) {
                for (int i = 0; i < configurations.size(); i++) {
                    List<PlaneScore> some =
                            columns.get(i).stream()
                                    .filter(p -> value.equals(p.groups().get(key)))
                                    .toList();
                    all.add(
                            row(
                                    key,
                                    value,
                                    i,
                                    some,
                                    Figures.of(some, b -> true, true),
                                    texts(some)));
                }
            }
        }
        for (String key : Groups.OF_BOXES) {
            for (String value : told(key, by, boxValues(key))) {
                for (int i = 0; i < configurations.size(); i++) {
                    all.add(ofTexts(key, value, i));
                }
            }
        }
        return all;
    }

    private Row ofTexts(String key, String value, int configuration) {
        List<PlaneScore> some =
                columns.get(configuration).stream()
                        .filter(p -> p.boxes().stream().anyMatch(b -> isOf(b, key, value)))
                        .toList();
        int texts =
                some.stream()
                        .mapToInt(
                                p ->
                                        (int)
                                                p.boxes().stream()
                                                        .filter(b -> isOf(b, key, value))
                                                        .count())
                        .sum();
        return row(
                key,
                value,
                configuration,
                some,
                Figures.of(some, b -> isOf(b, key, value), false),
                texts);
    }

    private Row row(
            String group,
            String value,
            int configuration,
            List<PlaneScore> planes,
            Map<Measure, Figure> figures,
            int texts) {
        String name = configurations.get(configuration).name();
        return new Row(group, value, name, planes.size(), texts, figures);
    }

    private static boolean isOf(BoxScore box, String key, String value) {
        return value.equals(box.groups().get(key));
    }

    private static int texts(List<PlaneScore> planes) {
        return planes.stream().mapToInt(p -> p.boxes().size()).sum();
    }

    private static SortedSet<String> told(String key, List<String> by, SortedSet<String> values) {
        boolean told = by.isEmpty() ? values.size() > 1 : by.contains(key);
        return told ? values : new TreeSet<>();
    }

    private SortedSet<String> planeValues(String key) {
        SortedSet<String> values = new TreeSet<>();
        for (PlaneScore plane : columns.get(0)) {
            String value = plane.groups().get(key);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private SortedSet<String> boxValues(String key) {
        SortedSet<String> values = new TreeSet<>();
        for (PlaneScore plane : columns.get(0)) {
            for (BoxScore box : plane.boxes()) {
                String value = box.groups().get(key);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
