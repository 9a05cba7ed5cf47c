package org.pixelanon.workbench.options;

import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Listens to typing. */
final class Fields {

    private Fields() {}

    /** Reports every change of a field. */
    static void watch(JTextField field, Runnable onChange) {
        field.getDocument()
                .addDocumentListener(
                        new DocumentListener() {
                            @Override
                            public void insertUpdate(DocumentEvent event) {
                                onChange.run();
                            }

                            @Override
                            public void removeUpdate(DocumentEvent event) {
                                onChange.run();
                            }

                            @Override
                            public void changedUpdate(DocumentEvent event) {
                                onChange.run();
                            }
                        });
    }
}
