package blackbox.application;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The two tables the Python tool knows, read as it reads them: not by our code.
 *
 * @param folder where the database lies
 */
record ReviewRows(Path folder) {

    private static final String BOX = "left||','||top||','||right||','||bottom";

    /** {@code left,top,right,bottom frame/overlay engine pii} of each rectangle, oldest first. */
    List<String> rectangles(Path file) {
        return ask(
                "SELECT "
                        + BOX
                        + "||' '||frame||'/'||overlay||' '||ocrengine||' '||nerpii"
                        + " FROM DicomRects WHERE filename = ? AND left >= 0 ORDER BY id",
                file);
    }

    /** The text of each rectangle, oldest first. */
    List<String> texts(Path file) {
        return ask(
                "SELECT ocrtext FROM DicomRects WHERE filename = ? AND left >= 0 ORDER BY id",
                file);
    }

    /**
     * What a person says the rectangles are, oldest first; those nobody said it of are left out.
     */
    List<String> reasons(Path file) {
        return ask(
                "SELECT reason FROM pixelanon_reasons JOIN DicomRects USING (id)"
                        + " WHERE filename = ? ORDER BY id",
                file);
    }

    /** Who saw and read the texts, oldest first. */
    List<String> witnesses(Path file) {
        return ask(
                "SELECT witnesses FROM pixelanon_witnesses JOIN DicomRects USING (id)"
                        + " WHERE filename = ? ORDER BY id",
                file);
    }

    /** {@code mark comment} of a file; none while it is to be reviewed. */
    List<String> mark(Path file) {
        return ask("SELECT mark||' '||comment FROM DicomTags WHERE filename = ?", file);
    }

    /** Everything, to compare before and after. */
    List<String> everything() {
        List<String> all = new ArrayList<>(ask("SELECT * FROM DicomRects ORDER BY id", null));
        all.addAll(ask("SELECT * FROM DicomTags ORDER BY id", null));
        return all;
    }

    private List<String> ask(String question, Path file) {
        String url = "jdbc:sqlite:" + folder.resolve("dcmaudit.sqlite.db");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement(question)) {
            if (file != null) {
                statement.setString(1, file.toAbsolutePath().normalize().toString());
            }
            try (ResultSet rows = statement.executeQuery()) {
                return lines(rows);
            }
        } catch (SQLException e) {
            throw new AssertionError(question, e);
        }
    }

    private static List<String> lines(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                values.add(String.valueOf(rows.getString(i)));
            }
            lines.add(String.join("|", values));
        }
        return lines;
    }
}
