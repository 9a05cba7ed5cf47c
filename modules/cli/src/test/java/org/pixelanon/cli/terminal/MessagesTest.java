package org.pixelanon.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Messages of failures. */
class MessagesTest {

    @Test
    void an_internal_error_says_what_and_where_but_no_value() {
        NumberFormatException cause = new NumberFormatException("For input string: \"Muster\"");
        cause.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("java.lang.Integer", "parseInt", "Integer.java", 1),
                    new StackTraceElement("org.pixelanon.dicom.data.Tag", "of", "Tag.java", 12)
                });

        String told = Messages.of(new IllegalStateException("while calling: Muster", cause));

        assertThat(told).isEqualTo("internal error: NumberFormatException in Tag.java, line 12");
    }
}
