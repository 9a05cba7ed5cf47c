package org.pixelanon.synth.composite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.Chance;

/**
 * Pictures to draw on, each in one split. Files form one picture if their frames look alike at 16
 * by 16 pixels (a correlation of at least 0.97), or if they belong to one study; the picture is
 * named after the smallest hash of these frames, and its split follows from the name. The grouping
 * depends on all given files, so all splits must be made from one folder.
 */
public final class Backgrounds {
    private static final int LOOKED_AT = 5;

    /** One frame of a picture. */
    private record Candidate(Background file, int frame) {}

    /** A frame that was chosen. */
    record Chosen(String picture, String file, int frame, PlaneImage image) {}

    /** A file with the small versions of some frames. */
    private record Known(Background file, List<Integer> frames, List<Likeness> likenesses) {}

    private final Map<String, List<Candidate>> pictures = new TreeMap<>();

    private Backgrounds() {}

    /**
     * Examines up to five frames of each file. Empty frames are used only if a file has no others.
     *
     * @param files in any order; a file without readable frames is omitted
     * @return the pictures
     */
    public static Backgrounds of(List<Background> files) {
        List<Known> known = new ArrayList<>();
        for (Background file : files) {
            Known one = look(file);
            if (!one.frames.isEmpty()) {
                known.add(one);
            }
        }
        int[] group = new int[known.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++) {
                if (root(group, i) != root(group, j) && belong(known.get(i), known.get(j))) {
                    group[root(group, j)] = root(group, i);
                }
            }
        }
        Map<Integer, List<Known>> together = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            together.computeIfAbsent(root(group, i), k -> new ArrayList<>()).add(known.get(i));
        }
        Backgrounds result = new Backgrounds();
        together.values().forEach(result::add);
        return result;
    }

    private static Known look(Background file) {
        List<Integer> frames = new ArrayList<>();
        List<Likeness> likenesses = new ArrayList<>();
        int count = Math.min(LOOKED_AT, file.frames());
        for (int i = 0; i < count; i++) {
            int frame = count == 1 ? 0 : (int) ((long) i * (file.frames() - 1) / (count - 1));
            try {
                likenesses.add(Likeness.of(file.reader().read(frame)));
                frames.add(frame);
            } catch (IOException e) {
                continue; // the other frames may be readable
            }
        }
        boolean even = likenesses.stream().allMatch(Likeness::isEven);
        for (int i = likenesses.size() - 1; i >= 0 && !even; i--) {
            if (likenesses.get(i).isEven()) {
                likenesses.remove(i);
                frames.remove(i);
            }
        }
        return new Known(file, frames, likenesses);
    }

    private static int root(int[] group, int of) {
        int at = of;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }

    private static boolean belong(Known a, Known b) {
        if (!a.file.study().isEmpty() && a.file.study().equals(b.file.study())) {
            return true;
        }
        return a.likenesses.stream().anyMatch(t -> b.likenesses.stream().anyMatch(t::meets));
    }

    private void add(List<Known> files) {
        String id =
                files.stream()
                        .flatMap(f -> f.likenesses.stream())
                        .map(Likeness::hash)
                        .min(String::compareTo)
                        .orElseThrow()
                        .substring(0, 16);
        List<Candidate> candidates = pictures.computeIfAbsent(id, k -> new ArrayList<>());
        files.stream()
                .sorted((a, b) -> a.file.name().compareTo(b.file.name()))
                .forEach(f -> f.frames.forEach(n -> candidates.add(new Candidate(f.file, n))));
    }

    /**
     * The names of the pictures of a split.
     *
     * @param split the split
     * @return sorted
     */
    public List<String> pictures(Split split) {
        return pictures.keySet().stream().filter(id -> split.holds("picture:" + id)).toList();
    }

    /** A random frame: all pictures are equally likely, and all frames of a picture. */
    Chosen pick(Split split, Chance chance) throws IOException {
        List<String> own = pictures(split);
        String picture = chance.pick(own);
        Candidate one = chance.pick(Objects.requireNonNull(pictures.get(picture)));
        return new Chosen(picture, one.file.name(), one.frame, one.file.reader().read(one.frame));
    }
}
