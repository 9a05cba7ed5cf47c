package org.pixelanon.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How text is judged. */
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

    @Mixin private EngineOptions engines = new EngineOptions();

    @Option(
            names = "--pii",
            paramLabel = "LIST",
            split = ",",
            description =
                    "what judges text: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}; 'pixelanon engines' describes them",
            completionCandidates = FoundNames.Detectors.class,
            defaultValue = "tags,patterns,allowlist")
    void setDetectors(List<String> names) {
        if (names.isEmpty()) {
            return; // nothing is said yet
        }
        chosen(names);
        detectors = List.copyOf(names);
    }

    /** Extensions are looked for only if a name is none of our own. */
    private DetectorNames chosen(List<String> names) {
        Engines there = DetectorNames.areOwn(names) ? DetectorNames.own() : engines.found();
        try {
            return DetectorNames.of(names, there);
        } catch (PiiException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    "--pii: " + e.getMessage());
        }
    }

    /** What judges text; an allow-list that is not named is that of the Python tool. */
    public SensitivityJudge judge() throws IOException {
        return judge(chosen(detectors));
    }

    /** The same without one of what judges, for each of them by its name. */
    public Map<String, SensitivityJudge> judgesWithoutEach() throws IOException {
        List<FoundEngine> all = chosen(detectors).engines();
        Map<String, SensitivityJudge> judges = new LinkedHashMap<>();
        for (FoundEngine one : all) {
            List<FoundEngine> others = all.stream().filter(e -> e != one).toList();
            judges.put(one.name(), judge(new DetectorNames(others)));
        }
        return judges;
    }

    private SensitivityJudge judge(DetectorNames chosen) throws IOException {
        chosen.engines().forEach(engines::requireAvailable);
        return SensitivityJudge.of(
                chosen,
                engines.choices(),
                UserEnvironment.ofProcess().cache(),
                Optional.ofNullable(allowList)
                        .or(UserEnvironment.ofProcess()::allowList)
                        .orElse(null),
                denyList);
    }

    /** The engines of this command. */
    EngineOptions engines() {
        return engines;
    }

    /** The lists must not be replaced by what is written. */
    public SideOutputs keep(SideOutputs others) {
        return others.keeps("the allow-list", allowList)
                .keeps("the allow-list", UserEnvironment.ofProcess().allowList().orElse(null))
                .keeps("the deny-list", denyList);
    }
}
