package org.pixelanon.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.neural.Forms1;
import org.pixelanon.pipeline.decide.FormOptions;
import org.pixelanon.pipeline.decide.FormOptions.Handling;
import org.pixelanon.pipeline.forms.OwnFormModel;
import org.pixelanon.pipeline.forms.OwnForms;
import org.pixelanon.pipeline.output.SideOutputs;
import org.pixelanon.pipeline.report.SearchWords;
import picocli.CommandLine.Option;

/** Options for scanned forms. */
@HelpGroup("Finding text")
public final class FormsOptions {

    @Option(
            names = "--forms",
            paramLabel = "blank|withhold|off",
            arity = "0..1",
            fallbackValue = "blank",
            defaultValue = "off",
            description =
                    "frames that are scanned paper (forms, letters, reports): blank the frame, withhold the file for review, or off. Default: ${DEFAULT-VALUE}; --forms alone means blank")
    Handling handling = Handling.OFF;

    @Option(
            names = "--forms-model",
            paramLabel = "FILE",
            description = "a model made by 'pixelanon forms train'")
    @Nullable Path model;

    @Option(
            names = "--forms-engine",
            paramLabel = "NAME",
            defaultValue = Forms1.NAME,
            completionCandidates = FoundNames.Forms.class,
            description = "form classifier: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    String name = Forms1.NAME;

    /**
     * The treatment of forms. Ends the command if the classifier or the model cannot be used.
     *
     * @param engines those of the command
     */
    public FormOptions options(EngineOptions engines) throws IOException {
        if (handling == Handling.OFF) {
            if (model != null) {
                throw engines.refused("--forms-model: needs --forms blank or withhold");
            }
            return FormOptions.OFF;
        }
        FormOptions.Source source = FormSource.of(name, model, engines);
        return new FormOptions(handling, source);
    }

    /** The same for a command with other engines. */
    public FormOptions options(JudgeOptions judging) throws IOException {
        return options(judging.engines());
    }

    /** The search description of a run, including the form classifier. */
    public SearchWords told(SearchWords words) {
        if (handling == Handling.OFF) {
            return words;
        }
        List<String> engines = new ArrayList<>(words.engines());
        engines.add("forms " + name + (model == null ? "" : " with a model of the user"));
        return new SearchWords(words.effort(), engines, words.shortfall());
    }

    /** Protects the model from being overwritten. */
    public SideOutputs keep(SideOutputs others) {
        return others.keeps("the model of scanned forms", model);
    }

    /** Makes classifiers. */
    public static final class FormSource {

        private FormSource() {}

        /**
         * A tested source. Ends the command if it fails.
         *
         * @param name of the engine
         * @param model of the user; null for none
         * @param engines those of the command
         */
        public static FormOptions.Source of(
                String name, @Nullable Path model, EngineOptions engines) throws IOException {
            FoundEngine engine = engine(name, engines);
            EngineSettings settings = engines.settings(engine);
            engines.requireAvailable(engine, settings);
            OwnFormModel own = model == null ? null : OwnFormModel.read(model);
            FormOptions.Source source =
                    () ->
                            own == null || model == null
                                    ? engine.forms(settings)
                                    : OwnForms.of(engine.forms(settings), own, model);
            try {
                source.open().close();
            } catch (IOException e) {
                throw engines.refused(FailureText.reason(e));
            }
            return source;
        }

        private static FoundEngine engine(String name, EngineOptions engines) {
            try {
                return engines.found().forms(name);
            } catch (EngineException e) {
                throw engines.refused("--forms-engine: " + e.getMessage());
            }
        }
    }
}
