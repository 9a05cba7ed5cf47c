package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.dicom.data.Dictionary;

/** Finds conditions that no file can fulfil, as far as this follows from their text. */
final class ContradictionCheck {

    private ContradictionCheck() {}

    /** The reason why no file fulfils a condition; empty if one may. */
    static Optional<String> why(Condition condition) {
        if (condition instanceof Condition.Any any) {
            List<Optional<String>> all = any.terms().stream().map(ContradictionCheck::why).toList();
            return all.stream().allMatch(Optional::isPresent) ? all.get(0) : Optional.empty();
        }
        if (condition instanceof Condition.Constant constant && !constant.value()) {
            return Optional.of("false.");
        }
        List<Condition> terms =
                condition instanceof Condition.All all ? all.terms() : List.of(condition);
        for (Condition term : terms) {
            Optional<String> inner = term.equals(condition) ? needsUnknown(term) : why(term);
            if (inner.isPresent()) {
                return inner;
            }
        }
        return contradiction(terms);
    }

    private static Optional<String> needsUnknown(Condition term) {
        boolean needs =
                term instanceof Condition.Deid d
                                && (d.criterion() == Condition.Criterion.CONTAINS
                                        || d.criterion() == Condition.Criterion.EQUALS
                                        || d.criterion() == Condition.Criterion.PRESENT
                                        || d.criterion() == Condition.Criterion.EMPTY)
                        || term instanceof Condition.Ctp c
                                && c.method() != Condition.Method.MATCHES
                                && !c.argument().isEmpty();
        List<String> unknown = unknown(term);
        return needs && !unknown.isEmpty()
                ? Optional.of("unknown element " + unknown.get(0))
                : Optional.empty();
    }

    private static Optional<String> contradiction(List<Condition> terms) {
        Map<Field, Set<String>> allowed = new HashMap<>();
        Set<Field> absent = new HashSet<>();
        Set<Field> needed = new HashSet<>();
        for (Condition term : terms) {
            if (term instanceof Condition.Deid d) {
                switch (d.criterion()) {
                    case MISSING -> absent.add(d.field());
                    case CONTAINS, PRESENT, EMPTY -> needed.add(d.field());
                    case EQUALS -> {
                        needed.add(d.field());
                        restrict(allowed, d.field(), d.value().split("\\|"));
                    }
                    case NOTCONTAINS, NOTEQUALS -> {}
                }
            } else if (term instanceof Condition.Ctp c && c.method() == Condition.Method.EQUALS) {
                restrict(allowed, c.field(), c.argument());
            }
        }
        for (Map.Entry<Field, Set<String>> entry : allowed.entrySet()) {
            if (entry.getValue().isEmpty() && isSingle(entry.getKey())) {
                return Optional.of(entry.getKey() + " requires two values at once");
            }
        }
        absent.retainAll(needed);
        return absent.stream().findFirst().map(f -> f + " must be both absent and present");
    }

    private static void restrict(Map<Field, Set<String>> allowed, Field field, String... values) {
        Set<String> words = new HashSet<>();
        for (String value : values) {
            words.add(value.strip().toLowerCase(Locale.ROOT));
        }
        allowed.computeIfAbsent(field, f -> new HashSet<>(words)).retainAll(words);
    }

    private static boolean isSingle(Field field) {
        Field.Name name = field.path().get(field.path().size() - 1);
        if (field.path().size() > 1) {
            return false;
        }
        int tag =
                name instanceof Field.Number n
                        ? n.tag()
                        : name instanceof Field.Keyword k
                                ? Dictionary.tag(k.keyword()).orElse(0)
                                : 0;
        return Dictionary.find(tag).map(e -> e.vm().equals("1")).orElse(false);
    }

    /** Keywords that DICOM PS3.6 does not know, each once. */
    static List<String> unknown(Condition condition) {
        Set<String> unknown = new LinkedHashSet<>();
        fields(condition)
                .forEach(
                        f ->
                                f.path()
                                        .forEach(
                                                n -> {
                                                    if (n instanceof Field.Keyword k
                                                            && Dictionary.tag(k.keyword())
                                                                    .isEmpty()) {
                                                        unknown.add(k.keyword());
                                                    }
                                                }));
        return List.copyOf(unknown);
    }

    private static List<Field> fields(Condition condition) {
        List<Field> fields = new ArrayList<>();
        if (condition instanceof Condition.All all) {
            all.terms().forEach(t -> fields.addAll(fields(t)));
        } else if (condition instanceof Condition.Any any) {
            any.terms().forEach(t -> fields.addAll(fields(t)));
        } else if (condition instanceof Condition.Not not) {
            fields.addAll(fields(not.term()));
        } else if (condition instanceof Condition.Deid deid) {
            fields.add(deid.field());
        } else if (condition instanceof Condition.Ctp ctp) {
            fields.add(ctp.field());
        }
        return fields;
    }

    /** The number of rows or columns that a condition asks for. */
    static Optional<Integer> size(Condition condition, String keyword) {
        if (condition instanceof Condition.All all) {
            return all.terms().stream()
                    .map(t -> size(t, keyword))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        int tag = Dictionary.tag(keyword).orElse(0);
        String value =
                condition instanceof Condition.Deid d
                                && d.criterion() == Condition.Criterion.EQUALS
                                && is(d.field(), keyword, tag)
                        ? d.value()
                        : condition instanceof Condition.Ctp c
                                        && c.method() == Condition.Method.EQUALS
                                        && is(c.field(), keyword, tag)
                                ? c.argument()
                                : "";
        return value.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    private static boolean is(Field field, String keyword, int tag) {
        return field.equals(Field.of(keyword)) || field.equals(Field.of(tag));
    }
}
