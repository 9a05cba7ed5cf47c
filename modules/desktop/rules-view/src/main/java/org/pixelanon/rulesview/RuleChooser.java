package org.pixelanon.rulesview;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files. */
interface RuleChooser {

    /** A file of rules to be read. */
    Optional<Path> toOpen();

    /** Where rules are to be written; what is there may be replaced. */
    Optional<Path> toSave();

    /** Whether rules that are not saved may be given up. */
    boolean giveUp();
}
