package org.pixelanon.workbench.source;

import java.util.List;

/**
 * What is to be opened.
 *
 * @param inputs files, folders, wildcards, CSV lists, databases or URLs
 * @param login the profile with which URLs are reached; empty for the account's own keys
 * @param selections which of what is found, as {@code --select} has it, one after the other
 */
public record OpenRequest(List<String> inputs, String login, List<String> selections) {

    /** Copies the lists. */
    public OpenRequest {
        inputs = List.copyOf(inputs);
        selections = List.copyOf(selections);
    }

    /**
     * What needs no profile, all of it.
     *
     * @param inputs as above
     * @return the request
     */
    public static OpenRequest of(List<String> inputs) {
        return new OpenRequest(inputs, "", List.of());
    }
}
