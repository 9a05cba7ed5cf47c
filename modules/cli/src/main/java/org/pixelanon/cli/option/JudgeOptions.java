package org.pixelanon.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.pii.AllowListCheck;
import org.pixelanon.pii.AllowListEngine;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for judging text. */
@HelpGroup("Judging text")
public final class JudgeOptions {

    @Option(
            names = "--allowlist",
            paramLabel = "FILE",
            description =
                    "regular expressions; text that fully matches one of them is kept. Default: $SMI_ROOT/data/dicompixelanon/ocr_allowlist_regex.txt where it exists")
    @Nullable Path allowList;

    @Option(
            names = "--denylist",
            paramLabel = "FILE",
            description =
                    "regular expressions; text that fully matches one of them is always sensitive")
    @Nullable Path denyList;

    @Option(
            names = "--strict-allowlist",
            description = "ignore and report lines of the allow-list that match names")
    boolean strict;

    private List<String> detectors = List.of();
    private boolean told;

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Mixin private EngineOptions engines = new EngineOptions();

    @Mixin private PolicyOptions policy = new PolicyOptions();

    @Option(
            names = "--pii",
            paramLabel = "LIST",
            split = ",",
            description =
                    "detectors of sensitive text: ${COMPLETION-CANDIDATES}; 'pixelanon engines' describes them. Default: ${DEFAULT-VALUE}",
            completionCandidates = FoundNames.Detectors.class,
            defaultValue = DetectorNames.DEFAULT)
    void setDetectors(List<String> names) {
        if (names.isEmpty()) {
            return; // nothing is set yet
        }
        chosen(names);
        detectors = List.copyOf(names);
    }

    /** Extensions are searched only if a name is not built in. */
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

    /** The judge; the default allow-list is that of dicompixelanon. */
    public SensitivityJudge judge() throws IOException {
        return judge(chosen(detectors));
    }

    /** For each detector, by its name, the judge without it. */
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
        Optional<Path> list =
                Optional.ofNullable(allowList).or(UserEnvironment.ofProcess()::allowList);
        SensitivityJudge judge =
                SensitivityJudge.of(
                        chosen,
                        strict ? AllowListEngine.strict(engines.choices()) : engines.choices(),
                        UserEnvironment.ofProcess().cache(),
                        list.orElse(null),
                        denyList);
        if (!told) {
            told = true;
            judge.ignoredLines().forEach(line -> tell(list.map(Path::toString).orElse(""), line));
        }
        return judge.under(policy.policy());
    }

    private void tell(String list, AllowListCheck.Remark line) {
        Objects.requireNonNull(spec, "picocli sets it")
                .commandLine()
                .getErr()
                .println("Note: " + list + ":" + line.line() + ": ignored, " + line.what());
    }

    /** The engines of this command. */
    EngineOptions engines() {
        return engines;
    }

    /** Protects the lists from being overwritten. */
    public SideOutputs keep(SideOutputs others) {
        return others.keeps("the allow-list", allowList)
                .keeps("the allow-list", UserEnvironment.ofProcess().allowList().orElse(null))
                .keeps("the deny-list", denyList);
    }
}
