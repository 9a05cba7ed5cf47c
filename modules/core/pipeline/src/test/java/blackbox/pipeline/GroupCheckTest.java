package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.group.Composite;
import org.pixelanon.pipeline.group.GroupCheck;

class GroupCheckTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 40;
    private static final PixelRectangle NAME = new PixelRectangle(10, 10, 40, 12);

    @Test
    void textThatReachesOutOfARectangleInOneMemberIsADifference() {
        for (int members : new int[] {2, 5, 30}) {
            Composite group = new Composite(WIDTH, HEIGHT, 1);
            for (int m = 1; m < members; m++) {
                group.add(member(m, NAME));
            }
            PlaneImage odd = member(0, new PixelRectangle(10, 10, 46, 12));
            group.add(odd);
            assertThat(differs(group, odd)).as("among " + members).isTrue();
            assertThat(differs(group, member(1, NAME)))
                    .as("a sound member among " + members)
                    .isEqualTo(members == 2);
        }
    }

    @Test
    void whatAllMembersVaryIsNoDifference() {
        Composite group = new Composite(WIDTH, HEIGHT, 1);
        for (int m = 0; m < 30; m++) {
            group.add(noise(m));
        }
        for (int m = 0; m < 30; m++) {
            assertThat(differs(group, noise(m))).as("member " + m).isFalse();
        }
    }

    @Test
    void textInsideAnotherRectangleIsNoDifference() {
        PixelRectangle below = new PixelRectangle(10, 22, 40, 12);
        Composite group = new Composite(WIDTH, HEIGHT, 1);
        PlaneImage odd = member(0, NAME);
        group.add(odd);
        group.add(blank());
        group.add(blank());
        GroupCheck check = new GroupCheck(group, List.of(below, NAME));
        check.add(odd);
        assertThat(check.borderDiffers()).isFalse();
    }

    @Test
    void aMemberAloneDiffersFromNobodyAndIsNotTrusted() {
        Composite group = new Composite(WIDTH, HEIGHT, 1);
        group.add(blank());
        assertThat(differs(group, blank())).isTrue();
    }

    @Test
    void textIsCoveredIfEveryPixelButItsMarginIs() {
        Region text = new Region(new FramePlane(3), new PixelRectangle(10, 10, 50, 14));
        Region left = new Region(new AllFrames(), new PixelRectangle(8, 8, 30, 20));
        Region right = new Region(new AllFrames(), new PixelRectangle(38, 8, 20, 20));
        assertThat(GroupCheck.covers(List.of(left, right), text, List.of())).isTrue();
        assertThat(GroupCheck.covers(List.of(left), text, List.of())).isFalse();
        Region elsewhere = new Region(new FramePlane(2), new PixelRectangle(0, 0, 80, 40));
        assertThat(GroupCheck.covers(List.of(elsewhere), text, List.of()))
                .as("on another frame")
                .isFalse();
        assertThat(GroupCheck.covers(List.of(), text, List.of())).isFalse();
    }

    @Test
    void everywhereCoversTextOnAnOverlayOnlyIfItIsNotMoved() {
        OverlayPlane plane = new OverlayPlane(0x6000, 0);
        Region text = new Region(plane, new PixelRectangle(10, 10, 20, 10));
        List<Region> all = List.of(new Region(new AllPlanes(), new PixelRectangle(0, 0, 80, 40)));
        List<PlaneGeometry> here = List.of(new PlaneGeometry(plane, 80, 40, 0, 0));
        List<PlaneGeometry> moved = List.of(new PlaneGeometry(plane, 80, 40, 5, 0));
        assertThat(GroupCheck.covers(all, text, here)).isTrue();
        assertThat(GroupCheck.covers(all, text, moved)).isFalse();
        Region frames = new Region(new AllFrames(), new PixelRectangle(0, 0, 80, 40));
        assertThat(GroupCheck.covers(List.of(frames), text, here)).isFalse();
    }

    private static boolean differs(Composite group, PlaneImage member) {
        GroupCheck check = new GroupCheck(group, List.of(NAME));
        check.add(member);
        return check.borderDiffers();
    }

    private static PlaneImage blank() {
        return new PlaneImage(WIDTH, HEIGHT, 1, new byte[WIDTH * HEIGHT]);
    }

    /** Strokes within a rectangle, others for each member. */
    private static PlaneImage member(int number, PixelRectangle text) {
        Random random = new Random(number);
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int y = text.y() + 2; y < text.bottom() - 2; y += 3) {
            for (int x = text.x() + 1; x < text.right(); x++) {
                samples[y * WIDTH + x] = (byte) (random.nextInt(5) == 0 ? 0 : 255);
            }
        }
        return new PlaneImage(WIDTH, HEIGHT, 1, samples);
    }

    private static PlaneImage noise(int number) {
        byte[] samples = new byte[WIDTH * HEIGHT];
        Random random = new Random(number);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.max(0, Math.min(255, 90 + 25 * random.nextGaussian()));
        }
        return new PlaneImage(WIDTH, HEIGHT, 1, samples);
    }
}
