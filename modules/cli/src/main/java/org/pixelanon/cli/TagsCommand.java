package org.pixelanon.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.pixelanon.pipeline.InputFiles;
import org.pixelanon.pipeline.SideOutputs;
import org.pixelanon.pipeline.TagForm;
import org.pixelanon.pipeline.TagsRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon tags}: what the tags of files say. */
@Command(
        name = "tags",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the tags of files, or one row a file with those that tell whether text may be burned in.",
            "Values are printed as they are: names and numbers of patients, too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon tags scan.dcm",
            "  pixelanon tags archive/ --profile bia -o extract_BIA.csv",
            "  pixelanon tags scan.dcm --json | jq '.[].dataSet[\"00280010\"].Value[0]'"
        })
final class TagsCommand implements Callable<Integer> {

    /** Which tags. */
    enum Profile {
        ALL,
        BIA
    }

    /** CSV or JSON. */
    static final class FormOptions {

        @Option(
                names = "--json",
                description =
                        "a JSON array with one object a file; all tags are in the DICOM JSON Model, without pixels and bytes above 4096")
        boolean json;

        @Option(names = "--csv", description = "CSV with a header line; the default for bia")
        boolean csv;
    }

    @Mixin ReadOptions read = new ReadOptions();

    @ArgGroup FormOptions form = new FormOptions();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "all",
            description =
                    "all: every tag; bia: the columns of extract_BIA, one row a file. Default: ${DEFAULT-VALUE}")
    Profile profile = Profile.ALL;

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        AtomicInteger code = new AtomicInteger();
        InputFiles.Found found = read.find();
        out.check(new SideOutputs().keeps(found));
        out.write(writer -> code.set(read.execute(found, new TagsRun(chosen(), writer)::run)));
        return code.get();
    }

    private TagForm chosen() {
        if (profile == Profile.BIA) {
            return form.json ? TagForm.BIA_JSON : TagForm.BIA_CSV;
        }
        return form.json ? TagForm.JSON : form.csv ? TagForm.CSV : TagForm.TEXT;
    }
}
