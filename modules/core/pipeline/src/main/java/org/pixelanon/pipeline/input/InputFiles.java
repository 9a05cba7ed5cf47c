package org.pixelanon.pipeline.input;

import java.io.BufferedReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pixelanon.pipeline.PipelineException;

/**
 * Turns the INPUT arguments of a command into files: files, folders (recursively, in name order),
 * wildcards, CSV lists with a column {@code filename} or {@code DicomFilePath}, and {@code -} for a
 * list on standard input, one name a line or CSV. Text files with one name a line are lists too
 * ({@link NameList}). Nothing is opened as DICOM.
 */
public final class InputFiles {

    private InputFiles() {}

    /**
     * What was found.
     *
     * @param files each file once, in the order of the arguments, folders in name order
     * @param problems path to reason, for whatever was named or met and cannot be used
     * @param unmatched the rows of lists that name no file or several, with list, line and name;
     *     each is a problem too
     * @param lists the lists that named files
     * @param odd what was met in folders and is no file: pipes, sockets, devices, links to folders
     *     or to nothing; none was opened
     */
    public record Found(
            List<InputFile> files,
            Map<Path, String> problems,
            List<String> unmatched,
            List<Path> lists,
            List<Path> odd) {

        /** Copies the lists. */
        public Found {
            files = List.copyOf(files);
            unmatched = List.copyOf(unmatched);
            lists = List.copyOf(lists);
            odd = List.copyOf(odd);
        }

        /**
         * Files that no list named.
         *
         * @param files each once
         * @param problems path to reason
         */
        public Found(List<InputFile> files, Map<Path, String> problems) {
            this(files, problems, List.of(), List.of(), List.of());
        }

        /**
         * The same with other places of the outputs.
         *
         * @param named the same files, each with the path that its output is to have
         * @return what was found
         */
        public Found with(List<InputFile> named) {
            return new Found(named, problems, unmatched, lists, odd);
        }
    }

    /**
     * Finds the files where nothing is on standard input and relative paths are what they say.
     *
     * @param arguments the INPUT arguments
     * @return files and problems
     * @throws PipelineException if a list cannot be read as CSV
     */
    public static Found find(List<String> arguments) throws PipelineException {
        return find(arguments, List.of(), new BufferedReader(Reader.nullReader()));
    }

    /**
     * Finds the files.
     *
     * @param arguments the INPUT arguments
     * @param roots where a relative path is looked for, in this order, if it does not exist as it
     *     stands ({@code PACS_ROOT})
     * @param standardInput the list behind {@code -}, one path per line
     * @return files and problems
     * @throws PipelineException if a list cannot be read as CSV
     */
    public static Found find(List<String> arguments, List<Path> roots, BufferedReader standardInput)
            throws PipelineException {
        InputFinder inputs = new InputFinder(roots);
        for (String argument : arguments) {
            if (argument.equals("-")) {
                inputs.addList(standardInput);
            } else {
                inputs.add(argument);
            }
        }
        return new Found(
                inputs.files(),
                inputs.problems(),
                inputs.unmatched(),
                inputs.lists(),
                inputs.odd());
    }
}
