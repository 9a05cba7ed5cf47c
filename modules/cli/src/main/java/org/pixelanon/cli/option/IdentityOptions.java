package org.pixelanon.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.pipeline.decide.IdentitySource;
import org.pixelanon.pipeline.identities.IdentityList;
import org.pixelanon.pipeline.output.SideOutputs;
import picocli.CommandLine.Option;

/** Identities of patients for files whose tags lack them. */
@HelpGroup("Judging text")
public final class IdentityOptions {

    @Option(
            names = "--identities",
            paramLabel = "FILE",
            description =
                    "CSV with the identities of files whose tags were removed: a column path, SOPInstanceUID, SeriesInstanceUID or StudyInstanceUID, and columns named by DICOM keyword such as PatientName,PatientID,PatientBirthDate. Used in addition to the file's own tags")
    @Nullable Path file;

    private @Nullable IdentityList list;

    /** Protects the list from being overwritten. */
    public SideOutputs keep(SideOutputs others) {
        return others.keeps("the identities", file);
    }

    /** The source of identities; a list is closed with the other files. */
    public IdentitySource source(OpenResources closing) throws IOException {
        if (file == null) {
            return IdentitySource.OWN;
        }
        IdentityList opened = closing.file(IdentityList.open(file));
        list = opened;
        return opened;
    }

    /** Reports how many files are not in the list, which may be the wrong one. */
    public void tell(PrintWriter terminal) {
        IdentityList asked = list;
        if (asked != null && asked.unknown() > 0) {
            terminal.println(
                    "Note: --identities: no row for "
                            + asked.unknown()
                            + " of "
                            + asked.asked()
                            + " files");
        }
    }
}
