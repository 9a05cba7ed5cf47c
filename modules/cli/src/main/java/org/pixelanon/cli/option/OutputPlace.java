package org.pixelanon.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;

/**
 * Where copies go: into a folder, or, if it is called like a DICOM file and is no folder, the copy
 * of one input into that file.
 *
 * @param path the folder or the file
 * @param isFile whether it is a file
 */
public record OutputPlace(Path path, boolean isFile) {

    private static final String DICOM = ".dcm";

    /** The folder that all copies lie in. */
    public Path folder() {
        Path above = path.getParent();
        return !isFile ? path : above == null ? Path.of("") : above;
    }

    /**
     * The inputs with the places of their outputs: the same, or the one input with the name of the
     * file.
     */
    public InputFiles.Found named(InputFiles.Found found, CommandLine command) {
        if (!isFile || found.files().isEmpty()) {
            return found;
        }
        if (found.files().size() > 1) {
            throw new ParameterException(
                    command,
                    "-o "
                            + path
                            + " names one file, and there are "
                            + found.files().size()
                            + " inputs; name a folder (-o "
                            + path
                            + "/ if it is to be called so)");
        }
        InputFile one = found.files().get(0);
        return found.with(java.util.List.of(new InputFile(one.path(), path.getFileName(), true)));
    }

    /** A name as it is typed; one with a slash at its end is a folder. */
    public static final class Converter implements ITypeConverter<OutputPlace> {
        @Override
        public OutputPlace convert(String text) {
            Path path = Path.of(text);
            boolean file =
                    text.toLowerCase(Locale.ROOT).endsWith(DICOM)
                            && path.getFileName() != null
                            && !Files.isDirectory(path);
            return new OutputPlace(path, file);
        }
    }
}
