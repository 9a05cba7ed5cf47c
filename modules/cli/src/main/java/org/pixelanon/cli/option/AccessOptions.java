package org.pixelanon.cli.option;

import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.model.ReadAccess;
import picocli.CommandLine.Option;

/** The permissions of files that a command writes besides DICOM files. */
@HelpGroup("Lists and reports")
public final class AccessOptions {

    @Option(
            names = "--shared",
            description =
                    "let the group read and write new lists, reports and databases. Default: "
                            + "only the owner, except in setgid folders")
    boolean shared;

    /** Who may read lists that may contain patient data. */
    public ReadAccess readers() {
        return readers(ReadAccess.OWNER);
    }

    /** The group if requested, else a given default. */
    public ReadAccess readers(ReadAccess others) {
        return shared ? ReadAccess.GROUP : others;
    }
}
