package org.pixelanon.rules;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;

/**
 * Compiled rules: files of either language are matched independently, and the union of what they
 * blank is blanked. Immutable and thread-safe.
 */
public final class RuleBook {

    /** The default rule: blank everything outside ultrasound regions. */
    static final String BUILT_IN =
            "FORMAT dicom\n\n%filter graylist\n\nLABEL Clean Areas Outside Ultrasound Regions\n"
                    + "  present SequenceOfUltrasoundRegions\n"
                    + "  keepcoordinates from:SequenceOfUltrasoundRegions\n";

    private final List<RuleSource> sources;
    private final List<String> notes;

    private RuleBook(List<RuleSource> sources, List<String> notes) {
        this.sources = List.copyOf(sources);
        this.notes = List.copyOf(notes);
    }

    /**
     * Reads files of rules.
     *
     * @param paths files, or folders whose files are all read, in the order of their names
     * @param extensions whether comments beginning {@code #@} apply
     * @return the rules
     * @throws RulesException naming file and line of the first mistake, or a folder without rules
     * @throws IOException if a file cannot be read
     */
    public static RuleBook read(List<Path> paths, boolean extensions) throws IOException {
        List<RuleSource> sources = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : filesOf(path)) {
                try {
                    ParsedRules parsed = RuleReader.read(text(file));
                    sources.add(RuleSource.of(file.toString(), parsed, extensions));
                    parsed.notes().forEach(n -> notes.add(file + ": " + n));
                    parsed.file()
                            .unevaluated()
                            .forEach(s -> notes.add(file + ": section " + s + " is ignored"));
                } catch (RulesException e) {
                    throw e.in(file.toString());
                }
            }
        }
        return new RuleBook(sources, notes);
    }

    /**
     * Builds rules that were already read.
     *
     * @param name the name of the file in messages
     * @param parsed the rules
     * @param extensions whether comments beginning {@code #@} apply
     * @return the rules
     * @throws RulesException if an extension is not understood
     */
    public static RuleBook of(String name, ParsedRules parsed, boolean extensions)
            throws RulesException {
        return new RuleBook(List.of(RuleSource.of(name, parsed, extensions)), parsed.notes());
    }

    /**
     * The default rule.
     *
     * @return blanks everything outside the Sequence of Ultrasound Regions
     */
    public static RuleBook builtIn() {
        try {
            return of("built-in", RuleReader.read(BUILT_IN), false);
        } catch (RulesException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The text of a file.
     *
     * @param file UTF-8; other files are read as ISO 8859-1, which maps every byte to a character
     * @return the text
     * @throws IOException if it cannot be read
     */
    public static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The files of a path.
     *
     * @param path a file, or a folder, whose files are meant except hidden ones
     * @return the files, in the order of their names
     * @throws RulesException if a folder holds none
     * @throws IOException if a folder cannot be read
     */
    public static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> list = Files.list(path)) {
            List<Path> files =
                    list.filter(Files::isRegularFile)
                            .filter(f -> !f.getFileName().toString().startsWith("."))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new RulesException(path + ": no rules in this folder");
            }
            return files;
        }
    }

    /**
     * All rules.
     *
     * @return file by file, in order
     */
    public List<RuleEntry> entries() {
        return sources.stream()
                .flatMap(s -> s.rules().stream())
                .map(RuleSource.Ready::entry)
                .toList();
    }

    /**
     * Deviations from the documented form that were accepted, and sections that are not evaluated.
     *
     * @return one line each, with file and line
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * Matches the rules against a file and determines the pixels they blank.
     *
     * @param file an opened file
     * @return the rules that match and what they blank
     * @throws DicomException if the description of the image is absent or impossible
     */
    public RuleResult apply(DicomFile file) throws DicomException {
        return new RuleRun(sources, file).result();
    }
}
