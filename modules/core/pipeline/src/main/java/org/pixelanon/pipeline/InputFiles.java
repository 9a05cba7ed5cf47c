package org.pixelanon.pipeline;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pixelanon.dicom.PlainFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Printable;

/**
 * Turns the INPUT arguments of a command into files: files, folders (recursively, in name order),
 * wildcards, CSV lists with a column {@code filename} or {@code DicomFilePath}, and {@code -} for a
 * list on standard input, one name a line or CSV. Text files with one name a line are lists too
 * ({@link NameList}). Nothing is opened as DICOM.
 */
public final class InputFiles {

    private static final String STANDARD_INPUT = "standard input";
    private static final List<String> PATH_COLUMNS = List.of("filename", "DicomFilePath");

    private final Optional<Path> prefix;
    private final Map<Path, InputFile> files = new LinkedHashMap<>();
    private final Map<Path, String> problems = new LinkedHashMap<>();
    private final List<String> unmatched = new ArrayList<>();
    private final List<Path> lists = new ArrayList<>();
    private final List<Path> odd = new ArrayList<>();

    private InputFiles(Optional<Path> prefix) {
        this.prefix = prefix;
    }

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
     * Finds the files.
     *
     * @param arguments the INPUT arguments
     * @param prefix where a relative path is looked for if it does not exist as it stands ({@code
     *     PACS_ROOT})
     * @param standardInput the list behind {@code -}, one path per line
     * @return files and problems
     * @throws PipelineException if a list cannot be read as CSV
     */
    public static Found find(
            List<String> arguments, Optional<Path> prefix, BufferedReader standardInput)
            throws PipelineException {
        InputFiles inputs = new InputFiles(prefix);
        for (String argument : arguments) {
            if (argument.equals("-")) {
                inputs.addLines(standardInput);
            } else {
                inputs.add(argument);
            }
        }
        return new Found(
                List.copyOf(inputs.files.values()),
                inputs.problems,
                inputs.unmatched,
                inputs.lists,
                inputs.odd);
    }

    private void add(String argument) throws PipelineException {
        Optional<Path> resolved = resolve(argument);
        if (resolved.isEmpty()) {
            addWildcard(argument);
            return;
        }
        Path path = resolved.get();
        Optional<String> refusal = PlainFile.refusal(path);
        if (refusal.isPresent()) {
            problems.put(path, refusal.get());
        } else if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (path.getFileName() != null
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            addCsv(path);
        } else if (NameList.isOne(path, name -> !resolveListed(name).isEmpty())) {
            addNames(path);
        } else {
            put(new InputFile(path, name(path), true));
        }
    }

    private static Path name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? Path.of("unnamed") : name;
    }

    private Optional<Path> resolve(String argument) {
        try {
            Path path = Path.of(argument);
            if (Files.exists(path)) {
                return Optional.of(path);
            }
            return path.isAbsolute()
                    ? Optional.empty()
                    : prefix.map(p -> p.resolve(path)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty(); // reported by the caller as missing
        }
    }

    private void put(InputFile file) {
        files.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
    }

    private void addFolder(Path folder) throws PipelineException {
        int before = files.size();
        int problemsBefore = problems.size();
        List<Path> met = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Collector(met));
        } catch (IOException e) {
            throw new PipelineException(folder + ": cannot be listed", e);
        }
        met.sort(Comparator.naturalOrder());
        for (Path path : met) {
            put(new InputFile(path, folder.relativize(path), false));
        }
        if (met.isEmpty() && files.size() == before && problems.size() == problemsBefore) {
            problems.put(folder, "folder holds no file");
        }
    }

    /** Collects regular files; what cannot be looked into becomes a problem, the rest goes on. */
    private final class Collector extends SimpleFileVisitor<Path> {

        private final List<Path> met;

        Collector(List<Path> met) {
            this.met = met;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (PartFile.isPart(file)) {
                return FileVisitResult.CONTINUE;
            }
            boolean plain =
                    attributes.isRegularFile()
                            || Files.isRegularFile(file) && PlainFile.refusal(file).isEmpty();
            (plain ? met : odd).add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.put(file, FailureText.reason(e));
            return FileVisitResult.CONTINUE;
        }
    }

    private void addWildcard(String argument) throws PipelineException {
        Optional<Wildcard> wildcard = Wildcard.in(argument);
        if (wildcard.isEmpty()) {
            problems.put(pathOf(argument), "no such file or folder");
            return;
        }
        List<Path> matches = wildcard.get().matches();
        if (matches.isEmpty()) {
            problems.put(pathOf(argument), "no file matches");
        }
        for (Path match : matches) {
            Optional<String> refusal = PlainFile.refusal(match);
            if (refusal.isPresent()) {
                problems.put(match, refusal.get());
            } else if (Files.isDirectory(match)) {
                addFolder(match);
            } else {
                put(new InputFile(match, name(match), true));
            }
        }
    }

    private void addCsv(Path csv) throws PipelineException {
        lists.add(csv);
        try (Reader text = ListText.open(csv)) {
            addRows(text, csv.toString());
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(csv + ": cannot be read", e);
        }
    }

    private void addRows(Reader text, String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .maxBufferSize(ListText.LONGEST_FIELD)
                        .allowMissingFields(true)
                        .skipEmptyLines(true)
                        .ofNamedCsvRecord(text)) {
            boolean any = false;
            boolean ended = false;
            for (NamedCsvRecord row : reader) {
                ended = row.getFieldCount() == 1 && row.getField(0).equals(ListText.END);
                if (!ended) {
                    any = true;
                    addRow(row, csv);
                }
            }
            if (!any) {
                problems.put(Path.of(csv), "list names no file");
            }
        } catch (CsvParseException e) {
            throw new PipelineException(csv + ": " + RectangleCsv.parseProblem(e), e);
        }
    }

    /** A row that is not what its writer wrote ends the run: who knows which file it meant. */
    private void addRow(NamedCsvRecord row, String csv) throws PipelineException {
        String where = csv + ": line " + row.getStartingLineNumber();
        String column =
                PATH_COLUMNS.stream()
                        .filter(row.getHeader()::contains)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new PipelineException(
                                                csv
                                                        + ": line 1: no column 'filename' or 'DicomFilePath'"));
        int fields = row.getHeader().size();
        if (row.getFields().stream().anyMatch(f -> f.endsWith(ListText.END))) {
            throw new PipelineException(where + ": a quote does not end in this row");
        }
        if (row.getFieldCount() != fields) {
            throw new PipelineException(
                    where + ": " + row.getFieldCount() + " fields instead of " + fields);
        }
        String name = row.getField(column);
        if (ListText.isDamaged(name)) {
            throw new PipelineException(
                    where + ": bytes that are no UTF-8 text (" + Printable.of(name) + ")");
        }
        addListed(name, where);
    }

    private void addLines(BufferedReader lines) throws PipelineException {
        try {
            String first = lines.readLine();
            String name = first == null ? "" : first.replaceFirst("^\uFEFF", "");
            if (NameList.isHeader(name, PATH_COLUMNS)) {
                addRows(NameList.csv(name, lines), STANDARD_INPUT);
            } else {
                addLines(name, lines, STANDARD_INPUT);
            }
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(STANDARD_INPUT + " cannot be read", e);
        }
    }

    private void addLines(String first, BufferedReader lines, String list) throws IOException {
        int number = 1;
        for (String line = first; line != null; line = lines.readLine()) {
            if (line.equals(ListText.END)) {
                return;
            }
            String where = list + ": line " + number++;
            if (ListText.isDamaged(line)) {
                throw new PipelineException(where + ": bytes that are no UTF-8 text");
            }
            if (!line.isBlank()) {
                addListed(line.strip(), where);
            }
        }
    }

    private void addNames(Path list) throws PipelineException {
        lists.add(list);
        try (BufferedReader lines = new BufferedReader(ListText.open(list))) {
            String first = lines.readLine();
            addLines(first == null ? "" : first, lines, list.toString());
        } catch (IOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(list + ": cannot be read", e);
        }
    }

    private void addListed(String listed, String where) {
        List<Path> meant = listed.isBlank() ? List.of() : resolveListed(listed);
        if (meant.size() != 1) {
            String why = meant.isEmpty() ? "no such file" : "may mean each of several files";
            problems.put(pathOf(listed.isBlank() ? where : listed), why + " (" + where + ")");
            unmatched.add(where + ": " + why + " (" + Printable.of(listed) + ")");
            return;
        }
        Path path = meant.get(0);
        Optional<String> refusal = PlainFile.refusal(path);
        if (refusal.isPresent()) {
            problems.put(path, refusal.get() + " (" + where + ")");
            return;
        }
        Path below = Path.of(listed).isAbsolute() ? name(path) : Path.of(listed).normalize();
        put(new InputFile(path, below.startsWith("..") ? name(path) : below, true));
    }

    private List<Path> resolveListed(String listed) {
        Optional<Path> path = resolve(listed);
        return path.isPresent() ? List.of(path.get()) : ComposedNames.find(listed, prefix);
    }

    /** The path of something that is not there, for a message. */
    private static Path pathOf(String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            // a zero, or letters that the system's character set lacks
            return Path.of(named.replaceAll("[^\\x01-\\x7e]", "?"));
        }
    }
}
