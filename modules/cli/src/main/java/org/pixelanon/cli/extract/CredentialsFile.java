package org.pixelanon.cli.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.FileRights;
import org.pixelanon.pipeline.PipelineException;

/** A file with secrets, one {@code name=value} per line, which only its owner may read. */
final class CredentialsFile {

    private static final int LONGEST = 65_536;
    private static final Set<String> NAMES = Set.of("user", "password");
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Map<String, String> values;

    private CredentialsFile(Map<String, String> values) {
        this.values = values;
    }

    static CredentialsFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(file + ": is not a credentials file");
        }
        Optional<FileRights> rights = FileRights.of(file);
        if (rights.isEmpty()) {
            throw new PipelineException(
                    file
                            + ": this file system does not show who can read it; use environment "
                            + "variables instead");
        }
        if (!OWNERS.containsAll(rights.get().mode())) {
            throw new PipelineException(
                    file + ": other users can access this file; run chmod 600 on it");
        }
        if (Files.size(file) > LONGEST) {
            throw new PipelineException(file + ": is too long for a credentials file");
        }
        return new CredentialsFile(
                values(file, List.of(Files.readString(file, StandardCharsets.UTF_8).split("\\R"))));
    }

    private static Map<String, String> values(Path file, List<String> lines)
            throws PipelineException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int is = line.indexOf('=');
            String name = is < 0 ? "" : line.substring(0, is).strip();
            if (!NAMES.contains(name) || values.put(name, line.substring(is + 1)) != null) {
                throw new PipelineException(
                        file
                                + ", line "
                                + (i + 1)
                                + ": is neither user=… nor password=…, once each");
            }
        }
        return values;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
    }
}
