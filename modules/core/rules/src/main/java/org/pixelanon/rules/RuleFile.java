package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The content of a rules file without positions: files with the same rules in the same order are
 * equal.
 *
 * @param language the language
 * @param preamble lines of comment before the first section
 * @param sections the parts of a recipe; a script has one
 */
public record RuleFile(RuleLanguage language, List<String> preamble, List<Section> sections) {

    /** Copies the lists. */
    public RuleFile {
        preamble = List.copyOf(preamble);
        sections = List.copyOf(sections);
    }

    /** A part of a file. */
    public sealed interface Section {}

    /**
     * Rules of one group.
     *
     * @param name e.g. {@code graylist}; empty in scripts
     * @param rules in order
     * @param trailing lines of comment after the last rule
     */
    public record Filter(String name, List<Rule> rules, List<String> trailing) implements Section {
        /** Copies the lists. */
        public Filter {
            rules = List.copyOf(rules);
            trailing = List.copyOf(trailing);
        }
    }

    /**
     * A section that is not about pixels; it is kept but not evaluated.
     *
     * @param lines all its lines unchanged, beginning with the one that has {@code %}
     */
    public record Verbatim(List<String> lines) implements Section {
        /** Copies the list. */
        public Verbatim {
            lines = List.copyOf(lines);
        }

        /**
         * The heading of the section.
         *
         * @return its first line, e.g. {@code %header}
         */
        public String heading() {
            return lines.get(0).strip();
        }
    }

    /**
     * All rules.
     *
     * @return the rules of all groups, in order
     */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Section section : sections) {
            if (section instanceof Filter filter) {
                rules.addAll(filter.rules());
            }
        }
        return rules;
    }

    /**
     * The sections that are not evaluated.
     *
     * @return their first lines, in order
     */
    public List<String> unevaluated() {
        return sections.stream()
                .filter(Verbatim.class::isInstance)
                .map(s -> ((Verbatim) s).heading())
                .toList();
    }
}
