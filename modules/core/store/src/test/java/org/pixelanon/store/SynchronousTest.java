package org.pixelanon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.ReadAccess;

/** What SQLite is told about flushing. */
@Tag("sqlite")
class SynchronousTest {

    private static final int FULL = 2;

    @TempDir Path folder;

    @Test
    void every_commit_is_flushed_in_whatever_mode_the_journal_is() throws Exception {
        Path path = folder.resolve(RegionStore.FILE_NAME);
        for (String journal : List.of("wal", "delete")) {
            Schema.make(path, ReadAccess.OWNER);
            try (Connection connection = Schema.connect(path, true, RegionStore.PATIENCE);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=" + journal);
                try (ResultSet row = statement.executeQuery("PRAGMA synchronous")) {
                    assertThat(row.getInt(1)).as(journal).isEqualTo(FULL);
                }
            }
        }
    }
}
