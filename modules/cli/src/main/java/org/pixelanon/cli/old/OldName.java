package org.pixelanon.cli.old;

import java.util.List;

/**
 * A word that a command once knew.
 *
 * @param command the command with all its words, as {@code pixelanon db rects}
 * @param old the word, or the word and the value behind it with a blank between
 * @param becomes what means the same; none if it needs not be said
 * @param answer what there is instead; empty if something means the same
 */
public record OldName(String command, String old, List<String> becomes, String answer) {

    boolean takesValue() {
        return old.indexOf(' ') >= 0;
    }
}
