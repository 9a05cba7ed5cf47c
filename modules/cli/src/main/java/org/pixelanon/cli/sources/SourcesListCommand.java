package org.pixelanon.cli.sources;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.pixelanon.cli.option.ReadOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.cli.terminal.Messages;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.pipeline.format.TagForm;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pixelanon sources list}: lists the objects that a command would process. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Lists objects and files as CSV that can be used as INPUT. Nothing is stored; with --select, headers are read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon sources list s3://scans/2026/ -o list.csv",
            "  pixelanon sources list s3://scans/ --select study:1.2.840.99 --select random:20"
        })
final class SourcesListCommand implements Callable<Integer> {

    @Mixin ReadOptions read = new ReadOptions();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        AtomicInteger code = new AtomicInteger();
        try (Sources connected = read.sources()) {
            InputFiles.Found found = read.find();
            out.check(new SideOutputs().keeps(found));
            out.write(writer -> write(found, writer));
            found.problems()
                    .forEach(
                            (path, why) -> {
                                code.set(ExitCode.FAILED);
                                read.commandLine()
                                        .getErr()
                                        .println(Messages.ofFile("Failed", path.toString(), why));
                            });
        }
        return code.get();
    }

    private static void write(InputFiles.Found found, Writer out) throws IOException {
        out.write(TagForm.csv(List.of("filename", "size", "modified")));
        for (InputFile file : found.files()) {
            Optional<SourceObject> object =
                    file.path() instanceof RemotePath remote ? remote.listed() : Optional.empty();
            out.write(
                    TagForm.csv(
                            List.of(
                                    file.path().toString(),
                                    object.map(o -> String.valueOf(o.size())).orElse(""),
                                    object.map(o -> o.modified().toString()).orElse(""))));
        }
    }
}
