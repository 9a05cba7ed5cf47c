package org.pixelanon.pipeline.input;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What relative names in a list are relative to, beside the working folder.
 *
 * @param stripped the prefix that was taken off when the list was written ({@code
 *     --relative-path}); a name that means one file below it and another below the working folder
 *     means neither
 * @param root where a name is looked for that means no file otherwise ({@code PACS_ROOT})
 */
public record RelativeNames(Optional<Path> stripped, Optional<Path> root) {}
