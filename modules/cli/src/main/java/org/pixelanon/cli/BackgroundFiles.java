package org.pixelanon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.composite.Background;

/** Finds DICOM files to draw on: those that can be opened and whose hash is not listed. */
final class BackgroundFiles {
    private static final Pattern SHA256 = Pattern.compile("\\b[0-9a-fA-F]{64}\\b");

    private static final int STUDY_INSTANCE = 0x0020_000D;

    private final Set<String> skipped = new HashSet<>();

    /** Skips every SHA-256 in a file of any format. */
    void skip(Path list) throws IOException {
        String text = new String(Files.readAllBytes(list), StandardCharsets.ISO_8859_1);
        Matcher hash = SHA256.matcher(text);
        while (hash.find()) {
            skipped.add(hash.group().toLowerCase(Locale.ROOT));
        }
    }

    /** The files in and below a folder, sorted by name. */
    List<Background> find(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Background> found = new ArrayList<>();
        for (Path path : paths) {
            if (skipped.contains(Hashes.hex(Hashes.sha256(Files.readAllBytes(path))))) {
                continue;
            }
            String name = folder.relativize(path).toString().replace('\\', '/');
            try (DicomFile file = DicomFile.open(path)) {
                int frames = file.image().map(i -> i.frames()).orElse(0);
                if (frames > 0) {
                    String study = file.attributes().getString(STUDY_INSTANCE).orElse("");
                    found.add(new Background(name, study, frames, i -> render(path, i)));
                }
            } catch (PixelAnonException e) {
                continue; // not a picture to draw on
            }
        }
        return found;
    }

    private static PlaneImage render(Path path, int frame) throws IOException {
        try (DicomFile file = DicomFile.open(path)) {
            return file.render(new FramePlane(frame), new DisplayWindow.OfFile());
        }
    }
}
