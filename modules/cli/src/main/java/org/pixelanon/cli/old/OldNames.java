package org.pixelanon.cli.old;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Understands words of dicompixelanon's command lines: those with an equivalent are replaced before
 * the command line is parsed, the others are refused with advice. None of them appears in a help.
 * Values of options are never examined.
 */
public final class OldNames {

    private static final Pattern OF_RECTANGLES = Pattern.compile("[\\s\\d()\\[\\]{};,+-]*");
    private static final int FEWEST_COMMAS = 2;
    private static final String RECT = "--rect";

    private final CommandLine command;
    private final CommandSpec spec;
    private final Map<String, OldName> names = new HashMap<>();
    private final Deque<String> words;
    private final List<String> out;

    private OldNames(CommandLine command, List<String> out, List<String> words) {
        this.command = command;
        this.spec = command.getCommandSpec();
        this.out = out;
        this.words = new ArrayDeque<>(words);
        OldNameTable.of(spec.qualifiedName(" ")).forEach(n -> names.put(n.old(), n));
    }

    /**
     * Replaces old words.
     *
     * @param root the command with its subcommands
     * @param arguments the arguments
     * @return the arguments with replacements
     * @throws ParameterException with the advice, if a word has no equivalent
     */
    public static String[] replaced(CommandLine root, String... arguments) {
        List<String> out = new ArrayList<>();
        CommandLine at = root;
        int next = 0;
        while (next < arguments.length && at.getSubcommands().containsKey(arguments[next])) {
            at = at.getSubcommands().get(arguments[next]);
            out.add(arguments[next++]);
        }
        List<String> rest = List.of(arguments).subList(next, arguments.length);
        if (rest.contains("--help") || rest.contains("-h")) {
            return arguments; // help is given whatever else is on the command line
        }
        new OldNames(at, out, rest).replace();
        return out.toArray(String[]::new);
    }

    /**
     * Returns whether a word looks like rectangles.
     *
     * @param word as typed
     * @return true if it consists of comma-separated numbers, without anything that occurs only in
     *     paths
     */
    public static boolean isRectangles(@Nullable String word) {
        return word != null
                && OF_RECTANGLES.matcher(word).matches()
                && word.chars().filter(c -> c == ',').count() >= FEWEST_COMMAS
                && word.chars().anyMatch(Character::isDigit);
    }

    private void replace() {
        while (!words.isEmpty()) {
            String word = words.pop();
            if (word.equals("--")) {
                out.add(word);
                out.addAll(words);
                return;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? words.peek() : word.substring(equals + 1);
            OptionSpec known = spec.optionsMap().get(name);
            Optional<OldName> old = find(name, value, known);
            if (old.isPresent()) {
                become(old.get(), equals < 0 ? null : value);
            } else {
                out.add(word);
                take(equals < 0 ? known : null);
                while (name.equals(RECT) && isRectangles(words.peek())) {
                    out.add(RECT); // dicom_redact.py took several after one option
                    out.add(words.pop());
                }
            }
        }
    }

    private Optional<OldName> find(
            String name, @Nullable String value, @Nullable OptionSpec known) {
        OldName both = names.get(name + " " + value);
        OldName alone = known == null ? names.get(name) : null;
        return Optional.ofNullable(both != null ? both : alone);
    }

    /** Replaces it by its equivalent; a value after it is kept, unless it is part of the name. */
    private void become(OldName old, @Nullable String attached) {
        if (!old.answer().isEmpty()) {
            throw new ParameterException(command, old.old() + ": " + old.answer());
        }
        if (old.takesValue() && attached == null) {
            words.pop();
        } else if (attached != null && !old.takesValue()) {
            words.push(attached);
        }
        for (int i = old.becomes().size() - 1; i >= 0; i--) {
            words.push(old.becomes().get(i));
        }
    }

    /** Values of an option are not examined. */
    private void take(@Nullable OptionSpec option) {
        int values = option == null ? 0 : option.arity().min();
        for (int i = 0; i < values && !words.isEmpty(); i++) {
            out.add(words.pop());
        }
    }
}
