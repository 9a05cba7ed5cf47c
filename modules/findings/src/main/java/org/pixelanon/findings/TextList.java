package org.pixelanon.findings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of expressions, one a line, that texts are added to. For workers. */
final class TextList {

    private static final String SPECIAL = "\\.^$*+?{}[]|()";

    private TextList() {}

    /**
     * The expression that matches a text and nothing else, in Python as in Java.
     *
     * @param text one line of text
     * @return the text without blanks around it, special characters escaped
     */
    static String exactly(String text) {
        StringBuilder out = new StringBuilder();
        text.strip()
                .replaceAll("\\R", " ")
                .codePoints()
                .forEach(
                        c -> {
                            if (SPECIAL.indexOf(c) >= 0) {
                                out.append('\\');
                            }
                            out.appendCodePoint(c);
                        });
        return out.toString();
    }

    /**
     * Adds an expression at the end of a file, unless it is there. The file is locked meanwhile and
     * the line is written in one piece, so that no other process sees half of it.
     *
     * @param file the file; created with its folder if it does not exist
     * @param expression one line
     * @return false if the file has the line already
     * @throws IOException if the file cannot be read or written
     */
    static synchronized boolean add(Path file, String expression) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String known =
                    new String(
                            Channels.newInputStream(channel).readAllBytes(),
                            StandardCharsets.UTF_8);
            if (known.lines().anyMatch(expression::equals)) {
                return false;
            }
            boolean open = !known.isEmpty() && !known.endsWith("\n");
            ByteBuffer line = StandardCharsets.UTF_8.encode((open ? "\n" : "") + expression + "\n");
            long at = channel.size();
            while (line.hasRemaining()) {
                at += channel.write(line, at);
            }
            channel.force(true);
            return true;
        }
    }
}
