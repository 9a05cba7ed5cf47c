package org.pixelanon.cli.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.model.Printable;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.pipeline.decide.FormSearch;
import org.pixelanon.pipeline.forms.FormFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon forms test}. */
@Command(
        name = "test",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon forms test other.csv --forms-model forms.model",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Counts how many forms and other images are classified correctly by their first "
                        + "frame, and lists those that are not.")
final class FormsTestCommand implements Callable<Integer> {

    @Mixin FormsTools tools = new FormsTools();

    @Option(
            names = "--forms-model",
            paramLabel = "FILE",
            description = "a model made by 'forms train'. Default: the built-in classifier")
    @Nullable Path model;

    @Mixin TextOutput out = new TextOutput();

    private FormFigures figures = FormFigures.NONE;

    @Override
    public Integer call() throws IOException {
        out.check(tools.keep().keeps("the model of scanned forms", model));
        List<String> wrong = new ArrayList<>();
        try (FormClassifier classifier = tools.classifier(model)) {
            tools.each(
                    (picture, sample) -> {
                        boolean told = FormSearch.isForm(classifier, picture);
                        figures = figures.and(sample.form(), told);
                        if (told != sample.form()) {
                            wrong.add(
                                    (told ? "taken for a form: " : "taken for an image: ")
                                            + Printable.of(sample.file().toString())
                                            + System.lineSeparator());
                        }
                    });
        }
        out.write(writer -> writer.write(figures.text() + String.join("", wrong)));
        return 0;
    }
}
