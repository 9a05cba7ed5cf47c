package org.pixelanon.pipeline.input;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What relative names in a list are relative to, beside the working folder.
 *
 * @param stripped the prefix that was taken off when the list was written ({@code
 *     --relative-path}); a name that means one file below it and another below the working folder
 *     means neither; null if none was
 * @param root where a name is looked for that means no file otherwise ({@code PACS_ROOT}); null for
 *     nowhere else
 */
public record RelativeNames(@Nullable Path stripped, @Nullable Path root) {}
