package org.pixelanon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.EngineOptions;
import org.pixelanon.model.engine.EngineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code pixelanon engines add}: adds jars that an engine needs and PixelAnon must not distribute.
 */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description =
                "Copies the jars of an engine into the folder 'extensions' of the installation. "
                        + "'pixelanon engines' says where to get them.",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon engines add stanford --from jars")
final class EnginesAddCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "the engine: stanford")
    String name = "";

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            required = true,
            description = "folder with the jars")
    Path from = Path.of("");

    @Mixin private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() {
        try {
            Path folder = engines.add(engines.found().detector(name), from);
            if (spec != null) {
                spec.commandLine().getOut().println("Added: " + folder);
            }
            return 0;
        } catch (EngineException e) {
            throw engines.refused(String.valueOf(e.getMessage()));
        }
    }
}
