package org.pixelanon.review.group;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.DrawnDevice;
import blackbox.review.Sitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRow;

class GroupReviewTest {

    private static final String DAY = "2026-01-31";
    private static final int ODD = 11;
    private static final PixelRectangle ELSEWHERE = new PixelRectangle(20, 100, 50, 12);

    @TempDir Path folder;

    /** 18 files of one device, 12 of another; one of the first has text where no other has. */
    private List<Path> thirty() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            DrawnDevice device = i < 18 ? DrawnDevice.ECHO : DrawnDevice.TOMO;
            PixelRectangle[] places =
                    i == ODD
                            ? new PixelRectangle[] {device.name(), ELSEWHERE}
                            : new PixelRectangle[] {device.name()};
            files.add(device.write(folder.resolve("f" + i + ".dcm"), i, places));
        }
        return files;
    }

    private static PixelRectangle drawn(FileGroup group) {
        DrawnDevice device =
                group.key().model().equals(DrawnDevice.ECHO.model())
                        ? DrawnDevice.ECHO
                        : DrawnDevice.TOMO;
        return device.name().grow(3, 3);
    }

    private static GroupComparison reviewed(Sitting sitting, FileGroup group) throws Exception {
        List<PixelRectangle> rectangles = List.of(drawn(group));
        GroupPicture picture = sitting.get(() -> sitting.groups().compose(group, Sitting.SILENT));
        sitting.get(() -> sitting.groups().apply("Apply", group, rectangles, new AllFrames()));
        return sitting.get(
                () -> sitting.groups().check(picture, rectangles, new AllFrames(), Sitting.SILENT));
    }

    @Test
    void the_odd_one_of_thirty_files_of_two_devices_surfaces_and_the_others_are_done_by_group()
            throws Exception {
        List<Path> files = thirty();
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(files);
            List<FileGroup> groups = sitting.get(() -> sitting.groups().group(Sitting.SILENT));
            assertThat(groups).extracting(g -> g.members().size()).containsExactly(18, 12);
            for (FileGroup group : groups) {
                GroupComparison comparison = reviewed(sitting, group);
                assertThat(sitting.line(files.get(0)).state()).isEqualTo(state(group, groups));
                sitting.get(() -> sitting.groups().finish("Finish", comparison, DAY));
            }
            sitting.saved();
            for (int i = 0; i < 30; i++) {
                ReviewFile line = sitting.line(files.get(i));
                assertThat(line.state())
                        .as("file " + i)
                        .isEqualTo(i == ODD ? FileState.TAGGED : FileState.DONE);
                assertThat(line.comment())
                        .isEqualTo(
                                i == ODD
                                        ? "group: text outside the rectangles"
                                        : "by group of " + (i < 18 ? 18 : 12) + ", " + DAY);
            }
        }
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.READ)) {
            for (int i = 0; i < 30; i++) {
                String name = ReviewFile.of(files.get(i)).name();
                FileMark mark = store.mark(name).orElseThrow();
                assertThat(mark.tagged()).isEqualTo(i == ODD);
                assertThat(mark.model()).isEqualTo(i < 18 ? "Echo 5" : "Tomo 64");
                assertThat(persons(store, name)).as("rectangles of file " + i).isEqualTo(1);
            }
        }
    }

    /** Checking marks nothing; the first group is finished before the second is looked at. */
    private static FileState state(FileGroup group, List<FileGroup> groups) {
        return group.equals(groups.get(0)) ? FileState.TO_REVIEW : FileState.DONE;
    }

    private static long persons(RegionStore store, String name) throws IOException {
        return store.rows(name).stream()
                .map(StoredRow::region)
                .filter(r -> r.ocrEngine() == -1 && !r.box().isSummary())
                .count();
    }

    @Test
    void undo_takes_marks_and_rectangles_of_all_members_back_also_of_those_that_were_never_open()
            throws Exception {
        List<Path> files = thirty();
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(files);
            FileGroup group = sitting.get(() -> sitting.groups().group(Sitting.SILENT)).get(1);
            GroupComparison comparison = reviewed(sitting, group);
            sitting.get(() -> sitting.groups().finish("Finish", comparison, DAY));
            undo(sitting);
            assertThat(sitting.line(files.get(25)).state()).isEqualTo(FileState.TO_REVIEW);
            undo(sitting);
            assertThat(sitting.on(() -> sitting.session().editor().nextUndo())).isEmpty();
            GroupComparison again =
                    sitting.get(() -> sitting.groups().finish("Again", comparison, DAY));
            assertThat(again.agreed()).as("what changed since is not marked").isEmpty();
            assertThat(again.doubts().values()).containsOnly(Set.of(Doubt.CHANGED));
            sitting.saved();
        }
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.READ)) {
            assertThat(persons(store, ReviewFile.of(files.get(25)).name())).isZero();
        }
    }

    private static void undo(Sitting sitting) throws Exception {
        sitting.on(
                () -> {
                    sitting.session().editor().undo();
                    return true;
                });
        sitting.saved();
    }

    @Test
    void applying_twice_adds_a_rectangle_once() throws Exception {
        List<Path> files = thirty();
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(files);
            FileGroup group = sitting.get(() -> sitting.groups().group(Sitting.SILENT)).get(0);
            List<PixelRectangle> one = List.of(drawn(group));
            assertThat(apply(sitting, group, one)).isEqualTo(18);
            assertThat(apply(sitting, group, one)).isZero();
        }
    }

    private static int apply(Sitting sitting, FileGroup group, List<PixelRectangle> rectangles)
            throws Exception {
        return sitting.get(
                () -> sitting.groups().apply("Apply", group, rectangles, new AllFrames()));
    }

    @Test
    void a_member_that_reaches_out_or_cannot_be_read_to_its_end_or_was_tagged_is_left_for_a_look()
            throws Exception {
        List<Path> files = new ArrayList<>();
        DrawnDevice device = DrawnDevice.ECHO;
        PixelRectangle name = device.name();
        for (int i = 0; i < 8; i++) {
            boolean longer = i == 3;
            PixelRectangle place =
                    longer ? new PixelRectangle(name.x(), name.y(), 66, name.height()) : name;
            files.add(device.write(folder.resolve("m" + i + ".dcm"), i, place));
        }
        byte[] whole = Files.readAllBytes(files.get(5));
        Files.write(files.get(5), Arrays.copyOf(whole, whole.length - 900));
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(files);
            sitting.on(
                    () -> sitting.session().editor().mark("Tag", FileState.TAGGED, "look again"));
            FileGroup group = sitting.get(() -> sitting.groups().group(Sitting.SILENT)).get(0);
            GroupComparison comparison = reviewed(sitting, group);
            assertThat(comparison.doubts())
                    .containsOnlyKeys(name(files, 0), name(files, 3), name(files, 5));
            assertThat(comparison.doubts().get(name(files, 0))).containsExactly(Doubt.TAGGED);
            assertThat(comparison.doubts().get(name(files, 3))).contains(Doubt.BORDER);
            assertThat(comparison.doubts().get(name(files, 5))).contains(Doubt.UNREADABLE);
            sitting.get(() -> sitting.groups().finish("Finish", comparison, DAY));
            assertThat(sitting.line(files.get(0)).comment()).isEqualTo("look again");
            assertThat(sitting.line(files.get(7)).state()).isEqualTo(FileState.DONE);
            sitting.saved();
        }
    }

    private static String name(List<Path> files, int index) {
        return ReviewFile.of(files.get(index)).name();
    }

    @Test
    void text_on_one_frame_of_one_member_is_in_the_picture_of_the_group() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            PixelRectangle[] places =
                    i == 1 ? new PixelRectangle[] {ELSEWHERE} : new PixelRectangle[] {};
            files.add(DrawnDevice.ECHO.write(folder.resolve("c" + i + ".dcm"), i, 5, places));
        }
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(files);
            FileGroup group = sitting.get(() -> sitting.groups().group(Sitting.SILENT)).get(0);
            GroupPicture picture =
                    sitting.get(() -> sitting.groups().compose(group, Sitting.SILENT));
            assertThat(group.key().multiFrame()).isTrue();
            assertThat(picture.composite().planes()).isEqualTo(15);
            int at = ELSEWHERE.y() * DrawnDevice.ECHO.width() + ELSEWHERE.x();
            assertThat(picture.composite().maximum().samples()[at]).isEqualTo((byte) 255);
            assertThat(picture.composite().variance().samples()[at]).isEqualTo((byte) 255);
            assertThat(picture.composite().minimum().samples()[at]).isNotEqualTo((byte) 255);
        }
    }
}
