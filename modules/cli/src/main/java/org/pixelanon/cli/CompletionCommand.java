package org.pixelanon.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pixelanon completion}: shell completion. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Writes a completion script for bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(pixelanon completion)",
            "  pixelanon completion -o ~/.local/share/bash-completion/completions/pixelanon"
        })
final class CompletionCommand implements Callable<Integer> {

    private static final String NAME = "pixelanon";

    /** The second launcher, which never opens a window. */
    private static final String ALIAS =
            "complete -F _complete_" + NAME + " -o default " + NAME + "-cli\n";

    @Spec @Nullable CommandSpec spec;

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        out.check(new SideOutputs());
        CommandLine all = Objects.requireNonNull(spec, "picocli sets it").root().commandLine();
        String script = AutoComplete.bash(NAME, all) + ALIAS;
        out.write(writer -> writer.write(script));
        return 0;
    }
}
