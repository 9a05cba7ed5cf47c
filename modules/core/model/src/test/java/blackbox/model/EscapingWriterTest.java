package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.EscapingWriter;
import org.pixelanon.model.Printable;

/** Nothing that is written for people steers a terminal. */
class EscapingWriterTest {

    private static String shown(String... parts) throws IOException {
        StringWriter out = new StringWriter();
        try (Writer writer = new EscapingWriter(out)) {
            for (String part : parts) {
                writer.write(part);
            }
        }
        return out.toString();
    }

    @Test
    void line_ends_and_tabs_pass_and_nothing_else_that_does_not_show() throws IOException {
        assertThat(shown("a\tb\r\nc\u00E9\uD83D\uDE00\n"))
                .isEqualTo("a\tb\r\nc\u00E9\uD83D\uDE00\n");
        assertThat(shown("a\rb\u001b[2J\u0000\u007F")).isEqualTo("a\\x0db\\x1b[2J\\x00\\u007f");
        assertThat(shown("\u009b\u202e\u2028\u2029\uFEFF\uDB40\uDC01"))
                .isEqualTo("\\u009b\\u202e\\u2028\\u2029\\ufeff\\udb40\\udc01");
        assertThat(shown("\r", "\n", "\r")).isEqualTo("\r\n\\x0d");
        assertThat(shown("\uD83D", "\uDE00", "\uD83D")).startsWith("\uD83D\uDE00\\");
    }

    @Test
    void every_control_and_every_sign_without_form_is_an_escape() throws IOException {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (!Printable.shows(c) && c != '\n' && c != '\t') {
                assertThat(shown(Character.toString(c) + "a")).startsWith("\\").isASCII();
            }
        }
    }
}
