package org.pixelanon.pipeline.forms;

import java.nio.file.Path;

/**
 * A file of which a person says what it is.
 *
 * @param file a DICOM file; its first frame counts
 * @param form true for a scanned form, false for a picture
 */
public record FormSample(Path file, boolean form) {}
