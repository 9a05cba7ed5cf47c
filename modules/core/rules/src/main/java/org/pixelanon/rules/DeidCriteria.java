package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the criteria of one line of a recipe, combined from left to right. */
final class DeidCriteria {

    private static final String WORDS =
            Stream.of(Condition.Criterion.values())
                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|"));

    /**
     * An operator counts only before a criterion, since values may contain {@code +} and {@code |}.
     */
    private static final Pattern INNER =
            Pattern.compile(
                    "\\s*(\\+|\\|\\|)\\s*(?=(?:" + WORDS + ")\\s)", Pattern.CASE_INSENSITIVE);

    private DeidCriteria() {}

    static Condition parse(String line, int number) throws RulesException {
        List<Condition> terms = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        Matcher matcher = INNER.matcher(line);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > 0) {
                terms.add(one(line.substring(from, matcher.start()), number));
                operators.add(matcher.group(1));
            }
            from = matcher.end();
        }
        Condition result = terms.isEmpty() ? one(line.substring(from), number) : terms.get(0);
        if (!terms.isEmpty()) {
            terms.add(one(line.substring(from), number));
        }
        for (int i = 0; i < operators.size(); i++) {
            List<Condition> both = List.of(result, terms.get(i + 1));
            result = operators.get(i).equals("+") ? Condition.all(both) : Condition.any(both);
        }
        return result;
    }

    private static Condition one(String text, int number) throws RulesException {
        String[] parts = text.strip().split("\\s+", 2);
        Condition.Criterion criterion = criterion(parts[0], number);
        if (parts.length < 2) {
            throw new RulesException(number, parts[0] + " needs a field");
        }
        FieldParser.Read read = FieldParser.read(parts[1], number);
        String value = read.rest().strip();
        if (!read.rest().isEmpty() && read.rest().equals(read.rest().stripLeading())) {
            throw new RulesException(number, "unknown name of an element");
        }
        if (criterion.hasValue() == value.isEmpty()) {
            throw new RulesException(
                    number,
                    parts[0] + (criterion.hasValue() ? " needs a value" : " takes no value"));
        }
        if (criterion == Condition.Criterion.CONTAINS
                || criterion == Condition.Criterion.NOTCONTAINS) {
            Regex.of(value, number);
        }
        return new Condition.Deid(criterion, read.field(), value);
    }

    private static Condition.Criterion criterion(String word, int number) throws RulesException {
        for (Condition.Criterion criterion : Condition.Criterion.values()) {
            if (criterion.name().equalsIgnoreCase(word)) {
                return criterion;
            }
        }
        throw new RulesException(number, "neither a criterion nor coordinates, LABEL or a comment");
    }
}
