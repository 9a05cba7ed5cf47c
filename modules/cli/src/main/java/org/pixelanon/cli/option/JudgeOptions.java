package org.pixelanon.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.ocr.OcrOptions;
import org.pixelanon.ocr.TesseractRecognizer;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.RecognizerSource;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How text is found and judged. */
public final class JudgeOptions {

    @Option(
            names = "--allowlist",
            paramLabel = "FILE",
            description =
                    "regular expressions; text that one of them matches wholly is kept. Default: $SMI_ROOT/data/dicompixelanon/ocr_allowlist_regex.txt where it exists")
    @Nullable Path allowList;

    @Option(
            names = "--denylist",
            paramLabel = "FILE",
            description =
                    "regular expressions; text that one of them matches wholly is always sensitive")
    @Nullable Path denyList;

    private List<String> detectors = List.of();

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(
            names = "--pii",
            paramLabel = "LIST",
            split = ",",
            description =
                    "what judges text: tags, patterns, allowlist, none; default: ${DEFAULT-VALUE}",
            defaultValue = "tags,patterns,allowlist")
    void setDetectors(List<String> names) {
        if (names.isEmpty()) {
            return; // nothing is said yet
        }
        Optional<String> problem = SensitivityJudge.problem(names);
        if (problem.isPresent()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    "--pii: " + problem.get());
        }
        detectors = List.copyOf(names);
    }

    /** What judges text; an allow-list that is not named is that of the Python tool. */
    public SensitivityJudge judge() throws IOException {
        Optional<Path> allow =
                Optional.ofNullable(allowList).or(UserEnvironment.ofProcess()::allowList);
        return SensitivityJudge.of(detectors, allow, Optional.ofNullable(denyList));
    }

    /** The lists must not be replaced by what is written. */
    public SideOutputs keep(SideOutputs others) {
        return others.keeps("the allow-list", allowList)
                .keeps("the allow-list", UserEnvironment.ofProcess().allowList().orElse(null))
                .keeps("the deny-list", denyList);
    }

    /** Recognisers, each of which reads for one worker; nothing is loaded before the first. */
    public static RecognizerSource recognizers() {
        Path cache = UserEnvironment.ofProcess().cache();
        return () -> new TesseractRecognizer(OcrOptions.in(cache));
    }
}
