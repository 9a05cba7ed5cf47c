package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.rules.RuleBook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for rules. */
@HelpGroup("Rules")
public final class RuleOptions {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "FILE|DIR|default",
            description =
                    "deid recipes or CTP pixel anonymizer scripts: a file, all files of a folder, or 'default': $$SMI_ROOT/data/deid/deid.dicom.*, else the built-in ultrasound-region rule")
    @Nullable String rules;

    @Option(
            names = "--rule-extensions",
            description =
                    "apply comments beginning with #@ in rules: plane, size, allow, deny, reason")
    boolean extensions;

    /** Whether rules are requested. */
    public boolean isGiven() {
        return rules != null;
    }

    /** Protects the rules from being overwritten. */
    public SideOutputs keep(SideOutputs others) throws IOException {
        if (rules != null) {
            List<Path> named =
                    rules.equals("default")
                            ? UserEnvironment.ofProcess().recipes()
                            : List.of(Path.of(rules));
            named.forEach(file -> others.keeps("a rules file", file));
        }
        return others;
    }

    /** The requested rules; empty if there are none. Prints notes about them. */
    public Optional<RuleBook> book() throws IOException {
        if (rules == null) {
            return Optional.empty();
        }
        RuleBook book = read(rules);
        PrintWriter err = Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr();
        book.notes().forEach(note -> err.println("Note: " + note));
        return Optional.of(book);
    }

    private RuleBook read(String named) throws IOException {
        if (!named.equals("default")) {
            return RuleBook.read(List.of(Path.of(named)), extensions);
        }
        List<Path> shared = UserEnvironment.ofProcess().recipes();
        return shared.isEmpty() ? RuleBook.builtIn() : RuleBook.read(shared, extensions);
    }
}
