package org.pixelanon.synth.composite;

import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.Chance;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/**
 * A set of real frames with invented text burned into them. Pictures, fonts, words, templates and
 * texts are those of one split. The same seed, backgrounds and fonts give the same bytes; file
 * number n depends on the seed and on n, not on how many are drawn. JPEG is encoded by the JDK, so
 * its bytes may differ between JDKs. Not thread-safe.
 */
public final class CompositeSet {

    /** The patient data in the tags. */
    public enum TagContent {
        /** Nothing. */
        ANONYMOUS,
        /** The data that may also be in the pixels. */
        MATCHING
    }

    private static final int LEAST_BOXES = 6;
    private static final int ATTEMPTS = 12;

    private final Split split;
    private final Backgrounds backgrounds;
    private final Typefaces typefaces;
    private final WordList words;
    private final Persona.Crowd crowd;
    private final TagContent tags;

    /**
     * A set.
     *
     * @param split the split to use
     * @param backgrounds the pictures to draw on
     * @param fonts fonts in addition to those of the machine and the built-in ones
     * @param tags the patient data in the tags
     * @throws PixelAnonException if the split has no picture
     */
    public CompositeSet(Split split, Backgrounds backgrounds, List<Font> fonts, TagContent tags)
            throws PixelAnonException {
        if (backgrounds.pictures(split).isEmpty()) {
            throw new PixelAnonException("no picture of the split " + split.label());
        }
        this.split = split;
        this.backgrounds = backgrounds;
        this.typefaces = new Typefaces(split, fonts);
        this.words = new WordList(split);
        this.crowd = new Persona.Crowd(split);
        this.tags = tags;
    }

    /**
     * Draws and writes files, the truth last: if it exists, the set is complete.
     *
     * @param folder where; made if absent, files of the same name are replaced
     * @param count how many files, at least 0
     * @param seed any number
     * @return the files, without the truth
     * @throws IOException if something cannot be read or written
     */
    public List<Path> write(Path folder, int count, long seed) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(SampleSet.TRUTH));
        List<Path> files = new ArrayList<>();
        try (CompositeTruth truth = new CompositeTruth(split, seed, count)) {
            for (int i = 0; i < count; i++) {
                Composite drawn = draw(seed, i);
                String name = String.format(Locale.ROOT, "%05d-%s.dcm", i + 1, split.label());
                byte[] bytes = drawn.file().toBytes(drawn.syntax());
                files.add(Files.write(folder.resolve(name), bytes));
                truth.add(name, bytes, drawn);
            }
            Files.write(folder.resolve(SampleSet.TRUTH), truth.finish());
        }
        return files;
    }

    /** Draws one file, on another picture if too little text fits on the first. */
    Composite draw(long seed, int index) throws IOException {
        Chance chance = new Chance(Chance.mix(seed) + Chance.mix(index + 1L));
        Composite best = drawOnce(chance);
        for (int i = 1; i < ATTEMPTS && best.boxes().size() < LEAST_BOXES; i++) {
            Composite next = drawOnce(chance);
            best = next.boxes().size() > best.boxes().size() ? next : best;
        }
        return best;
    }

    private Composite drawOnce(Chance chance) throws IOException {
        Backgrounds.Chosen ground = backgrounds.pick(split, chance);
        PlaneImage shown = Screen.show(ground.image(), chance.oneIn(2), chance);
        Sheet sheet = new Sheet(shown);
        Persona patient = crowd.pick(chance);
        PhraseBook book = new PhraseBook(words, split, crowd, patient, chance);
        List<TrueBox> boxes = new Composer(sheet, book, typefaces, chance).compose();
        Syntax syntax = chance.oneIn(4) ? Syntax.JPEG_BASELINE : Syntax.EXPLICIT;
        double quality = chance.between(35, 90) / 100.0;
        boolean jpeg = syntax == Syntax.JPEG_BASELINE;
        String colour = jpeg ? "YBR_FULL_422" : "RGB";
        String id = chance.digits(8);
        String uid = "2.25." + (chance.next() >>> 1) + (chance.next() >>> 1);
        SampleFile file =
                SampleFile.of(sheet.height, sheet.width)
                        .photometric(sheet.channels == 3 ? colour : "MONOCHROME2")
                        .quality(quality)
                        .samples((f, y, x, c) -> sheet.get(x, y, c))
                        .with(f -> describe(f, patient, id, uid));
        return new Composite(ground, sheet, syntax, jpeg ? quality : 1, file, boxes);
    }

    private void describe(DicomBuilder file, Persona patient, String id, String uid) {
        boolean known = tags == TagContent.MATCHING;
        file.charset(StandardCharsets.UTF_8).text(0x0008_0005, "CS", "ISO_IR 192");
        file.text(0x0008_0018, "UI", uid).text(0x0020_000D, "UI", uid + "1");
        file.text(0x0020_000E, "UI", uid + "2").text(0x0008_0060, "CS", "OT");
        file.text(0x0008_0064, "CS", "WSD").text(0x0008_0070, "LO", "PixelAnon synth");
        file.text(0x0020_0010, "SH", "1").text(0x0020_0011, "IS", "1");
        file.text(0x0020_0013, "IS", "1").text(0x0028_0301, "CS", "YES");
        file.text(0x0008_0020, "DA", "").text(0x0008_0030, "TM", "");
        file.text(0x0008_0050, "SH", "").text(0x0008_0090, "PN", "");
        file.text(0x0010_0010, "PN", known ? patient.family() + "^" + patient.given() : "");
        file.text(0x0010_0020, "LO", known ? id : "");
        file.text(0x0010_0030, "DA", "").text(0x0010_0040, "CS", "");
        file.text(0x0010_1040, "LO", known ? patient.street() + ", " + patient.town() : "");
    }
}
