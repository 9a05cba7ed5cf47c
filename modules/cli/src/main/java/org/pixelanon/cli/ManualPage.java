package org.pixelanon.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.pixelanon.cli.terminal.HelpGroups;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of one command as a manual page (groff_man). */
final class ManualPage {

    private static final Pattern LEADING_DOT = Pattern.compile("(?m)^([.'])");
    private static final Pattern OTHER_LETTER = Pattern.compile("[^\\x00-\\x7F]");

    private final CommandSpec spec;
    private final String version;
    private final StringBuilder page = new StringBuilder();

    ManualPage(CommandSpec spec, String version) {
        this.spec = spec;
        this.version = version;
    }

    /** The name of the page: the words of the command joined by hyphens. */
    String name() {
        return spec.qualifiedName("-");
    }

    String text() {
        String title = name().toUpperCase(java.util.Locale.ROOT);
        macro(".TH \"" + title + "\" 1 \"\" \"PixelAnon " + version + "\" \"PixelAnon\"");
        String[] description = spec.usageMessage().description();
        section("NAME");
        String brief = description.length == 0 ? "" : filled(description[0]);
        macro(escaped(name()) + " \\- " + escaped(brief.replaceFirst("\\.$", "")));
        section("SYNOPSIS");
        Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
        macro(".B " + escaped(spec.qualifiedName(" ")));
        String synopsis = help.synopsis(0).strip().replaceAll("\\s+", " ");
        macro(escaped(synopsis.substring(spec.qualifiedName(" ").length()).strip()));
        section("DESCRIPTION");
        for (String paragraph : description) {
            macro(".PP");
            macro(escaped(filled(paragraph)));
        }
        arguments();
        commands();
        exitCodes();
        examples();
        return page.toString();
    }

    private void arguments() {
        List<PositionalParamSpec> parameters =
                spec.positionalParameters().stream().filter(p -> !p.hidden()).toList();
        if (!parameters.isEmpty()) {
            section("ARGUMENTS");
            parameters.forEach(p -> entry(p.paramLabel(), p));
        }
        Map<String, List<OptionSpec>> groups = HelpGroups.of(spec);
        if (!groups.isEmpty()) {
            section("OPTIONS");
        }
        groups.forEach(
                (heading, options) -> {
                    if (groups.size() > 1) {
                        macro(".SS " + heading);
                    }
                    options.forEach(this::entry);
                });
    }

    private void entry(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        entry(String.join(", ", option.names()) + value, option);
    }

    private void entry(String head, ArgSpec argument) {
        macro(".TP");
        macro("\\fB" + escaped(head) + "\\fR");
        macro(escaped(String.join(" ", argument.renderedDescription())));
    }

    private void commands() {
        if (spec.subcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        for (CommandLine below : new LinkedHashSet<>(spec.subcommands().values())) {
            CommandSpec other = below.getCommandSpec();
            String[] about = other.usageMessage().description();
            macro(".TP");
            macro("\\fB" + escaped(other.qualifiedName("-")) + "\\fR(1)");
            macro(escaped(about.length == 0 ? "" : filled(about[0])));
        }
    }

    private void exitCodes() {
        Map<String, String> codes = spec.root().usageMessage().exitCodeList();
        if (!codes.isEmpty() && spec.subcommands().isEmpty() || spec == spec.root()) {
            section("EXIT STATUS");
            codes.forEach(
                    (code, meaning) -> {
                        macro(".TP");
                        macro("\\fB" + escaped(code.strip()) + "\\fR");
                        macro(escaped(meaning));
                    });
        }
    }

    private void examples() {
        String[] footer = spec.usageMessage().footer();
        if (footer.length == 0) {
            return;
        }
        section("EXAMPLES");
        macro(".nf");
        for (String line : footer) {
            macro(escaped(filled(line)));
        }
        macro(".fi");
    }

    /** A text with picocli's placeholders filled in. */
    private static String filled(String text) {
        return text.replace("%n", "\n").replace("%%", "%").replace("$$", "$");
    }

    private void section(String title) {
        macro(".SH " + title);
    }

    private void macro(String line) {
        page.append(line).append('\n');
    }

    /** Text without groff commands; non-ASCII letters by number, which any locale can show. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        String dotted = LEADING_DOT.matcher(plain).replaceAll("\\\\&$1");
        return OTHER_LETTER
                .matcher(dotted)
                .replaceAll(
                        m -> String.format(Locale.ROOT, "\\\\[u%04X]", m.group().codePointAt(0)));
    }
}
