package org.pixelanon.cli.forms;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.pipeline.forms.FormTraining;
import org.pixelanon.pipeline.forms.OwnFormModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pixelanon forms train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes a model for --forms-model from labelled files. It corrects the built-in "
                        + "classifier and contains 34 numbers, nothing from the images.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon forms train train.csv -o forms.model",
            "  pixelanon forms test other.csv --forms-model forms.model",
            "  pixelanon anonymise scans/ -o clean/ --forms blank --forms-model forms.model"
        })
final class FormsTrainCommand implements Callable<Integer> {

    @Mixin FormsTools tools = new FormsTools();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        out.check(tools.keep());
        try (FormClassifier classifier = tools.classifier(null)) {
            FormTraining training = new FormTraining(classifier);
            tools.each((picture, sample) -> training.add(picture, sample.form()));
            OwnFormModel model = training.model();
            out.write(model::write, out.readers(ReadAccess.EVERYBODY));
        }
        return 0;
    }
}
