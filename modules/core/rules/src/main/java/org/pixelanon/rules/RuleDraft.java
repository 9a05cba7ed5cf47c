package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixelanon.model.PixelRectangle;

/**
 * A draft of a rule: a device and its rectangles.
 *
 * @param signature the files it matches
 * @param rectangles in pixels of the image, at least one
 * @param provenance where the rectangles come from, in words; may be empty
 */
public record RuleDraft(
        DeviceSignature signature, List<PixelRectangle> rectangles, String provenance) {

    /** Copies the list. */
    public RuleDraft {
        rectangles = List.copyOf(rectangles);
    }

    /**
     * The rule.
     *
     * @param language of the rule
     * @param label what it is called
     * @return the rule
     */
    public Rule rule(RuleLanguage language, String label) {
        List<Step> steps = new ArrayList<>();
        boolean asSize = language == RuleLanguage.CTP;
        rectangles.forEach(r -> steps.add(new Step(false, new Step.Box(r, asSize))));
        List<String> comments =
                provenance.isEmpty() ? List.of() : List.of("#@ provenance " + provenance);
        return new Rule(label, "", comments, signature.condition(language), steps);
    }

    /**
     * A file of rules with unique labels, sorted by them.
     *
     * @param drafts the rules
     * @param language of the file
     * @param header comment lines for the top, each with its comment sign
     * @return the file
     */
    public static RuleFile file(
            List<RuleDraft> drafts, RuleLanguage language, List<String> header) {
        Map<RuleDraft, String> labels = labels(drafts);
        List<Rule> rules = new ArrayList<>();
        drafts.stream()
                .sorted(Comparator.comparing(labels::get))
                .forEach(d -> rules.add(d.rule(language, labels.getOrDefault(d, ""))));
        boolean recipe = language == RuleLanguage.DEID;
        if (!recipe && !rules.isEmpty()) {
            Rule first = rules.get(0);
            List<String> comments = new ArrayList<>(header);
            comments.addAll(first.comments());
            rules.set(0, new Rule(first.label(), "", comments, first.condition(), first.steps()));
        }
        return new RuleFile(
                language,
                recipe ? header : List.of(),
                List.of(new RuleFile.Filter(recipe ? "graylist" : "", rules, List.of())));
    }

    /** Equal labels are made unique by the software version, then by numbers. */
    private static Map<RuleDraft, String> labels(List<RuleDraft> drafts) {
        Map<String, Integer> plain = new HashMap<>();
        drafts.forEach(d -> plain.merge(d.signature().label(), 1, Integer::sum));
        Map<RuleDraft, String> labels = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (RuleDraft draft : drafts) {
            String label = draft.signature().label();
            if (plain.getOrDefault(label, 0) > 1) {
                label = (label + " " + draft.signature().version()).strip();
            }
            String unique = label;
            for (int i = 2; !used.add(unique); i++) {
                unique = label + " no. " + i;
            }
            labels.put(draft, unique);
        }
        return labels;
    }
}
