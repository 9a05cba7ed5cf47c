package org.pixelanon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
final class JudgeOptions {

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

    SensitivityJudge judge() throws IOException {
        Optional<Path> allow = Optional.ofNullable(allowList).or(Environment::allowList);
        return SensitivityJudge.of(detectors, allow, Optional.ofNullable(denyList));
    }

    /** The lists must not be replaced by what is written. */
    SideOutputs keep(SideOutputs others) {
        return others.keeps("the allow-list", allowList)
                .keeps("the allow-list", Environment.allowList().orElse(null))
                .keeps("the deny-list", denyList);
    }

    static RecognizerSource recognizers() {
        Path cache = Environment.cache();
        return () -> new TesseractRecognizer(OcrOptions.in(cache));
    }
}
