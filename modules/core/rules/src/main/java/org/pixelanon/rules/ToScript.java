package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pixelanon.dicom.data.Dictionary;

/** Turns the condition of a recipe into that of a script. */
final class ToScript {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\.\\[\\]{}()*+?^$|]");
    private static final Pattern UNQUOTABLE = Pattern.compile("[\"{}]");

    private final List<String> notes;

    ToScript(List<String> notes) {
        this.notes = notes;
    }

    Condition of(Condition condition) throws RulesException {
        if (condition instanceof Condition.All all) {
            return Condition.all(each(all.terms()));
        }
        if (condition instanceof Condition.Any any) {
            return Condition.any(each(any.terms()));
        }
        return condition instanceof Condition.Deid deid ? criterion(deid) : condition;
    }

    private List<Condition> each(List<Condition> terms) throws RulesException {
        List<Condition> out = new ArrayList<>();
        for (Condition term : terms) {
            out.add(of(term));
        }
        return out;
    }

    private Condition criterion(Condition.Deid deid) throws RulesException {
        Field field = deid.field();
        Condition empty = new Condition.Ctp(Condition.Method.EQUALS, false, field, "");
        return switch (deid.criterion()) {
            case CONTAINS -> contains(field, deid.value());
            case NOTCONTAINS -> new Condition.Not(contains(field, deid.value()));
            case EQUALS -> equal(field, deid.value());
            case NOTEQUALS -> new Condition.Not(equal(field, deid.value()));
            case MISSING, EMPTY -> {
                notes.add("a script cannot tell absent from empty; " + field + " may be either");
                yield empty;
            }
            case PRESENT -> {
                notes.add("a script cannot see an empty element; " + field + " must have a value");
                yield new Condition.Not(empty);
            }
        };
    }

    private static Condition contains(Field field, String expression) throws RulesException {
        List<Condition> any = new ArrayList<>();
        for (String part : expression.split("\\|", -1)) {
            if (part.isEmpty() || SPECIAL.matcher(part).find()) {
                String whole = "(?is).*(?:" + quotable(expression) + ").*";
                return new Condition.Ctp(Condition.Method.MATCHES, false, field, whole);
            }
            any.add(new Condition.Ctp(Condition.Method.CONTAINS, true, field, quotable(part)));
        }
        return Condition.any(any);
    }

    /** In a script several values are one text. */
    private static Condition equal(Field field, String value) throws RulesException {
        List<Condition> any = new ArrayList<>();
        for (String part : value.split("\\|")) {
            String text = quotable(part.strip());
            if (text.isEmpty()) {
                continue;
            }
            any.add(
                    single(field)
                            ? new Condition.Ctp(Condition.Method.EQUALS, true, field, text)
                            : new Condition.Ctp(
                                    Condition.Method.MATCHES,
                                    false,
                                    field,
                                    "(?is)(?:.*\\\\)?" + escaped(text) + "(?:\\\\.*)?"));
        }
        if (any.isEmpty()) {
            throw new RulesException("equals has no text");
        }
        return Condition.any(any);
    }

    private static boolean single(Field field) {
        Field.Name last = field.path().get(field.path().size() - 1);
        String vm =
                last instanceof Field.Keyword k && Dictionary.tag(k.keyword()).isPresent()
                        ? vm(Dictionary.tag(k.keyword()).getAsInt())
                        : last instanceof Field.Number n ? vm(n.tag()) : "1";
        return vm.equals("1");
    }

    private static String vm(int tag) {
        return Dictionary.find(tag).map(Dictionary.Entry::vm).orElse("1");
    }

    /** Escapes special characters in a form that both Java and Python accept. */
    static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    private static String quotable(String text) throws RulesException {
        if (UNQUOTABLE.matcher(text).find()) {
            throw new RulesException("a script cannot quote braces and quotation marks");
        }
        return text;
    }
}
