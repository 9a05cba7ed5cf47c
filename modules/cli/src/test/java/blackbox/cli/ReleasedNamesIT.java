package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Names of persons that resemble what the list of harmless texts releases, drawn into images whose
 * tags do not name the patient: what {@code anonymise} leaves of their pixels.
 */
class ReleasedNamesIT {

    private static final int ROWS = 260;
    private static final int COLUMNS = 520;
    private static final int LEFT = 20;
    private static final int RIGHT = 330;
    private static final int[] LINES = {40, 90, 140, 190};
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 22);
    private static final int PATIENT_NAME = 0x00100010;
    private static final int PATIENT_ID = 0x00100020;
    private static final int BRIGHT = 120;

    /** Harmless and far from other text: shows that the run does not hide too much. */
    private static final Text NEIGHBOUR = new Text("AP ERECT", 200, 245);

    @TempDir Path folder;

    /** A text and where its first letter stands. */
    private record Text(String words, int x, int y) {

        /** The pixels its letters reach; the dots above a capital alone tell no name. */
        Rectangle2D box(Graphics2D graphics) {
            String letters =
                    Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
            return new TextLayout(letters, FONT, graphics.getFontRenderContext())
                    .getPixelBounds(null, x, y);
        }
    }

    /** Text by text on lines of their own. */
    private static List<Text> lines(List<String> words) {
        return java.util.stream.IntStream.range(0, words.size())
                .mapToObj(i -> new Text(words.get(i), LEFT, LINES[i]))
                .toList();
    }

    /** Draws the texts, anonymises the file, and looks which texts have ink left. */
    private List<String> readable(List<Text> texts, Consumer<DicomBuilder> tags, Object... options)
            throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(FONT);
        texts.forEach(t -> graphics.drawString(t.words(), t.x(), t.y()));
        Path input =
                SampleFile.of(ROWS, COLUMNS)
                        .samples((f, r, c, k) -> 20 + image.getRaster().getSample(c, r, 0) * 4 / 5)
                        .with(b -> b.remove(PATIENT_NAME).remove(PATIENT_ID))
                        .with(tags)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = folder.resolve("out");
        Object[] all =
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "anonymise", input, "-q", "-o", out, "--overwrite"),
                                java.util.stream.Stream.of(options))
                        .toArray();
        Command done = run(all);
        assertThat(done.code()).as(done.err()).isZero();
        try (DicomFile copy = DicomFile.open(out.resolve("in.dcm"))) {
            Frame frame = copy.frame(0);
            return texts.stream()
                    .filter(t -> hasInk(frame, t.box(graphics)))
                    .map(Text::words)
                    .toList();
        } finally {
            graphics.dispose();
        }
    }

    private static boolean hasInk(Frame frame, Rectangle2D box) {
        for (int y = (int) box.getMinY(); y < box.getMaxY(); y++) {
            for (int x = (int) box.getMinX(); x < box.getMaxX(); x++) {
                if (frame.sample(x, y, 0) > BRIGHT) {
                    return true;
                }
            }
        }
        return false;
    }

    /** None of the names is readable, and the harmless text still is. */
    private void assertHidden(List<Text> names, Consumer<DicomBuilder> tags, Object... options)
            throws IOException {
        List<Text> all = new java.util.ArrayList<>(names);
        all.add(NEIGHBOUR);
        assertThat(readable(all, tags, options)).containsExactly(NEIGHBOUR.words());
    }

    private static void anonymous(DicomBuilder tags) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                // misread as an exposure
                "Lomas,Zoe Mas,MAS 67,Solis",
                // words of the list
                "Sax,Cor,Port,Links",
                "Lax,Flex,Mobile,Sag",
                // with an age or a year
                "FOY 67,Per 1956,Rao 1956,Lao 72",
                // staff numbers beside a side marker, numbers beyond any range
                "L 49,R 7124 SUPINE,D 4521,1956 mm",
                "l985,G7,SERIES 4071,kV 1956",
                // initials
                "ML,LM,PA,AP",
                // letters with accents, and signs that stand for letters
                "Sáx,LÄX,$AX,Pört"
            })
    void names_that_resemble_harmless_words_are_blank(String names) throws IOException {
        assertHidden(lines(List.of(names.split(","))), ReleasedNamesIT::anonymous);
    }

    @Test
    void two_fragments_of_a_name_are_not_released_together() throws IOException {
        assertHidden(
                List.of(
                        new Text("Per", LEFT, LINES[0]),
                        new Text("1956", LEFT + 75, LINES[0]),
                        new Text("Zoe", LEFT, LINES[1]),
                        new Text("Mas", LEFT + 75, LINES[1]),
                        new Text("L", LEFT, LINES[2]),
                        new Text("4071", LEFT + 45, LINES[2])),
                ReleasedNamesIT::anonymous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name:", "Patient Name:", "Patient ID:", "DOB:", "Physician:"})
    void what_a_label_announces_is_blank_on_its_line_and_below_it(String label) throws IOException {
        assertHidden(
                List.of(new Text(label, LEFT, LINES[0]), new Text("Sax ERECT", RIGHT, LINES[0])),
                ReleasedNamesIT::anonymous);
        assertHidden(
                List.of(
                        new Text(label, LEFT, LINES[0]),
                        new Text("Port ERECT", LEFT, LINES[0] + 30)),
                ReleasedNamesIT::anonymous);
    }

    @Test
    void initials_beside_a_name_are_blank_also_across_a_gap() throws IOException {
        assertHidden(
                List.of(
                        new Text("Grumbolt", LEFT, LINES[0]),
                        new Text("R", LEFT + 160, LINES[0]),
                        new Text("L", LEFT, LINES[2]),
                        new Text("Quillfeather", LEFT + 60, LINES[2])),
                ReleasedNamesIT::anonymous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A^B^C^D^Sax", "A^B^C^Sax", "Sax^Ida", "A=^^^^Sax", "Säx^Ida"})
    void every_component_of_any_person_in_the_tags_is_blank(String name) throws IOException {
        // ReferringPhysicianName, PerformingPhysicianName, OperatorsName
        for (int tag : List.of(0x00080090, 0x00081050, 0x00081070)) {
            assertHidden(
                    lines(List.of("SAX ERECT", "$AX SUPINE", "L Sáx")),
                    b -> b.text(tag, "PN", name));
        }
    }

    @Test
    void a_list_that_releases_any_word_releases_no_name_of_the_tags() throws IOException {
        Path allow = Files.writeString(folder.resolve("allow.txt"), "(?i)[a-z ]+\n");
        assertHidden(
                lines(List.of("Quillfeather", "Ida Sax", "OUILLFEATHER")),
                b -> b.text(0x00080090, "PN", "Quillfeather^Ida^^^Sax"),
                "--allowlist",
                allow);
        Command check = run("allowlist", "check", allow);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains(allow + ":1: matches any name");
        Path surnames = Files.writeString(folder.resolve("surnames.txt"), "(?i)(left|price|doe)\n");
        assertThat(run("allowlist", "check", surnames).out()).contains("surname");
    }
}
