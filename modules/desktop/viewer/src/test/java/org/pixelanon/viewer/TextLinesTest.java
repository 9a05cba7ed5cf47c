package org.pixelanon.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    private final FontMetrics font =
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                    .createGraphics()
                    .getFontMetrics(new Font(Font.DIALOG, Font.PLAIN, 14));

    @Test
    void a_long_reason_is_broken_between_words_and_nothing_of_it_is_lost() {
        String text = "transfer syntax 1.2.840.10008.1.2.4.202 is not known here\n\ngo on";
        int width = font.stringWidth("transfer syntax 1.2.840");
        List<String> lines = TextLines.of(text, font, width);
        assertThat(lines).hasSizeGreaterThan(4).contains("", "go on");
        assertThat(lines).allMatch(line -> font.stringWidth(line) <= width);
        assertThat(String.join("", lines).replace(" ", ""))
                .isEqualTo(text.replace(" ", "").replace("\n", ""));
    }

    @Test
    void a_line_narrower_than_any_letter_still_ends() {
        assertThat(TextLines.of("abc", font, 0)).containsExactly("a", "b", "c");
    }
}
