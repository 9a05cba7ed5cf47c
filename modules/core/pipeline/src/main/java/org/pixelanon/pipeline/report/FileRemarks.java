package org.pixelanon.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.pixel.Unprocessed;

/**
 * Remarks on the work on one input; never patient text.
 *
 * @param notes what was not processed, clipped, dropped
 * @param left what nobody looked at; what of it withholds the file stands in the reason
 * @param said what people who asked for it are told of this file
 * @param device kind, maker and model; empty if that is not known
 */
public record FileRemarks(
        List<String> notes, List<Unprocessed> left, Optional<String> said, String device) {

    /** Nothing to be told. */
    static final FileRemarks NONE = new FileRemarks(List.of(), List.of(), Optional.empty(), "");

    /** Copies the lists. */
    public FileRemarks {
        notes = List.copyOf(notes);
        left = List.copyOf(left);
    }

    FileRemarks noting(List<String> added) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(added);
        return new FileRemarks(all, left, said, device);
    }

    FileRemarks saying(String words) {
        return new FileRemarks(noting(List.of(words)).notes(), left, Optional.of(words), device);
    }

    FileRemarks leaving(List<Unprocessed> unprocessed) {
        List<String> added = unprocessed.stream().map(u -> "not processed: " + u.what()).toList();
        return new FileRemarks(noting(added).notes(), unprocessed, said, device);
    }

    FileRemarks of(String maker) {
        return new FileRemarks(notes, left, said, maker);
    }
}
