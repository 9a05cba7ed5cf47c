package org.pixelanon.cli.forms;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon forms}: trains and tests the detection of scanned forms. */
@Command(
        name = "forms",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon forms train train.csv -o forms.model",
            "  pixelanon forms test other.csv --forms-model forms.model"
        },
        mixinStandardHelpOptions = true,
        description = {
            "Trains and tests the detection of scanned forms (--forms of ocr and anonymise) on "
                    + "your own files.",
            "TABLE is CSV with the columns class and filename; class is 1 or form, 0 or picture.",
            "Files are DICOM (the first frame is used), PNG, JPEG, TIFF, BMP or GIF."
        },
        subcommands = {FormsTrainCommand.class, FormsTestCommand.class})
public final class FormsCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "missing subcommand: train or test");
    }
}
