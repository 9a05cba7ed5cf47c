package org.pixelanon.pipeline.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixelanon.model.Printable;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.ListText;
import org.pixelanon.sources.remote.RemotePath;

/**
 * What a list selects: UIDs of studies, series or instances, or names. A CSV has the columns {@code
 * StudyInstanceUID}, {@code SeriesInstanceUID}, {@code SOPInstanceUID}, {@code filename}, {@code
 * DicomFilePath} or {@code key}, of which the most particular one that a row fills is what it
 * means; a text has a UID or a name on each line.
 */
final class SelectionList {

    private static final List<String> COLUMNS =
            List.of(
                    "filename",
                    "DicomFilePath",
                    "key",
                    "SOPInstanceUID",
                    "SeriesInstanceUID",
                    "StudyInstanceUID");

    private static final String UID = "[0-9]+(\\.[0-9]+)+";
    private static final int LONGEST_UID = 64;

    /** What is wanted, with the line that wants it. */
    private final Map<String, String> wanted = new LinkedHashMap<>();

    private SelectionList() {}

    static SelectionList read(Path list) throws PipelineException {
        SelectionList selection = new SelectionList();
        try (BufferedReader lines = new BufferedReader(ListText.open(list))) {
            lines.mark(ListText.LONGEST_FIELD);
            String first = lines.readLine();
            lines.reset();
            if (NameList.isHeader(
                    first == null ? "" : first.replaceFirst("^\uFEFF", ""), COLUMNS)) {
                selection.addRows(lines, list);
            } else {
                selection.addLines(lines, list);
            }
        } catch (CsvParseException e) {
            throw new PipelineException(list + ": " + ListText.problem(e), e);
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(list + ": cannot be read", e);
        }
        if (selection.wanted.isEmpty()) {
            throw new PipelineException(list + ": selects nothing");
        }
        return selection;
    }

    private void addLines(BufferedReader lines, Path list) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.equals(ListText.END)) {
                return;
            }
            if (!line.isBlank()) {
                want(line.replaceFirst("^\uFEFF", "").strip(), list, number);
            }
        }
    }

    private void addRows(BufferedReader text, Path list) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .maxBufferSize(ListText.LONGEST_FIELD)
                        .allowMissingFields(true)
                        .skipEmptyLines(true)
                        .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (row.getFieldCount() == 1 && row.getField(0).equals(ListText.END)) {
                    return;
                }
                want(meant(row), list, row.getStartingLineNumber());
            }
        }
    }

    private static String meant(NamedCsvRecord row) {
        return COLUMNS.stream()
                .filter(row.getHeader()::contains)
                .flatMap(column -> row.findField(column).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void want(String what, Path list, long line) throws PipelineException {
        String where = list + ": line " + line;
        if (what.isEmpty() || ListText.isDamaged(what) || what.endsWith(ListText.END)) {
            throw new PipelineException(where + ": contains nothing that can be selected");
        }
        wanted.putIfAbsent(what, where);
    }

    /** What it names; what it names in vain is told as a problem. */
    InputFiles.Found of(InputFiles.Found found, int jobs, Progress progress) throws IOException {
        Map<InputFile, Header> headers =
                wanted.keySet().stream().anyMatch(SelectionList::isUid)
                        ? Header.ofAll(found.files(), jobs, progress)
                        : Map.of();
        Set<String> met = new HashSet<>();
        List<InputFile> chosen = new ArrayList<>();
        for (InputFile file : found.files()) {
            List<String> called = new ArrayList<>(names(file));
            Header header = headers.get(file);
            if (header != null) {
                called.addAll(header.uids().values());
            }
            called.retainAll(wanted.keySet());
            met.addAll(called);
            if (!called.isEmpty() || (header != null && header.isUnread())) {
                chosen.add(file);
            }
        }
        return told(found.with(chosen), met);
    }

    private InputFiles.Found told(InputFiles.Found found, Set<String> met) {
        Map<Path, String> problems = new LinkedHashMap<>(found.problems());
        List<String> unmatched = new ArrayList<>(found.unmatched());
        wanted.forEach(
                (what, where) -> {
                    if (!met.contains(what)) {
                        String why = "selects nothing (" + Printable.of(what) + ")";
                        problems.put(Path.of(where), why);
                        unmatched.add(where + ": " + why);
                    }
                });
        return new InputFiles.Found(found.files(), problems, unmatched, found.lists(), found.odd());
    }

    private static boolean isUid(String text) {
        return text.length() <= LONGEST_UID && text.matches(UID);
    }

    /** All that an input is called: entirely, below its INPUT, and in a bucket. */
    private static List<String> names(InputFile file) {
        String whole = file.path().toString();
        List<String> names = new ArrayList<>(List.of(whole, file.below().toString()));
        if (file.path() instanceof RemotePath remote) {
            names.add(remote.url().path());
        }
        return names;
    }
}
