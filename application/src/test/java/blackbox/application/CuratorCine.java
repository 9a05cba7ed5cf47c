package blackbox.application;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A cine of eight frames on which a moving picture has the same made-up texts. */
public final class CuratorCine {

    private static final String FILE = "cine.dcm";
    private static final int FRAMES = 8;
    private static final int COLUMNS = 640;
    private static final int ROWS = 480;
    private static final int LINE = 44;
    private static final int SIZE = 22;
    private static final int DARK = 60;
    private static final List<String> SENSITIVE =
            List.of(
                    "GRUMBOLT, ADA",
                    "01.02.1950",
                    "ID 4711-0815",
                    "General Hospital Sampletown",
                    "Dr. Exampleman",
                    "Acc 20260102-77");
    private static final List<String> HARMLESS = List.of("Dist 1.43 cm", "C5-2");

    private CuratorCine() {}

    /**
     * Draws it, and writes what stands on it.
     *
     * @param args the folder
     * @throws Exception if it cannot be written
     */
    public static void main(String[] args) throws Exception {
        BufferedImage text = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = text.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SIZE));
        List<CuratorTruth.Text> texts = new ArrayList<>();
        for (String words : SENSITIVE) {
            texts.add(draw(pen, words, texts.size(), true));
        }
        for (String words : HARMLESS) {
            texts.add(draw(pen, words, texts.size(), false));
        }
        pen.dispose();
        SampleFile.of(ROWS, COLUMNS)
                .frames(FRAMES)
                .samples(
                        (frame, row, column, channel) ->
                                Math.max(
                                        text.getRaster().getSample(column, row, 0),
                                        (row + column + 5 * frame) % DARK))
                .with(file -> file.text(0x0008_0060, "CS", "US"))
                .write(Path.of(args[0], FILE), Syntax.EXPLICIT);
        CuratorTruth truth = new CuratorTruth();
        for (int frame = 0; frame < FRAMES; frame++) {
            truth.add(FILE, frame, ROWS, COLUMNS, texts);
        }
        truth.write(Path.of(args[0], "truth.json"));
    }

    private static CuratorTruth.Text draw(Graphics2D pen, String words, int line, boolean hidden) {
        int left = 20 + line % 2 * COLUMNS / 2;
        int base = LINE + line * LINE;
        pen.drawString(words, left, base);
        int width = pen.getFontMetrics().stringWidth(words);
        Rectangle place = new Rectangle(left, base - SIZE, width, SIZE + SIZE / 3);
        return new CuratorTruth.Text(place, words, hidden);
    }
}
