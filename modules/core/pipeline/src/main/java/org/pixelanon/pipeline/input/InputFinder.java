package org.pixelanon.pipeline.input;

import java.io.BufferedReader;
import java.io.IOException;
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
import org.pixelanon.dicom.data.PlainFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.PartFile;

/** Collects the files that INPUT arguments name, each once. Not thread-safe. */
final class InputFinder {

    private final List<Path> roots;
    private final Map<Path, InputFile> files = new LinkedHashMap<>();
    private final Map<Path, String> problems = new LinkedHashMap<>();
    private final List<String> unmatched = new ArrayList<>();
    private final List<Path> lists = new ArrayList<>();
    private final List<Path> odd = new ArrayList<>();

    /**
     * Begins without files.
     *
     * @param roots where a relative path is looked for, in this order, if it does not exist as it
     *     stands
     */
    InputFinder(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    List<InputFile> files() {
        return List.copyOf(files.values());
    }

    Map<Path, String> problems() {
        return problems;
    }

    List<String> unmatched() {
        return unmatched;
    }

    List<Path> lists() {
        return lists;
    }

    List<Path> odd() {
        return odd;
    }

    /** Adds the names on standard input. */
    void addList(BufferedReader standardInput) throws PipelineException {
        new ListReader(new Listed()).readStandardInput(standardInput);
    }

    /** Adds what an INPUT argument names. */
    void add(String argument) throws PipelineException {
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
                    : roots.stream().map(r -> r.resolve(path)).filter(Files::exists).findFirst();
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
        new ListReader(new Listed()).readCsv(csv);
    }

    private void addNames(Path list) throws PipelineException {
        lists.add(list);
        new ListReader(new Listed()).readLines(list);
    }

    /** What lists say becomes inputs and problems. */
    private final class Listed implements ListReader.Taker {

        @Override
        public void name(String name, String where) {
            addListed(name, where);
        }

        @Override
        public void none(String list) {
            problems.put(Path.of(list), "list names no file");
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
        return path.isPresent() ? List.of(path.get()) : ComposedNames.find(listed, roots);
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
