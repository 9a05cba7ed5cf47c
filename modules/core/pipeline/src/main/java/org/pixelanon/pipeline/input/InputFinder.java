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
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.PlainFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Printable;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.PartFile;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.sources.remote.RemotePath;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.store.index.IndexFilter;
import org.pixelanon.store.index.IndexReader;

/** Collects the files that INPUT arguments name, each once. Not thread-safe. */
final class InputFinder {

    private final List<Path> roots;
    private final IndexFilter filter;
    private final @Nullable InputTaker taker;
    private final @Nullable Sources sources;
    private final Map<Path, InputFile> files = new LinkedHashMap<>();
    private final Map<Path, String> problems = new LinkedHashMap<>();
    private final List<String> unmatched = new ArrayList<>();
    private final List<Path> lists = new ArrayList<>();
    private final List<Path> odd = new ArrayList<>();
    private long met;

    /**
     * Begins without files.
     *
     * @param roots where a relative path is looked for, in this order, if it does not exist as it
     *     is
     * @param filter which files of an index are meant
     * @param sources where URLs lead; null if none is read
     * @param taker is given the files, some of them more than once; null to keep them here
     */
    InputFinder(
            List<Path> roots,
            IndexFilter filter,
            @Nullable Sources sources,
            @Nullable InputTaker taker) {
        this.sources = sources;
        this.roots = List.copyOf(roots);
        this.filter = filter;
        this.taker = taker;
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
        requireAll("standard input");
        new ListReader(new Listed()).readStandardInput(standardInput);
    }

    /** Adds what an INPUT argument names. */
    void add(String argument) throws PipelineException {
        if (SourceUrl.isUrl(argument)) {
            RemotePath place = remote(argument);
            requireAll(place.toString());
            addPlace(place);
            return;
        }
        Optional<Path> resolved = resolve(argument);
        if (resolved.isEmpty()) {
            addWildcard(argument);
            return;
        }
        Path path = resolved.get();
        Optional<String> refusal = PlainFile.refusal(path);
        if (refusal.isPresent()) {
            problems.put(path, refusal.get());
        } else if (Files.isRegularFile(path) && IndexReader.isOne(path)) {
            addIndex(path);
        } else {
            requireAll(path.toString());
            addPath(path);
        }
    }

    /** Files are chosen by what an index says of them; nothing else says anything. */
    private void requireAll(String other) throws PipelineException {
        if (!filter.isAll()) {
            throw new PipelineException(
                    Printable.of(other) + ": is not an index; --where and the like need one");
        }
    }

    private void addPath(Path path) throws PipelineException {
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (path.getFileName() != null
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            addCsv(path);
        } else if (NameList.isOne(path, this::isName)) {
            addNames(path);
        } else {
            put(new InputFile(path, name(path), true));
        }
    }

    /** All files that it does not know to be something else; its rows need not be true any more. */
    private void addIndex(Path index) throws PipelineException {
        lists.add(index);
        long before = met;
        NamedPaths paths = new NamedPaths(sources);
        try (IndexReader rows = IndexReader.read(index)) {
            rows.files(filter, (path, root) -> put(IndexedInput.of(path, root, paths)));
        } catch (IOException e) {
            throw new PipelineException(FailureText.of(e), e);
        }
        if (met == before) {
            problems.put(index, "the index has no such file");
        }
    }

    private RemotePath remote(String url) throws PipelineException {
        if (sources == null) {
            throw new PipelineException("URLs are not supported here, only files");
        }
        try {
            return sources.path(url);
        } catch (IOException e) {
            throw new PipelineException(FailureText.reason(e), e);
        }
    }

    /** An object, or what lies below a place; objects are named by the place and may be many. */
    void addPlace(RemotePath place) throws PipelineException {
        long before = met;
        int problemsBefore = problems.size();
        try (PlaceWalk walk = new PlaceWalk(place, problems::put)) {
            for (InputFile file = walk.next(); file != null; file = walk.next()) {
                put(file);
            }
        }
        if (met == before && problems.size() == problemsBefore) {
            problems.put(place, MissingInput.object(place.toString()));
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

    private void put(InputFile file) throws PipelineException {
        met++;
        if (taker == null) {
            files.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
            return;
        }
        try {
            taker.take(file);
        } catch (IOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(FailureText.of(e), e);
        }
    }

    private void addFolder(Path folder) throws PipelineException {
        long before = met;
        int problemsBefore = problems.size();
        if (taker == null) {
            List<Path> sorted = new ArrayList<>();
            try {
                Files.walkFileTree(folder, new Collector(sorted));
            } catch (IOException e) {
                throw new PipelineException(folder + ": cannot be listed", e);
            }
            sorted.sort(Comparator.naturalOrder());
            for (Path path : sorted) {
                put(new InputFile(path, folder.relativize(path), false));
            }
        } else {
            walk(folder);
        }
        if (met == before && problems.size() == problemsBefore) {
            problems.put(folder, "folder contains no files");
        }
    }

    private void walk(Path folder) throws PipelineException {
        try (FolderWalk walk = new FolderWalk(folder, problems::put, odd::add)) {
            for (InputFile file = walk.next(); file != null; file = walk.next()) {
                put(file);
            }
        } catch (PipelineException e) {
            throw e;
        } catch (IOException e) {
            throw new PipelineException(folder + ": cannot be listed", e);
        }
    }

    /** Collects regular files; what cannot be looked into becomes a problem, the rest goes on. */
    private final class Collector extends SimpleFileVisitor<Path> {

        private final List<Path> plain;

        Collector(List<Path> plain) {
            this.plain = plain;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (PartFile.isPart(file)) {
                return FileVisitResult.CONTINUE;
            }
            boolean isPlain =
                    attributes.isRegularFile()
                            || Files.isRegularFile(file) && PlainFile.refusal(file).isEmpty();
            (isPlain ? plain : odd).add(file);
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
            problems.put(pathOf(argument), MissingInput.file(argument));
            return;
        }
        requireAll(argument);
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
        public void name(String name, String where) throws PipelineException {
            addListed(name, where);
        }

        @Override
        public void none(String list) {
            problems.put(Path.of(list), "list contains no files");
        }
    }

    /** Nothing is asked of its place yet; of a wrong URL nothing is repeated that may be secret. */
    private void addListedUrl(String url, String where) {
        try {
            RemotePath path = remote(url);
            put(new InputFile(path, path.getRoot().relativize(path), true));
        } catch (PipelineException e) {
            String why = FailureText.reason(e);
            problems.put(pathOf(where), why);
            unmatched.add(where + ": " + why);
        }
    }

    private void addListed(String listed, String where) throws PipelineException {
        if (SourceUrl.isUrl(listed)) {
            addListedUrl(listed, where);
            return;
        }
        List<Path> meant = listed.isBlank() ? List.of() : resolveListed(listed);
        if (meant.size() != 1) {
            String why = meant.isEmpty() ? "no such file" : "is ambiguous: matches several files";
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

    private boolean isName(String line) {
        return SourceUrl.isUrl(line) || !resolveListed(line).isEmpty();
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
