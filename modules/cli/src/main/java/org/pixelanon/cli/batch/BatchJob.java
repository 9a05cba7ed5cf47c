package org.pixelanon.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.option.OpenResources;
import org.pixelanon.cli.option.RunSettingList;
import org.pixelanon.cli.terminal.Version;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.manifest.RunSetting;
import org.pixelanon.pipeline.output.OutputPlaces;
import org.pixelanon.pipeline.report.SearchWords;
import org.pixelanon.pipeline.run.ResultTaker;
import org.pixelanon.pipeline.run.RunSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A job that many processes share. Each makes it from the same words, so that each searches, judges
 * and writes as the command of that name does on one machine. {@link #fingerprint} tells whether
 * the words mean the same everywhere. Thread-safe once it is open.
 */
public final class BatchJob implements Closeable {

    /** Paths are needed as they are, and the rows of the job are its report. */
    private static final List<String> REFUSED = List.of("--report", "--hash-paths", "--path-salt");

    private final CommandLine line;
    private final BatchCommand command;
    private final OpenResources closing = new OpenResources();
    private BatchCommand.@Nullable Work work;

    private BatchJob(CommandLine line, BatchCommand command) {
        this.line = line;
        this.command = command;
    }

    /**
     * Reads the words of a job; nothing is opened.
     *
     * @param words the name of the command, its options and inputs
     * @return the job
     * @throws PipelineException if they are wrong; the message says how
     */
    public static BatchJob of(List<String> words) throws PipelineException {
        BatchCommand command = command(words.isEmpty() ? "" : words.get(0));
        CommandLine line = new CommandLine(command);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
            for (List<String> names : List.of(REFUSED, command.refused())) {
                for (String name : names) {
                    if (line.getParseResult().hasMatchedOption(name)) {
                        throw new PipelineException(name + " is not for a job of many processes");
                    }
                }
            }
            if (command.batch().megabytes < 1 || command.batch().files < 1) {
                throw new PipelineException("--part-megabytes and --part-files must be at least 1");
            }
        } catch (ParameterException e) {
            throw new PipelineException(String.valueOf(e.getMessage()), e);
        }
        return new BatchJob(line, command);
    }

    private static BatchCommand command(String name) throws PipelineException {
        return switch (name) {
            case "anonymise", "anonymize" -> new AnonymiseBatch();
            default -> throw new PipelineException("unknown command; there is: anonymise");
        };
    }

    /**
     * The name of the command.
     *
     * @return as it is typed
     */
    public String name() {
        return line.getCommandName();
    }

    /**
     * Where the rows of the job go.
     *
     * @return a path or URL of the cluster's file system; empty if none was named
     */
    public Optional<String> results() {
        return Optional.ofNullable(command.batch().results);
    }

    /**
     * How much one task takes on.
     *
     * @return bytes of files
     */
    public long partBytes() {
        return command.batch().bytes();
    }

    /**
     * How much one task takes on.
     *
     * @return number of files
     */
    public int partFiles() {
        return command.batch().files;
    }

    /**
     * Finds the inputs.
     *
     * @return files and problems
     * @throws IOException if a list or a place cannot be read
     */
    public InputFiles.Found find() throws IOException {
        return told(command.run()::find);
    }

    /**
     * Plans where outputs go.
     *
     * @param found all inputs of the job
     * @return the place of each
     * @throws IOException if something that is read would be overwritten
     */
    public OutputPlaces places(InputFiles.Found found) throws IOException {
        return told(() -> command.places(found));
    }

    /**
     * Leads text back to paths.
     *
     * @return of files and of objects
     */
    public NamedPaths paths() {
        return new NamedPaths(command.run().sources());
    }

    /**
     * Starts the engines, unless they are started.
     *
     * @throws IOException if one cannot be started or an option is wrong
     */
    public synchronized void open() throws IOException {
        if (work == null) {
            work = told(() -> command.open(closing));
        }
    }

    /**
     * One hash of all that decides what becomes of a file: options, the content of files they name,
     * the allow-list and rules of the account, engines, version. The job must be open.
     *
     * @return hexadecimal digits
     * @throws IOException if a file cannot be read
     */
    public String fingerprint() throws IOException {
        SearchWords words = command.run().searchWords().orElseThrow();
        List<RunSetting> settings = RunSettingList.of(line.getCommandSpec());
        settings.removeIf(s -> s.name().equals("--out"));
        settings.add(new RunSetting("--out", command.target(), false));
        settings.add(new RunSetting("search", words.toString(), false));
        settings.add(new RunSetting("command", name() + " " + Version.number(), false));
        UserEnvironment account = UserEnvironment.ofProcess();
        Path allowList = account.allowList().orElse(null);
        settings.add(RunSettingList.ofFile("allow-list of the account", allowList));
        for (Path recipe : account.recipes()) {
            settings.add(RunSettingList.ofFile(recipe.toString(), recipe));
        }
        return RunSetting.fingerprint(settings, "batch");
    }

    /**
     * How text is looked for. The job must be open.
     *
     * @return effort, engines, and what is missing
     */
    public SearchWords search() {
        return command.run().searchWords().orElseThrow();
    }

    /**
     * Works through a part of the files. The job must be open.
     *
     * @param files the part
     * @param places where outputs go, planned for all files of the job
     * @param settings how it is carried out
     * @param taker takes what becomes of each file
     * @throws IOException if a recogniser cannot be started, or a result not be taken
     */
    public void each(
            List<InputFile> files, OutputPlaces places, RunSettings settings, ResultTaker taker)
            throws IOException {
        BatchCommand.Work ready;
        synchronized (this) {
            ready = work;
        }
        if (ready == null) {
            throw new IllegalStateException("not open");
        }
        ready.each(files, places, settings, taker);
    }

    private interface Asking<T> {
        T now() throws IOException;
    }

    /** What is wrong with options is told like all else that ends a job. */
    private static <T> T told(Asking<T> asking) throws IOException {
        try {
            return asking.now();
        } catch (ParameterException e) {
            throw new PipelineException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }
}
