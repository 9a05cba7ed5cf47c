package org.pixelanon.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pixelanon completion}: words that a shell can complete. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description =
                "Writes a script by which bash and zsh complete commands, options and their values.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(pixelanon completion)",
            "  pixelanon completion -o ~/.local/share/bash-completion/completions/pixelanon"
        })
final class CompletionCommand implements Callable<Integer> {

    private static final String NAME = "pixelanon";

    /** The other launcher of the application, which never opens a window. */
    private static final String ALIAS =
            "complete -F _complete_" + NAME + " -o default " + NAME + "-cli\n";

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        out.check(new SideOutputs());
        String script = AutoComplete.bash(NAME, Main.commandLine()) + ALIAS;
        out.write(writer -> writer.write(script));
        return 0;
    }
}
