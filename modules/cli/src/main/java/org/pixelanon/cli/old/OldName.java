package org.pixelanon.cli.old;

import java.util.List;

/**
 * An option or command of an earlier tool.
 *
 * @param command the command with all its words, e.g. {@code pixelanon db rects}
 * @param old the word, or the word and its value, separated by a blank
 * @param becomes its equivalent; none if it is the default
 * @param answer what to use instead; empty if there is an equivalent
 */
public record OldName(String command, String old, List<String> becomes, String answer) {

    boolean takesValue() {
        return old.indexOf(' ') >= 0;
    }
}
