package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.rules.RectangleMerge;
import org.pixelanon.rules.RuleCheck;
import org.pixelanon.rules.RuleConversion;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleWriter;
import org.pixelanon.rules.RulesException;

/** Rules that can be read but are wrong; conversion; merging. */
class CheckTest {

    private static List<String> check(String text) throws RulesException {
        return RuleCheck.of(RuleReader.read(text)).stream()
                .map(p -> p.line() + " " + p.text())
                .toList();
    }

    @Test
    void rules_that_are_there_twice_or_add_nothing_are_warned_of() throws Exception {
        assertThat(
                        check(
                                "FORMAT dicom\n%filter g\nLABEL a\ncontains Modality CT\ncoordinates 0,0,9,9\n"
                                        + "LABEL a\ncontains Modality CT\ncoordinates 0,0,9,9\n"
                                        + "LABEL b\ncontains Modality CT\n+ equals Rows 512\ncoordinates 1,1,5,5\n"
                                        + "LABEL c\ncontains Modality CT\ncoordinates 1,1,55,5\n"))
                .containsExactly(
                        "6 'a' duplicates the rule in line 3",
                        "9 'b' adds nothing to what line 3 blanks",
                        "9 'b' adds nothing to what line 6 blanks");
    }

    @Test
    void signatures_behind_a_wider_one_are_never_reached() throws Exception {
        assertThat(
                        check(
                                "{ Model.containsIgnoreCase(\"x\") } (0,0,1,1)\n"
                                        + "{ Rows.equals(\"5\") * Modality.contains(\"C\") } (0,0,1,1)\n"
                                        + "{ Modality.equals(\"CT\") * Rows.equals(\"5\") * true. } (0,0,1,1)\n"
                                        + "{ Modality.equals(\"CT\") } (0,0,1,1)\n"))
                .containsExactly(
                        "1 never matches: unknown element Model",
                        "3 is never reached: the signature in line 2 matches first");
    }

    @Test
    void what_no_file_can_fulfil_is_warned_of() throws Exception {
        assertThat(
                        check(
                                "FORMAT dicom\n%filter g\nLABEL a\nequals Rows 5\n+ equals Rows 6\n"
                                        + "LABEL b\nmissing Modality\n+ contains Modality CT\n"
                                        + "LABEL c\nequals ImageType A\n+ equals ImageType B\n"
                                        + "LABEL d\nequals Rows 5|6\n+ equals Rows 6|7\n"
                                        + "LABEL e\nequals Columns 5\ncoordinates 5,0,9,9\ncoordinates 0,0,5,0\n"))
                .containsExactly(
                        "3 'a' never matches: Rows requires two values at once",
                        "6 'b' never matches: Modality must be both absent and present",
                        "15 'e' rectangle (5,0 5x10) lies outside the image",
                        "15 'e' rectangle (0,0 6x1) extends outside the image");
    }

    @Test
    void conversion_refuses_what_a_script_cannot_say_or_leaves_it_out_and_says_so()
            throws Exception {
        var file =
                RuleReader.read(
                                "FORMAT dicom\n%filter g\nLABEL keep (all)\nkeepcoordinates 0,0,1,1\n"
                                        + "LABEL good (one)\ncontains Modality C.\n+ equals ImageType A|B\ncoordinates 0,0,4,4\n"
                                        + "LABEL mark\ncontains Modality CT\n%header\nADD X Y\n")
                        .file();
        assertThatThrownBy(() -> RuleConversion.of(file, RuleLanguage.CTP, false))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("'keep (all)'");
        RuleConversion converted = RuleConversion.of(file, RuleLanguage.CTP, true);
        assertThat(converted.notes()).hasSize(3);
        assertThat(RuleWriter.write(converted.file()))
                .isEqualTo(
                        "good [one]\n  { Modality.matches(\"(?is).*(?:C.).*\") *\n    "
                                + "(ImageType.matches(\"(?is)(?:.*\\\\)?A(?:\\\\.*)?\") + "
                                + "ImageType.matches(\"(?is)(?:.*\\\\)?B(?:\\\\.*)?\")) }\n  (0,0,5,5)\n");
    }

    @Test
    void rectangles_of_many_files_are_united_clustered_or_left() {
        PixelRectangle name = new PixelRectangle(3, 3, 40, 8);
        PixelRectangle longer = new PixelRectangle(2, 3, 61, 8);
        PixelRectangle hand = new PixelRectangle(4, 5, 40, 8);
        PixelRectangle date = new PixelRectangle(3, 50, 20, 8);
        var files = List.of(List.of(name, date), List.of(longer, date), List.of(hand));
        assertThat(RectangleMerge.EACH.merge(files, true)).containsExactly(longer, hand, date);
        assertThat(RectangleMerge.CLUSTER.merge(files, false))
                .containsExactly(longer, new PixelRectangle(3, 3, 41, 10), date);
        assertThat(RectangleMerge.UNION.merge(files, false))
                .containsExactly(new PixelRectangle(2, 3, 61, 10), date);
        // left edges 2 to 4, top 3 to 5, right 43 to 63, bottom 11 to 13: half of what they differ
        assertThat(RectangleMerge.UNION.merge(files, true))
                .containsExactly(PixelRectangle.ofEdges(1, 2, 73, 14), date);
    }
}
