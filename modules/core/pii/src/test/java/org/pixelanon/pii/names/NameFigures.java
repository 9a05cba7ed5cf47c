package org.pixelanon.pii.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.token.ReadingNoise;

/**
 * The figures of models/names.md. Arguments: files of names, one a line, which no filter was told.
 */
public final class NameFigures {

    private static final int LINES = 20_000;
    private static final List<String> FORMS =
            List.of("%s", "%s R", "AP %s", "%s ERECT", "LIVER %s", "%s, %s", "L %s", "%s 45");

    private final SensitivityJudge without = judge("tags,patterns,allowlist");
    private final SensitivityJudge with = judge("tags,patterns,allowlist,opennlp");
    private final NameVeto veto = new NameVeto();

    private NameFigures() throws IOException {}

    private static SensitivityJudge judge(String detectors) throws IOException {
        return SensitivityJudge.of(List.of(detectors.split(",")), null, null);
    }

    public static void main(String[] files) throws IOException {
        NameFigures figures = new NameFigures();
        NameLines lines = new NameLines(true, 77);
        List<String> named =
                IntStream.range(0, LINES).mapToObj(i -> lines.withName().text()).toList();
        List<String> harmless =
                IntStream.range(0, LINES).mapToObj(i -> lines.withoutName().text()).toList();
        long found = named.stream().filter(figures::isFound).count();
        System.out.printf(Locale.ROOT, "lines with held-out names: %d of %d found%n", found, LINES);
        figures.print("held-out harmless lines", harmless);
        for (String file : files) {
            if (file.isBlank()) {
                continue; // no file was named
            }
            figures.print(file, figures.readings(Files.readAllLines(Path.of(file))));
        }
    }

    private boolean isFound(String text) {
        return veto.judge(text, Identity.NONE).isPresent();
    }

    /** Each name alone and in company, as it is and in capitals, with none to two mistakes. */
    private List<String> readings(List<String> names) {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            for (int mistakes = 0; mistakes < 3; mistakes++) {
                for (String form : FORMS) {
                    for (String cased : List.of(name, name.toUpperCase(Locale.ROOT))) {
                        String read = ReadingNoise.misread(cased, mistakes, random);
                        lines.add(form.replace("%s", read));
                    }
                }
            }
        }
        return lines;
    }

    private void print(String what, List<String> lines) {
        List<String> released = lines.stream().filter(text -> isReleased(without, text)).toList();
        List<String> vetoed = released.stream().filter(text -> !isReleased(with, text)).toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %d lines, %d released, of these %d vetoed, such as %s%n",
                what,
                lines.size(),
                released.size(),
                vetoed.size(),
                vetoed.stream().distinct().limit(40).toList());
    }

    private static boolean isReleased(SensitivityJudge judge, String text) {
        return !judge.judge(text, Identity.NONE).sensitive();
    }
}
