package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.PixelAnonException;

class FailureTextTest {

    private static <T extends Throwable> T at(T thrown, String type, String file, int line) {
        thrown.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("java.lang.Integer", "parseInt", "Integer.java", 1),
                    new StackTraceElement(type, "of", file, line)
                });
        return thrown;
    }

    @Test
    void messages_that_are_made_for_people_are_shown_as_they_are() {
        PixelAnonException ours = new PixelAnonException("a.dcm: frame 3 cannot be decoded");
        assertThat(FailureText.of(ours)).isEqualTo("a.dcm: frame 3 cannot be decoded");
        assertThat(FailureText.of(new CompletionException(ours)))
                .as("handed on by another thread")
                .isEqualTo("a.dcm: frame 3 cannot be decoded");
        assertThat(FailureText.of(new CompletionException(new NoSuchFileException("a"))))
                .isEqualTo("a: no such file or folder");
    }

    @Test
    void what_the_file_system_says_of_a_file_is_shown() {
        assertThat(FailureText.of(new NoSuchFileException("a")))
                .isEqualTo("a: no such file or folder");
        assertThat(FailureText.of(new AccessDeniedException("a")))
                .isEqualTo("a: permission denied");
        assertThat(FailureText.of(new FileSystemException("a", null, "File name too long")))
                .isEqualTo("a: File name too long");
        assertThat(FailureText.of(new NotDirectoryException("a"))).isEqualTo("a: is not a folder");
        assertThat(FailureText.reason(new AccessDeniedException("a")))
                .isEqualTo("permission denied");
        assertThat(FailureText.of(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
    }

    @Test
    void of_other_failures_only_kind_and_place_are_shown_because_they_may_quote_a_value() {
        IOException io =
                at(new IOException("not a number: MUSTER"), "org.pixelanon.A", "A.java", 7);
        assertThat(FailureText.of(io))
                .isEqualTo("input or output failed (IOException in A.java, line 7)");
        NumberFormatException cause =
                at(new NumberFormatException("MUSTER"), "org.pixelanon.B", "B.java", 8);
        assertThat(FailureText.reason(new IllegalStateException("MUSTER", cause)))
                .isEqualTo("internal error: NumberFormatException in B.java, line 8");
    }

    @Test
    void a_message_that_only_holds_words_of_the_system_is_not_shown() {
        IOException io = new IOException("MUSTER: No space left on device");
        io.setStackTrace(new StackTraceElement[0]);
        assertThat(FailureText.of(io)).isEqualTo("input or output failed (IOException)");
    }
}
