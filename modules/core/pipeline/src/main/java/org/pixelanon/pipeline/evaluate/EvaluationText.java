package org.pixelanon.pipeline.evaluate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pixelanon.model.Printable;

/** Writes an evaluation as a table for people. */
public final class EvaluationText {

    private EvaluationText() {}

    /**
     * Writes the table.
     *
     * @param evaluation what came of it
     * @return lines that end with a line feed; percent, with 95 % intervals
     */
    public static String of(Evaluation evaluation) {
        List<List<String>> table = table(evaluation);
        int[] widths = new int[table.get(0).size()];
        for (List<String> line : table) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder(head(evaluation)).append('\n');
        for (List<String> line : table) {
            StringBuilder written = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - line.get(i).length());
                written.append(i < 3 ? line.get(i) + pad : pad + line.get(i)).append("  ");
            }
            text.append(written.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** How many planes were compared, as one line. */
    static String head(Evaluation evaluation) {
        Evaluation.Counts counts = evaluation.counts();
        return String.format(
                Locale.ROOT,
                "images %d (absent %d, not searched %d, ink unknown %d); %% [95 %% interval]",
                counts.images(),
                counts.absent(),
                counts.failed(),
                counts.unknownInk());
    }

    /** The names of the columns, then a line for each row of the evaluation. */
    static List<List<String>> table(Evaluation evaluation) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        evaluation.rows().forEach(r -> measures.addAll(r.figures().keySet()));
        List<String> head =
                new ArrayList<>(List.of("group", "value", "configuration", "images", "texts"));
        measures.forEach(m -> head.add(m.label()));
        List<List<String>> table = new ArrayList<>();
        table.add(head);
        for (Evaluation.Row row : evaluation.rows()) {
            List<String> line = new ArrayList<>();
            line.add(row.group());
            line.add(Printable.of(row.value()));
            line.add(Printable.of(row.configuration()));
            line.add(Integer.toString(row.images()));
            line.add(Integer.toString(row.texts()));
            measures.forEach(m -> line.add(cell(row, m)));
            table.add(line);
        }
        return table;
    }

    private static String cell(Evaluation.Row row, Measure measure) {
        Figure figure = row.figures().get(measure);
        if (figure == null) {
            return "-";
        }
        // what is covered beside texts is small
        int digits = measure == Measure.OVER || measure == Measure.WORST ? 2 : 1;
        String value = number(figure.value(), digits);
        return measure == Measure.WORST
                ? value
                : value
                        + " ["
                        + number(figure.low(), digits)
                        + " "
                        + number(figure.high(), digits)
                        + "]";
    }

    private static String number(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", 100 * share);
    }
}
