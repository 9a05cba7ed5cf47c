package org.pixelanon.pii.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Lines that expressions match, and lines that they only just do not match. Not thread-safe. */
public final class DrawnLines {

    private static final int MOST_REPEATS = 3;
    private static final int PRINTABLE = 95;

    private final Random random;
    private final List<RegexNode> shapes = new ArrayList<>();

    /** Lines of expressions, always the same for the same seed. */
    public DrawnLines(List<String> expressions, long seed) {
        random = new Random(seed);
        PythonRegexParser parser = new PythonRegexParser();
        for (int i = 0; i < expressions.size(); i++) {
            shapes.add(parser.parse(expressions.get(i), i + 1).shape());
        }
    }

    /** Distinct lines, every other one with a character changed and one inserted. */
    public List<String> mixed(int count) {
        Set<String> lines = new LinkedHashSet<>();
        for (int round = 0; lines.size() < count && round < 20 * count; round++) {
            StringBuilder line = new StringBuilder(matched());
            if (lines.size() % 2 == 1 && line.length() > 0) {
                line.setCharAt(random.nextInt(line.length()), printable());
                line.insert(random.nextInt(line.length()), letter());
            }
            lines.add(line.toString().strip());
        }
        lines.remove("");
        return List.copyOf(lines);
    }

    /** Distinct lines, each a matched one with one character changed, added or taken away. */
    public List<String> nearMisses(int count) {
        Set<String> lines = new LinkedHashSet<>();
        for (int round = 0; lines.size() < count && round < 20 * count; round++) {
            StringBuilder line = new StringBuilder(matched());
            int at = random.nextInt(line.length() + 1);
            int kind = at == line.length() ? 0 : random.nextInt(3);
            switch (kind) {
                case 0 -> line.insert(at, random.nextBoolean() ? letter() : printable());
                case 1 -> line.setCharAt(at, random.nextBoolean() ? letter() : printable());
                default -> line.deleteCharAt(at);
            }
            lines.add(line.toString().strip());
        }
        lines.remove("");
        return List.copyOf(lines);
    }

    private char letter() {
        return (char) ('a' + random.nextInt(26));
    }

    private char printable() {
        return (char) (' ' + random.nextInt(PRINTABLE));
    }

    private String matched() {
        StringBuilder text = new StringBuilder();
        draw(shapes.get(random.nextInt(shapes.size())), text);
        return text.toString();
    }

    private void draw(RegexNode node, StringBuilder text) {
        if (node instanceof RegexNode.One one) {
            char c = printable();
            while (!one.characters().takes(c) && !one.characters().takes(0xBD)) {
                c = printable();
            }
            text.append(one.characters().takes(c) ? c : '\u00BD');
        } else if (node instanceof RegexNode.Sequence sequence) {
            sequence.parts().forEach(p -> draw(p, text));
        } else if (node instanceof RegexNode.Choice choice) {
            draw(choice.options().get(random.nextInt(choice.options().size())), text);
        } else if (node instanceof RegexNode.Repeat repeat) {
            int most = Math.min(repeat.max(), repeat.min() + MOST_REPEATS);
            int times = repeat.min() + random.nextInt(most - repeat.min() + 1);
            for (int i = 0; i < times; i++) {
                draw(repeat.body(), text);
            }
        }
    }
}
