package org.pixelanon.cli;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.synth.composite.Background;
import org.pixelanon.synth.composite.Backgrounds;
import org.pixelanon.synth.composite.CompositeSet;
import org.pixelanon.synth.composite.CompositeSet.TagContent;
import org.pixelanon.synth.composite.Split;
import picocli.CommandLine.Option;

/** The backgrounds of composites and the split to use. */
final class CompositeOptions {

    @Option(
            names = "--backgrounds",
            required = true,
            paramLabel = "FOLDER",
            description =
                    "draw on frames of the DICOM files below FOLDER, which should contain no text; repeatable")
    List<Path> backgrounds = new ArrayList<>();

    @Option(
            names = "--skip",
            paramLabel = "FILE",
            description = "skip files whose SHA-256 occurs in FILE, of any format; repeatable")
    List<Path> skip = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "all",
            description =
                    "train, dev, heldout or all: use only images, fonts, words and texts of this part. Default: ${DEFAULT-VALUE}")
    Split split = Split.ALL;

    @Option(
            names = "--fonts",
            paramLabel = "FOLDER",
            description = "also use the TrueType and Type 1 fonts below FOLDER")
    List<Path> fonts = new ArrayList<>();

    @Option(
            names = "--tags",
            paramLabel = "HOW",
            defaultValue = "anonymous",
            description =
                    "anonymous, or matching: the tags name the patient of the burned-in text. Default: ${DEFAULT-VALUE}")
    TagContent tags = TagContent.ANONYMOUS;

    /** Examines all files. */
    CompositeSet set() throws IOException {
        BackgroundFiles files = new BackgroundFiles();
        for (Path list : skip) {
            files.skip(list);
        }
        List<Background> found = new ArrayList<>();
        for (Path folder : backgrounds) {
            found.addAll(files.find(folder));
        }
        List<Font> brought = new ArrayList<>();
        for (Path folder : fonts) {
            readFonts(folder, brought);
        }
        return new CompositeSet(split, Backgrounds.of(found), brought, tags);
    }

    private static void readFonts(Path folder, List<Font> into) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path path : paths) {
            String name = path.toString().toLowerCase(Locale.ROOT);
            boolean outlines = name.endsWith(".pfb");
            if (outlines || name.matches(".*\\.(ttf|otf|ttc)")) {
                try {
                    int type = outlines ? Font.TYPE1_FONT : Font.TRUETYPE_FONT;
                    into.add(Font.createFont(type, path.toFile()));
                } catch (FontFormatException e) {
                    throw new PixelAnonException(path + ": not a font", e);
                }
            }
        }
    }
}
