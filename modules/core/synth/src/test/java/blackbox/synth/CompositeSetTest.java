package blackbox.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.composite.Background;
import org.pixelanon.synth.composite.Backgrounds;
import org.pixelanon.synth.composite.CompositeSet;
import org.pixelanon.synth.composite.CompositeSet.TagContent;
import org.pixelanon.synth.composite.Split;

/** Text burned into given pictures, tested through public types. */
class CompositeSetTest {

    @TempDir private Path folder;

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_gives_others() throws IOException {
        List<Path> one = set(Split.DEV).write(folder.resolve("a"), 3, 5);
        List<Path> two = set(Split.DEV).write(folder.resolve("b"), 2, 5);
        List<Path> other = set(Split.DEV).write(folder.resolve("c"), 3, 6);
        for (int i = 0; i < two.size(); i++) {
            assertThat(two.get(i)).hasSameBinaryContentAs(one.get(i));
        }
        assertThat(Files.mismatch(one.get(0), other.get(0))).isNotNegative();
        assertThat(folder.resolve("a").resolve(SampleSet.TRUTH)).isNotEmptyFile();
    }

    @Test
    void copies_of_a_picture_meet_however_they_were_compressed() throws IOException {
        PlaneImage picture = Pictures.blobs(1, 200, 160);
        List<Background> files =
                List.of(
                        file("plain", "", picture),
                        file("coarse", "", recompressed(picture, 0.1f)),
                        file("fine", "", recompressed(picture, 0.8f)));
        assertThat(Backgrounds.of(files).pictures(Split.ALL)).hasSize(1);
        List<Background> more = new ArrayList<>(files);
        more.add(file("other", "", Pictures.blobs(2, 200, 160)));
        assertThat(Backgrounds.of(more).pictures(Split.ALL)).hasSize(2);
    }

    @Test
    void files_of_one_study_are_one_picture() throws IOException {
        List<Background> files =
                List.of(
                        file("a", "1.2.3", Pictures.blobs(1, 200, 160)),
                        file("b", "1.2.3", Pictures.blobs(2, 200, 160)),
                        file("c", "1.2.4", Pictures.blobs(3, 200, 160)));
        assertThat(Backgrounds.of(files).pictures(Split.ALL)).hasSize(2);
    }

    @Test
    void no_picture_is_in_two_splits_and_all_holds_every_one() {
        Backgrounds backgrounds = backgrounds(40);
        Set<String> seen = new HashSet<>();
        int sum = 0;
        for (Split split : List.of(Split.TRAIN, Split.DEV, Split.HELDOUT)) {
            List<String> own = backgrounds.pictures(split);
            seen.addAll(own);
            sum += own.size();
        }
        assertThat(sum).isEqualTo(seen.size());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(backgrounds.pictures(Split.ALL));
    }

    @Test
    void a_frame_that_cannot_be_read_is_not_drawn_on() throws IOException {
        Background broken =
                new Background(
                        "broken",
                        "",
                        2,
                        i -> {
                            throw new PixelAnonException("broken");
                        });
        assertThat(Backgrounds.of(List.of(broken)).pictures(Split.ALL)).isEmpty();
        assertThatThrownBy(
                        () ->
                                new CompositeSet(
                                        Split.TRAIN,
                                        Backgrounds.of(List.of(broken)),
                                        List.of(),
                                        TagContent.ANONYMOUS))
                .isInstanceOf(PixelAnonException.class)
                .hasMessageContaining("train");
    }

    private static CompositeSet set(Split split) throws IOException {
        return new CompositeSet(split, backgrounds(12), List.of(), TagContent.MATCHING);
    }

    private static Backgrounds backgrounds(int count) {
        List<Background> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(file("file " + i, "", Pictures.blobs(i, 340, 330)));
        }
        return Backgrounds.of(files);
    }

    private static Background file(String name, String study, PlaneImage picture) {
        return new Background(name, study, 1, frame -> picture);
    }

    private static PlaneImage recompressed(PlaneImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(Pictures.image(picture), null, null), param);
        } finally {
            writer.dispose();
        }
        var decoded = ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getRaster();
        byte[] samples = new byte[picture.width() * picture.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) decoded.getSample(i % picture.width(), i / picture.width(), 0);
        }
        return new PlaneImage(picture.width(), picture.height(), 1, samples);
    }
}
