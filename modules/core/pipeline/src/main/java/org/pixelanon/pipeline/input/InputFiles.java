package org.pixelanon.pipeline.input;

import java.io.BufferedReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.store.index.IndexFilter;

/**
 * Turns the INPUT arguments of a command into files: files, folders (recursively, in name order),
 * wildcards, CSV lists with a column {@code filename} or {@code DicomFilePath}, indexes, and {@code
 * -} for a list on standard input, one name a line or CSV. Text files with one name a line are
 * lists too ({@link NameList}). Nothing is opened as DICOM.
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
     * @param odd what was met in folders and is not a file: pipes, sockets, devices, links to
     *     folders or to nothing; none was opened
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
     * Finds what lies in a folder, or below a place outside the file system.
     *
     * @param folder the folder or place
     * @return files and problems
     * @throws PipelineException if it cannot be listed
     */
    public static Found below(Path folder) throws PipelineException {
        if (!(folder instanceof RemotePath place)) {
            return find(List.of(folder.toString()));
        }
        InputFinder inputs = new InputFinder(List.of(), IndexFilter.ALL, null, null);
        inputs.addPlace(place);
        return new Found(inputs.files(), inputs.problems());
    }

    /**
     * Finds the files.
     *
     * @param arguments the INPUT arguments
     * @param roots where a relative path is looked for, in this order, if it does not exist as it
     *     is ({@code PACS_ROOT})
     * @param standardInput the list behind {@code -}, one path per line
     * @return files and problems
     * @throws PipelineException if a list cannot be read as CSV
     */
    public static Found find(List<String> arguments, List<Path> roots, BufferedReader standardInput)
            throws PipelineException {
        return find(arguments, roots, standardInput, IndexFilter.ALL, null);
    }

    /**
     * Finds files and objects, where indexes stand for some of theirs.
     *
     * @param arguments the INPUT arguments; URLs name an object, or all below a place
     * @param roots where a relative path is looked for, in this order, if it does not exist as it
     *     is ({@code PACS_ROOT})
     * @param standardInput the list behind {@code -}, one path per line
     * @param filter which files of an index are meant; if not all, every argument must be one
     * @param sources where URLs lead; null if none is read
     * @return files and problems
     * @throws PipelineException if a list or an index cannot be read, or a URL is wrong
     */
    public static Found find(
            List<String> arguments,
            List<Path> roots,
            BufferedReader standardInput,
            IndexFilter filter,
            @Nullable Sources sources)
            throws PipelineException {
        return find(arguments, standardInput, new InputFinder(roots, filter, sources, null));
    }

    /**
     * Finds the files and hands them on, so that none of them is held. Files of a folder come in
     * the order in which the system names them.
     *
     * @param arguments the INPUT arguments
     * @param roots where a relative path is looked for, in this order, if it does not exist as it
     *     is ({@code PACS_ROOT})
     * @param standardInput the list behind {@code -}, one path per line
     * @param filter which files of an index are meant; if not all, every argument must be one
     * @param sources where URLs lead; null if none is read
     * @param taker is given the files, some of them maybe more than once
     * @return problems and whatever else was met, without files
     * @throws PipelineException if a list or an index cannot be read, or the taker fails
     */
    public static Found stream(
            List<String> arguments,
            List<Path> roots,
            BufferedReader standardInput,
            IndexFilter filter,
            @Nullable Sources sources,
            InputTaker taker)
            throws PipelineException {
        return find(arguments, standardInput, new InputFinder(roots, filter, sources, taker));
    }

    private static Found find(
            List<String> arguments, BufferedReader standardInput, InputFinder inputs)
            throws PipelineException {
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
