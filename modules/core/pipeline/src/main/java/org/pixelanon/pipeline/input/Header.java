package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.PipelineException;

/**
 * What a file belongs to, by its header.
 *
 * @param uids by level; none if the header cannot be read
 */
public record Header(Map<Level, String> uids) {

    private static final Header UNREAD = new Header(Map.of());

    /** Copies the map. */
    public Header {
        uids = Map.copyOf(uids);
    }

    /** What has a UID (DICOM PS3.3 A.1.2). */
    public enum Level {
        /** Study Instance UID. */
        STUDY(Tag.StudyInstanceUID),
        /** Series Instance UID. */
        SERIES(Tag.SeriesInstanceUID),
        /** SOP Instance UID. */
        INSTANCE(Tag.SOPInstanceUID);

        private final int tag;

        Level(int tag) {
            this.tag = tag;
        }
    }

    /** A UID; empty if the file has none. */
    String uid(Level level) {
        return uids.getOrDefault(level, "");
    }

    /** Whether it could not be read, so that nobody knows what the file belongs to. */
    boolean isUnread() {
        return uids.isEmpty();
    }

    /** The headers of files, in their order; without those that were met and are not DICOM. */
    static Map<InputFile, Header> ofAll(List<InputFile> files, int jobs, Progress progress)
            throws IOException {
        progress.begin("Headers", files.size());
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, files.size())));
        try {
            List<Future<Optional<Header>>> read = new ArrayList<>();
            for (InputFile file : files) {
                read.add(pool.submit(() -> of(file, progress)));
            }
            Map<InputFile, Header> headers = new LinkedHashMap<>();
            for (int i = 0; i < files.size(); i++) {
                InputFile file = files.get(i);
                read.get(i).get().ifPresent(header -> headers.put(file, header));
                read.set(i, null);
            }
            if (progress.isCancelled()) {
                throw new PipelineException("stopped while files were selected");
            }
            return headers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while files were selected");
        } catch (ExecutionException e) {
            throw new PipelineException("files cannot be selected", e.getCause());
        } finally {
            pool.shutdownNow();
            progress.end();
        }
    }

    /** A file that cannot be read stays among the others: the run says what is wrong with it. */
    private static Optional<Header> of(InputFile input, Progress progress) {
        if (progress.isCancelled()) {
            return Optional.empty();
        }
        try {
            Optional<DicomFile> opened = InputChecks.open(input);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (DicomFile file = opened.get()) {
                return Optional.of(of(file));
            }
        } catch (IOException e) {
            return Optional.of(UNREAD);
        } finally {
            progress.step("header of " + input.path());
        }
    }

    private static Header of(DicomFile file) {
        Map<Level, String> uids = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            String uid = file.attributes().getString(level.tag).orElse("").strip();
            if (!uid.isEmpty()) {
                uids.put(level, uid);
            }
        }
        return new Header(uids);
    }
}
