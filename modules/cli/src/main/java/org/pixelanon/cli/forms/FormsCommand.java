package org.pixelanon.cli.forms;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelanon forms}: train and test what tells scanned forms from pictures. */
@Command(
        name = "forms",
        mixinStandardHelpOptions = true,
        description = {
            "Trains and tests what tells scanned forms from pictures (--forms of ocr and anonymise), on files of your own.",
            "A TABLE is CSV with the columns class and filename; class is 1 or form, 0 or picture.",
            "Files are DICOM, of which the first frame counts, or PNG, JPEG, TIFF, BMP or GIF."
        },
        subcommands = {FormsTrainCommand.class, FormsTestCommand.class})
public final class FormsCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "say what to do: train or test");
    }
}
