package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.rules.RuleBook;
import picocli.CommandLine.Option;

/** Which rules are applied. */
final class RuleOptions {

    @Option(
            names = "--rules",
            paramLabel = "FILE|DIR|default",
            description =
                    "deid recipes or CTP pixel anonymizer scripts: a file, all files of a folder, or 'default': $$SMI_ROOT/data/deid/deid.dicom.*, else the built-in ultrasound-region rule")
    @Nullable String rules;

    @Option(
            names = "--rule-extensions",
            description = "heed comments beginning #@ in rules: plane, size, allow, deny, reason")
    boolean extensions;

    boolean isGiven() {
        return rules != null;
    }

    /** The rules that are asked for; empty if none are. */
    Optional<RuleBook> book() throws IOException {
        if (rules == null) {
            return Optional.empty();
        }
        if (!rules.equals("default")) {
            return Optional.of(RuleBook.read(List.of(Path.of(rules)), extensions));
        }
        List<Path> shared = Environment.rules();
        return Optional.of(
                shared.isEmpty() ? RuleBook.builtIn() : RuleBook.read(shared, extensions));
    }
}
