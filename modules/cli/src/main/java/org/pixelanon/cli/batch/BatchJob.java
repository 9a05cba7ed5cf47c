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
 * A job shared by many processes. Each creates it from the same arguments, so that each searches,
 * judges and writes like the command on a single machine. {@link #fingerprint} detects arguments
 * that have another effect on another machine. Thread-safe once open.
 */
public final class BatchJob implements Closeable {

    /** Paths are needed unchanged, and the rows of the job are its report. */
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
     * Parses the arguments of a job; nothing is opened.
     *
     * @param words the name of the command, options and inputs
     * @return the job
     * @throws PipelineException if they are wrong
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
                        throw new PipelineException(
                                name + " is not available in a job of many processes");
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
            default -> throw new PipelineException("unknown command; available: anonymise");
        };
    }

    /**
     * The name of the command.
     *
     * @return as typed
     */
    public String name() {
        return line.getCommandName();
    }

    /**
     * The place for the rows of the job.
     *
     * @return a path or URL of the cluster's file system; empty if none was given
     */
    public Optional<String> results() {
        return Optional.ofNullable(command.batch().results);
    }

    /**
     * Largest size of a task.
     *
     * @return bytes of files
     */
    public long partBytes() {
        return command.batch().bytes();
    }

    /**
     * Largest size of a task.
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
     * Plans the places of outputs.
     *
     * @param found all inputs of the job
     * @return the place of each
     * @throws IOException if an input would be overwritten
     */
    public OutputPlaces places(InputFiles.Found found) throws IOException {
        return told(() -> command.places(found));
    }

    /**
     * Converts text back to paths.
     *
     * @return of files and of objects
     */
    public NamedPaths paths() {
        return new NamedPaths(command.run().sources());
    }

    /**
     * Starts the engines unless they are running.
     *
     * @throws IOException if one cannot be started or an option is wrong
     */
    public synchronized void open() throws IOException {
        if (work == null) {
            work = told(() -> command.open(closing));
        }
    }

    /**
     * A hash of everything that determines results: options, the content of files they name, the
     * allow-list and rules of the account, engines, version. The job must be open.
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
     * How text is searched. The job must be open.
     *
     * @return effort, engines, and missing engines
     */
    public SearchWords search() {
        return command.run().searchWords().orElseThrow();
    }

    /**
     * Processes a part of the files. The job must be open.
     *
     * @param files the part
     * @param places places of outputs, planned for all files of the job
     * @param settings how to run
     * @param taker receives the result of each file
     * @throws IOException if a recogniser cannot be started, or a result cannot be stored
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

    /** Wrong options are reported like everything else that ends a job. */
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
