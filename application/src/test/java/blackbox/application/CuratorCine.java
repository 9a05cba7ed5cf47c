package blackbox.application;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A cine of eight frames on which a moving picture has the same made-up texts. */
public final class CuratorCine {

    private static final int FRAMES = 8;
    private static final int COLUMNS = 640;
    private static final int ROWS = 480;
    private static final int LINE = 44;
    private static final int SIZE = 22;
    private static final int DARK = 60;
    private static final List<String> TEXTS =
            List.of(
                    "GRUMBOLT, ADA",
                    "01.02.1950",
                    "ID 4711-0815",
                    "General Hospital Sampletown",
                    "Dr. Exampleman",
                    "Dist 1.43 cm",
                    "C5-2",
                    "Acc 20260102-77");

    private CuratorCine() {}

    /**
     * Draws it.
     *
     * @param args the file
     * @throws Exception if it cannot be written
     */
    public static void main(String[] args) throws Exception {
        BufferedImage text = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = text.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SIZE));
        for (int i = 0; i < TEXTS.size(); i++) {
            pen.drawString(TEXTS.get(i), 20 + (i % 2) * COLUMNS / 2, LINE + i * LINE);
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
                .write(Path.of(args[0]), Syntax.EXPLICIT);
    }
}
