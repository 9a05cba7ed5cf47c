package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.PipelineException;

/**
 * Some of the files and objects that were found: those of a study or series, those of a list, some
 * at random, or one of each series. Of what lies in a store only headers are read, and only where
 * they are asked for. A file whose header cannot be read is always among them, so that the run says
 * what is wrong with it. Immutable.
 */
public sealed interface Selection {

    /** How a selection is spelled. */
    String SPELLING = "overview, random:N, random:N:SEED, study:UID, series:UID or list:FILE";

    /** One instance of each series, the first by its name. */
    record Overview() implements Selection {

        @Override
        public InputFiles.Found choose(InputFiles.Found found, int jobs, Progress progress)
                throws IOException {
            Set<String> series = new HashSet<>();
            List<InputFile> firsts = new ArrayList<>();
            Header.ofAll(found.files(), jobs, progress)
                    .forEach(
                            (file, header) -> {
                                String uid = header.uid(Header.Level.SERIES);
                                if (uid.isEmpty() || series.add(uid)) {
                                    firsts.add(file);
                                }
                            });
            return found.with(firsts);
        }
    }

    /**
     * So many, each at most once.
     *
     * @param count at least 1
     * @param seed the same seed chooses the same files
     */
    record Some(int count, long seed) implements Selection {

        @Override
        public InputFiles.Found choose(InputFiles.Found found, int jobs, Progress progress) {
            List<InputFile> mixed = new ArrayList<>(found.files());
            Collections.shuffle(mixed, new Random(seed));
            Set<InputFile> chosen = new HashSet<>(mixed.subList(0, Math.min(count, mixed.size())));
            return found.with(found.files().stream().filter(chosen::contains).toList());
        }
    }

    /**
     * All of a study or of a series.
     *
     * @param level what has the UID
     * @param uid the UID
     */
    record Of(Header.Level level, String uid) implements Selection {

        @Override
        public InputFiles.Found choose(InputFiles.Found found, int jobs, Progress progress)
                throws IOException {
            List<InputFile> chosen = new ArrayList<>();
            Header.ofAll(found.files(), jobs, progress)
                    .forEach(
                            (file, header) -> {
                                if (header.isUnread() || header.uid(level).equals(uid)) {
                                    chosen.add(file);
                                }
                            });
            return found.with(chosen);
        }
    }

    /**
     * What a list names, by UIDs or by names.
     *
     * @param list the file
     */
    record Listed(Path list) implements Selection {

        @Override
        public InputFiles.Found choose(InputFiles.Found found, int jobs, Progress progress)
                throws IOException {
            return SelectionList.read(list).of(found, jobs, progress);
        }
    }

    /**
     * Reads a selection.
     *
     * @param text as {@link #SPELLING} says
     * @return the selection
     * @throws IllegalArgumentException if it is something else
     */
    static Selection parse(String text) {
        String[] parts = text.split(":", 2);
        String value = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0]) {
            case "overview" -> {
                require(parts.length == 1, text);
                yield new Overview();
            }
            case "random" -> {
                require(value.matches("[1-9][0-9]{0,8}(:-?[0-9]{1,18})?"), text);
                String[] numbers = value.split(":", -1);
                yield new Some(
                        Integer.parseInt(numbers[0]),
                        numbers.length > 1 ? Long.parseLong(numbers[1]) : 1);
            }
            case "study", "series" -> {
                require(value.matches("[0-9.]{1,64}"), text);
                boolean study = parts[0].equals("study");
                yield new Of(study ? Header.Level.STUDY : Header.Level.SERIES, value);
            }
            case "list" -> {
                require(!value.isEmpty(), text);
                yield new Listed(Path.of(value));
            }
            default -> throw new IllegalArgumentException(text + " is not one of " + SPELLING);
        };
    }

    private static void require(boolean sound, String text) {
        if (!sound) {
            throw new IllegalArgumentException(text + " is not one of " + SPELLING);
        }
    }

    /**
     * Selects, and may select nothing.
     *
     * @param found what there is
     * @param jobs how many headers are read at a time
     * @param progress told of each header that is read; asked whether to stop
     * @return what is selected, in the same order; what could not be used stays told
     * @throws IOException if a list cannot be read, or it was stopped
     */
    InputFiles.Found choose(InputFiles.Found found, int jobs, Progress progress) throws IOException;

    /**
     * Selects.
     *
     * @param found what there is
     * @param jobs how many headers are read at a time
     * @param progress told of each header that is read; asked whether to stop
     * @return what is selected, in the same order; what could not be used stays told
     * @throws IOException if nothing is selected, a list cannot be read, or it was stopped
     */
    default InputFiles.Found of(InputFiles.Found found, int jobs, Progress progress)
            throws IOException {
        InputFiles.Found chosen = choose(found, jobs, progress);
        if (chosen.files().isEmpty() && !found.files().isEmpty()) {
            throw new PipelineException(
                    "--select selects none of " + found.files().size() + " files");
        }
        return chosen;
    }
}
