package org.pixelanon.pipeline.input;

import java.util.regex.Pattern;

/** What to say of an input that is not there, with what is mostly the reason. */
final class MissingInput {

    /** Schemes have two letters at least, drives one. */
    private static final Pattern NEARLY_URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:[/\\\\].*", Pattern.DOTALL);

    private static final String BEGINNING = "://";

    private MissingInput() {}

    static String file(String argument) {
        return "no such file or folder"
                + (NEARLY_URL.matcher(argument).matches()
                        ? "; a URL has two slashes after the colon: s3://BUCKET/KEY"
                        : "");
    }

    /** Two slashes are nothing wrong in a key, and mostly not meant. */
    static String object(String url) {
        int key = url.indexOf(BEGINNING) + BEGINNING.length();
        return "no such object, and none below it"
                + (url.indexOf("//", key) >= 0 ? "; a double slash is part of the key" : "");
    }
}
