package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;
import org.pixelanon.dicom.redact.RedactionLeftovers;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionPolicy.ThumbnailPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;

/** Small pictures in the segments of JPEG frames. */
class ThumbnailTest {

    private static final byte[] NONE = {};
    private static final RedactionPolicy KEEP = RedactionPolicy.DEFAULT;
    private static final RedactionPolicy REMOVE = KEEP.with(ThumbnailPolicy.REMOVE);
    private static final RedactionPlan FIRST =
            new RedactionPlan(
                    List.of(new Region(new FramePlane(0), new PixelRectangle(0, 0, 16, 8))));

    @TempDir Path folder;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] segment(int marker, byte[]... parts) {
        byte[] body = Coded.joined(parts);
        int length = body.length + 2;
        byte[] head = {-1, (byte) marker, (byte) (length >> 8), (byte) length};
        return Coded.joined(head, body);
    }

    private static byte[] exif(byte[] thumbnail) {
        byte[] tiff = new byte[8 + 2 + 4 + 2 + 2 * 12 + 4];
        byte[] head = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 14, 0, 2};
        System.arraycopy(head, 0, tiff, 0, head.length);
        byte[] entries = {2, 1, 0, 4, 0, 0, 0, 1, 0, 0, 0, 44, 2, 2, 0, 4, 0, 0, 0, 1, 0, 0, 0, 99};
        System.arraycopy(entries, 0, tiff, head.length, entries.length);
        return Coded.joined(ascii("Exif\0\0"), tiff, thumbnail);
    }

    /** Each kind of thumbnail, in a segment of its own; some smaller than any other threshold. */
    private static Map<String, byte[]> thumbnails() throws IOException {
        byte[] jpeg = Coded.frame(Coded.BASELINE, 5);
        byte[] rgb = new byte[8 * 8 * 3];
        Arrays.fill(rgb, (byte) 77);
        byte[] jfif = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 8, 8};
        byte[] sized = {8, 8};
        Map<String, byte[]> out = new LinkedHashMap<>();
        out.put("JFIF", segment(0xE0, jfif, rgb));
        out.put("JFXX of JPEG", segment(0xE0, ascii("JFXX\0\u0010"), jpeg));
        out.put("JFXX of a palette", segment(0xE0, ascii("JFXX\0\u0011"), sized, new byte[832]));
        out.put("JFXX of RGB", segment(0xE0, ascii("JFXX\0\u0013"), sized, rgb));
        out.put("Exif of JPEG", segment(0xE1, exif(jpeg)));
        out.put("Exif of samples", segment(0xE1, exif(rgb)));
        out.put("Photoshop", segment(0xED, ascii("Photoshop 3.0\0008BIM\u0004\u000C\0\0"), rgb));
        out.put("multi-picture format", segment(0xE2, ascii("MPF\0"), new byte[40]));
        out.put("XMP", segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0/9j/4AAQSkZJRg"), rgb));
        out.put("any segment", segment(0xE7, ascii("maker"), jpeg));
        out.put("Adobe", segment(0xEE, ascii("Adobe\0d\0\0\0\0\0"), jpeg));
        out.put("a comment", segment(0xFE, jpeg));
        return out;
    }

    private static byte[] with(byte[] codestream, byte[]... segments) {
        byte[] start = Arrays.copyOf(codestream, 2);
        byte[] rest = Arrays.copyOfRange(codestream, 2, codestream.length);
        return Coded.joined(start, Coded.joined(segments), rest);
    }

    private Path file(String uid, List<byte[]> frames) throws IOException {
        byte[] table = Coded.table(4, frames.size(), frames);
        return Coded.write(folder.resolve("in.dcm"), uid, frames.size(), table, NONE, frames);
    }

    private static List<Unprocessed> left(Path path, RedactionPlan plan, RedactionPolicy policy)
            throws IOException {
        try (DicomFile file = DicomFile.open(path)) {
            RedactionTargets targets =
                    RedactionTargets.resolve(file, plan).withThumbnails(file, policy);
            return RedactionLeftovers.of(file, targets, policy);
        }
    }

    private Verification redact(Path path, RedactionPlan plan, RedactionPolicy policy)
            throws IOException {
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(path)) {
            RedactionTargets targets =
                    RedactionTargets.resolve(file, plan).withThumbnails(file, policy);
            new Redactor().write(file, targets, policy, out);
            return new Verifier().verify(file, out, targets, policy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Coded.BASELINE, Coded.LOSSLESS, Coded.JPEG_LS})
    void a_thumbnail_of_any_kind_and_size_is_removed_from_a_blanked_frame(String uid)
            throws IOException {
        byte[] frame = Coded.frame(uid, 1);
        for (Map.Entry<String, byte[]> thumbnail : thumbnails().entrySet()) {
            Path path = file(uid, List.of(with(frame, thumbnail.getValue())));
            assertThat(left(path, new RedactionPlan(List.of()), KEEP))
                    .as(thumbnail.getKey())
                    .extracting(Unprocessed::kind)
                    .containsExactly(Kind.THUMBNAIL);
            assertThat(left(path, FIRST, KEEP)).as(thumbnail.getKey()).isEmpty();
            assertThat(redact(path, FIRST, KEEP).problems()).as(thumbnail.getKey()).isEmpty();
            try (DicomFile copy = DicomFile.open(folder.resolve("out.dcm"))) {
                assertThat(copy.notProcessed()).as(thumbnail.getKey()).isEmpty();
                assertThat(copy.frame(0).sample(0)).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Coded.BASELINE, Coded.LOSSLESS, Coded.JPEG_LS})
    void a_thumbnail_of_a_frame_that_is_not_blanked_stays_unless_the_policy_removes_it(String uid)
            throws IOException {
        byte[] plain = Coded.frame(uid, 1);
        byte[] other = Coded.frame(uid, 2);
        for (Map.Entry<String, byte[]> thumbnail : thumbnails().entrySet()) {
            List<byte[]> frames = List.of(plain, with(other, thumbnail.getValue()));
            Path path = file(uid, frames);
            for (RedactionPlan plan : List.of(FIRST, new RedactionPlan(List.of()))) {
                assertThat(left(path, plan, KEEP))
                        .extracting(Unprocessed::kind)
                        .containsExactly(Kind.THUMBNAIL);
                assertThat(left(path, plan, REMOVE)).as(thumbnail.getKey()).isEmpty();
                assertThat(redact(path, plan, REMOVE).problems()).as(thumbnail.getKey()).isEmpty();
                byte[] copy = Files.readAllBytes(folder.resolve("out.dcm"));
                assertThat(Coded.indexOf(copy, Arrays.copyOfRange(other, 40, other.length - 2)))
                        .as("every other byte of the frame")
                        .isPositive();
                try (DicomFile file = DicomFile.open(folder.resolve("out.dcm"))) {
                    assertThat(file.notProcessed()).isEmpty();
                }
            }
        }
    }

    @Test
    void a_thumbnail_that_was_not_removed_is_not_verified() throws IOException {
        byte[] thumbnail = thumbnails().get("Exif of JPEG");
        byte[] frame = Coded.frame(Coded.BASELINE, 1);
        Path path = file(Coded.BASELINE, List.of(with(frame, thumbnail)));
        assertThat(redact(path, FIRST, KEEP).passed()).isTrue();
        Path out = folder.resolve("out.dcm");
        byte[] bytes = Files.readAllBytes(out);
        int soi = Coded.indexOf(bytes, new byte[] {-1, (byte) 0xD8, -1});
        List<byte[]> parts = new ArrayList<>();
        parts.add(Arrays.copyOf(bytes, soi + 2));
        parts.add(thumbnail);
        parts.add(Arrays.copyOfRange(bytes, soi + 2, bytes.length));
        byte[] planted = Coded.joined(parts.toArray(new byte[0][]));
        int grown = planted.length - bytes.length;
        int length = (bytes[soi - 4] & 0xFF | (bytes[soi - 3] & 0xFF) << 8) + grown;
        planted[soi - 4] = (byte) length;
        planted[soi - 3] = (byte) (length >> 8);
        assertThat(grown % 2).isZero();
        Files.write(out, planted);
        try (DicomFile file = DicomFile.open(path)) {
            RedactionTargets targets = RedactionTargets.resolve(file, FIRST);
            assertThat(new Verifier().verify(file, out, targets, KEEP).passed()).isFalse();
        }
    }

    @Test
    void segments_that_say_what_colours_mean_keep_saying_so() throws IOException {
        byte[] frame = Coded.frame(Coded.BASELINE, 1);
        Path path = file(Coded.BASELINE, List.of(with(frame, thumbnails().get("Adobe"))));
        assertThat(redact(path, FIRST, KEEP).passed()).isTrue();
        byte[] copy = Files.readAllBytes(folder.resolve("out.dcm"));
        byte[] kept = segment(0xEE, ascii("Adobe\0d\0\0\0\0\0"));
        assertThat(Coded.indexOf(copy, kept)).isPositive();
    }
}
