package org.pixelanon.cli.terminal;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Groups help by topic: a short synopsis, and options under headings. */
public final class HelpGroups {

    /** Options of the command itself. */
    private static final String OWN = "Options";

    private static final String GENERAL = "General";

    private HelpGroups() {}

    /**
     * Lays out the help of a command and of all below it.
     *
     * @param line the command
     */
    public static void layOut(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.abbreviateSynopsis(true);
        usage.commandListHeading("%nCommands:%n");
        Map<String, CommandLine.IHelpSectionRenderer> sections =
                new LinkedHashMap<>(usage.sectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpGroups::options);
        usage.sectionMap(sections);
        new LinkedHashSet<>(line.getSubcommands().values()).forEach(HelpGroups::layOut);
    }

    /**
     * The visible options by heading.
     *
     * @param spec the command
     * @return those of the command first and general ones last, in order of definition
     */
    public static Map<String, List<OptionSpec>> of(CommandSpec spec) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        groups.put(OWN, new ArrayList<>());
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                groups.computeIfAbsent(heading(option), key -> new ArrayList<>()).add(option);
            }
        }
        List<OptionSpec> general = groups.remove(GENERAL);
        if (general != null) {
            groups.put(GENERAL, general);
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static String heading(OptionSpec option) {
        if (option.inherited() || option.usageHelp() || option.versionHelp()) {
            return GENERAL;
        }
        @Nullable HelpGroup group =
                option.userObject() instanceof Member field
                        ? field.getDeclaringClass().getAnnotation(HelpGroup.class)
                        : null;
        return group == null ? OWN : group.value();
    }

    private static String options(Help help) {
        Map<String, List<OptionSpec>> groups = of(help.commandSpec());
        StringBuilder text = new StringBuilder();
        List<OptionSpec> all = groups.values().stream().flatMap(List::stream).toList();
        groups.forEach(
                (heading, options) -> {
                    Help.Layout layout =
                            help.createDefaultLayout(all, List.of(), help.colorScheme());
                    layout.addAllOptions(options, help.parameterLabelRenderer());
                    text.append(System.lineSeparator())
                            .append(heading)
                            .append(':')
                            .append(System.lineSeparator())
                            .append(layout);
                });
        return text.toString();
    }
}
