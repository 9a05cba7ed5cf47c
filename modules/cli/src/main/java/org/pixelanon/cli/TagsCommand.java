package org.pixelanon.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.ReadOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.pipeline.format.TagForm;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.run.TagsRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code pixelanon tags}: prints the tags of files. */
@Command(
        name = "tags",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the tags of files, or one row per file with the tags that indicate burned-in text.",
            "Values are printed unchanged, including names and numbers of patients."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon tags scan.dcm",
            "  pixelanon tags archive/ --profile bia -o extract_BIA.csv",
            "  pixelanon tags scan.dcm --format json | jq '.[].dataSet[\"00280010\"].Value[0]'"
        })
final class TagsCommand implements Callable<Integer> {

    /** The tags to print. */
    enum Profile {
        ALL,
        BIA
    }

    /** The format. */
    enum Form {
        TEXT,
        CSV,
        JSON
    }

    @Mixin ReadOptions read = new ReadOptions();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description =
                    "text; csv: with a header line; json: an array with one object per file, all "
                            + "tags in the DICOM JSON Model, without pixels and values over 4096 "
                            + "bytes. Default: text, or csv for bia")
    @Nullable Form form;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "all",
            description =
                    "all: every tag; bia: the columns of extract_BIA, one row per file. Default: "
                            + "${DEFAULT-VALUE}")
    Profile profile = Profile.ALL;

    @Mixin CsvOptions csv = new CsvOptions();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        AtomicInteger code = new AtomicInteger();
        TagForm chosen = chosen();
        InputFiles.Found found = read.find();
        out.check(new SideOutputs().keeps(found));
        out.write(
                writer ->
                        code.set(read.execute(found, new TagsRun(chosen, csv.raw(), writer)::run)));
        return code.get();
    }

    private TagForm chosen() {
        if (profile == Profile.BIA) {
            if (form == Form.TEXT) {
                throw new ParameterException(
                        read.commandLine(),
                        "--format text: the profile bia is written as csv or json");
            }
            return form == Form.JSON ? TagForm.BIA_JSON : TagForm.BIA_CSV;
        }
        return form == Form.JSON ? TagForm.JSON : form == Form.CSV ? TagForm.CSV : TagForm.TEXT;
    }
}
