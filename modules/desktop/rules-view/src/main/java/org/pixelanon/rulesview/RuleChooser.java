package org.pixelanon.rulesview;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files. */
interface RuleChooser {

    /** Chooses a rules file to read. */
    Optional<Path> toOpen();

    /** Chooses where to write rules; an existing file may be replaced. */
    Optional<Path> toSave();

    /** Asks whether unsaved rules may be discarded. */
    boolean giveUp();
}
