package org.pixelanon.workbench;

import javax.swing.text.BadLocationException;
import javax.swing.text.PlainDocument;
import org.openide.util.lookup.ServiceProvider;

/** The messages of background tasks in this sitting, oldest first. Used on the event thread. */
@ServiceProvider(service = MessageLines.class)
public final class MessageLines {

    private static final int LIMIT = 2_000_000;

    private final PlainDocument document = new PlainDocument();

    void add(String text) {
        try {
            document.insertString(document.getLength(), text + "\n", null);
            if (document.getLength() > LIMIT) {
                document.remove(0, LIMIT / 2);
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    PlainDocument document() {
        return document;
    }
}
