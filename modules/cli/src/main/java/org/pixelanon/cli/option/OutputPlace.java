package org.pixelanon.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.sources.remote.Sources;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;

/**
 * The place for copies: a folder, or, if named like a DICOM file and not a folder, the file for the
 * copy of one input.
 *
 * @param path the folder or the file
 * @param isFile whether it is a file
 * @param url its URL, until its path is looked up
 */
public record OutputPlace(Path path, boolean isFile, @Nullable String url) {

    private static final String DICOM = ".dcm";

    /** The same with the path of its URL. */
    public OutputPlace in(Sources sources) throws IOException {
        return url == null ? this : new OutputPlace(sources.path(url), isFile, null);
    }

    /** The folder that contains all copies. */
    public Path folder() {
        Path above = path.getParent();
        return !isFile ? path : above == null ? Path.of("") : above;
    }

    /**
     * The inputs with their output names: unchanged, or the single input with the name of the file.
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
                            + " names one file, but there are "
                            + found.files().size()
                            + " inputs; give a folder (-o "
                            + path
                            + "/ for a folder of that name)");
        }
        InputFile one = found.files().get(0);
        return found.with(java.util.List.of(new InputFile(one.path(), path.getFileName(), true)));
    }

    /** Parses a name; with a trailing slash it is a folder. */
    public static final class Converter implements ITypeConverter<OutputPlace> {
        @Override
        public OutputPlace convert(String text) {
            if (SourceUrl.isUrl(text)) {
                boolean object = text.toLowerCase(Locale.ROOT).endsWith(DICOM);
                return new OutputPlace(Path.of(""), object, text);
            }
            Path path = Path.of(text);
            boolean file =
                    text.toLowerCase(Locale.ROOT).endsWith(DICOM)
                            && path.getFileName() != null
                            && !Files.isDirectory(path);
            return new OutputPlace(path, file, null);
        }
    }
}
