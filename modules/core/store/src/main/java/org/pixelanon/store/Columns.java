package org.pixelanon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.pixelanon.model.InclusiveBox;

/** Reads columns in which the Python tool leaves out what is not known. */
final class Columns {

    private Columns() {}

    /** A number; {@link InclusiveBox#NONE} if there is none. */
    static int number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? InclusiveBox.NONE : value;
    }

    /** A text; empty if there is none. */
    static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
