package org.pixelanon.workbench.source;

import java.util.List;

/**
 * A request to open files.
 *
 * @param inputs files, folders, wildcards, CSV lists, databases or URLs
 * @param login the profile for URLs; empty for the account's own keys
 * @param selections selections like {@code --select}, applied in order
 */
public record OpenRequest(List<String> inputs, String login, List<String> selections) {

    /** Copies the lists. */
    public OpenRequest {
        inputs = List.copyOf(inputs);
        selections = List.copyOf(selections);
    }

    /**
     * A request without profile or selection.
     *
     * @param inputs as above
     * @return the request
     */
    public static OpenRequest of(List<String> inputs) {
        return new OpenRequest(inputs, "", List.of());
    }
}
