package org.pixelanon.cli.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.AccessOptions;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.terminal.ExitCode;
import org.pixelanon.model.Printable;
import org.pixelanon.mongodb.InstanceCollections;
import org.pixelanon.mongodb.InstanceDocument;
import org.pixelanon.mongodb.MongoDbAddress;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.WholeFile;
import org.pixelanon.pipeline.format.BiaColumns;
import org.pixelanon.pipeline.format.TagForm;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code pixelanon extract mongodb}: like extract_BIA and extract_all of dicompixelanon. */
@Command(
        name = "mongodb",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the tags in the collections image_CT, image_MR … of a MongoDB database "
                    + "filled by SmiServices to extract_BIA_from_CT.csv and so on. The database "
                    + "is only read.",
            "Values are written unchanged, including names and numbers of patients."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon extract mongodb --uri mongodb://reader@db.example/dicom --modality CT,MR -o tables/",
            "  pixelanon extract mongodb --uri mongodb://localhost --profile all -o tables/ --credentials ~/mongodb.login"
        })
final class ExtractMongoDbCommand implements Callable<Integer> {

    /** The tags to write. */
    enum Profile {
        BIA,
        ALL
    }

    /** The format. */
    enum Form {
        CSV,
        JSON
    }

    @Mixin MongoDbOptions server = new MongoDbOptions();

    @Option(
            names = "--modality",
            paramLabel = "NAMES",
            split = ",",
            description =
                    "modalities, such as CT,MR; one without its own collection is taken from "
                            + "image_OTHER. Default: all collections image_…")
    List<String> modalities = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "bia",
            description =
                    "bia: the columns of extract_BIA, one row per instance; all: every tag, as "
                            + "in extract_all. Default: ${DEFAULT-VALUE}")
    Profile profile = Profile.BIA;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description =
                    "csv; json: an array with one object per instance. Default: csv, or json for "
                            + "all, which has no csv")
    @Nullable Form form;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "output folder, created if missing. Default: the current folder")
    Path folder = Path.of("");

    @Option(names = "--overwrite", description = "replace existing files")
    boolean overwrite;

    @Mixin CsvOptions csv = new CsvOptions();

    @Mixin AccessOptions access = new AccessOptions();

    @Override
    public Integer call() throws IOException {
        if (profile == Profile.ALL && form == Form.CSV) {
            throw wrong("--format csv: the profile all is written as json");
        }
        MongoDbAddress address = server.address();
        String database = server.database(address);
        Set<String> wanted = new LinkedHashSet<>();
        modalities.stream().map(String::strip).filter(m -> !m.isEmpty()).forEach(wanted::add);
        try (InstanceCollections found =
                        InstanceCollections.open(address, database, server.login(address), wanted);
                OpenResources files = new OpenResources()) {
            Map<String, WholeFile> targets = targets(found.modalities(), files);
            int code = 0;
            for (Map.Entry<String, WholeFile> target : targets.entrySet()) {
                code = Math.max(code, write(found, target.getKey(), target.getValue()));
            }
            files.complete();
            return code;
        }
    }

    private Map<String, WholeFile> targets(List<String> names, OpenResources files)
            throws IOException {
        SideOutputs outputs =
                new SideOutputs().keeps("the file of the credentials", server.credentials);
        for (String name : names) {
            Path file = file(name);
            if (!overwrite && Files.exists(file)) {
                throw wrong("--out: " + file + ": exists (--overwrite replaces it)");
            }
            outputs.writes("--out", file);
        }
        Files.createDirectories(folder.toAbsolutePath());
        Optional<String> problem = outputs.problem();
        if (problem.isPresent()) {
            throw wrong(problem.get());
        }
        Map<String, WholeFile> targets = new LinkedHashMap<>();
        for (String name : names) {
            targets.put(name, files.whole(WholeFile.at(file(name), access.readers())));
        }
        return targets;
    }

    private Path file(String modality) {
        String name = profile == Profile.BIA ? "extract_BIA_from_" : "extract_all_from_";
        return folder.resolve(name + modality + (isJson() ? ".json" : ".csv"));
    }

    private boolean isJson() {
        return profile == Profile.ALL || form == Form.JSON;
    }

    private int write(InstanceCollections found, String modality, WholeFile target)
            throws IOException {
        TagForm frame = isJson() ? TagForm.BIA_JSON : TagForm.BIA_CSV;
        Set<String> keys = profile == Profile.BIA ? DocumentTags.keys() : Set.of();
        Count count = new Count();
        try (Writer out = Files.newBufferedWriter(target.part(), StandardCharsets.UTF_8)) {
            out.write(frame.begin());
            found.read(
                    modality,
                    keys,
                    document -> {
                        out.write(count.documents == 0 ? "" : frame.between());
                        count.documents++;
                        out.write(line(document, modality, count));
                    });
            out.write(frame.end());
        }
        if (count.documents == 0) {
            throw new PipelineException(
                    modality + ": its documents were deleted while they were " + "read");
        }
        return tell(modality, count);
    }

    private String line(InstanceDocument document, String modality, Count count)
            throws IOException {
        if (profile == Profile.ALL) {
            return document.json();
        }
        DocumentTags tags = new DocumentTags(document, modality);
        if (tags.path().isEmpty()) {
            count.withoutFile++;
        }
        List<String> values = BiaColumns.of(tags.path(), tags);
        return isJson()
                ? TagForm.json(values)
                : TagForm.csv(csv.raw() ? values : BiaColumns.guarded(values));
    }

    private int tell(String modality, Count count) {
        PrintWriter err = server.command().commandLine().getErr();
        err.println(modality + ": " + count.documents + " instances");
        if (count.withoutFile > 0) {
            err.println(
                    Printable.of(
                            "Failed: "
                                    + modality
                                    + ": "
                                    + count.withoutFile
                                    + " documents name "
                                    + "no file (header.DicomFilePath)"));
        }
        err.flush();
        return count.withoutFile > 0 ? ExitCode.FAILED : 0;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(server.command().commandLine(), message);
    }

    /** The count of one modality. */
    private static final class Count {
        private long documents;
        private long withoutFile;
    }
}
