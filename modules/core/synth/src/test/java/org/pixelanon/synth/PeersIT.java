package org.pixelanon.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dcmtk and pydicom read drawn files. */
class PeersIT {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir Path folder;

    @BeforeEach
    void peersAreInstalled() {
        assumeTrue(Files.isExecutable(PYTHON) && Files.isExecutable(Path.of("/usr/bin/dcmdump")));
    }

    @Test
    void pydicom_decodes_every_kind_to_the_samples_that_were_drawn() throws Exception {
        for (SampleKind kind : SampleKind.values()) {
            DrawnFile drawn = SampleSet.of(21).draw(kind.ordinal());
            Path file = folder.resolve(kind.label() + ".dcm");
            Files.write(file, drawn.toBytes());
            // of a 422 pair the colour of one pixel is lost, see the shapes
            if (kind != SampleKind.US_YBR_FULL_422) {
                writeSamples(file, drawn.file());
            }
        }
        assertPeersAgree(SampleKind.values().length - 1);
    }

    @Test
    void pydicom_decodes_every_shape() throws Exception {
        int count = 0;
        int[][] bits = {{1, 1, 0}, {8, 8, 7}, {8, 6, 5}, {16, 12, 11}, {16, 16, 15}, {32, 32, 31}};
        for (Syntax syntax : Syntax.values()) {
            for (int[] bit : bits) {
                for (String photometric : List.of("MONOCHROME2", "RGB", "YBR_FULL_422")) {
                    if (!readable(syntax, bit, photometric)) {
                        continue;
                    }
                    SampleFile file = shape(bit, photometric).planar(count & 1);
                    Path path = folder.resolve(count++ + ".dcm");
                    file.write(path, syntax);
                    writeSamples(path, file);
                }
            }
        }
        assertThat(count).isGreaterThan(25);
        assertPeersAgree(count);
    }

    /** All kinds, and those that pydicom 2 can read. */
    private static boolean readable(Syntax syntax, int[] bit, String photometric) {
        boolean grey = photometric.equals("MONOCHROME2");
        boolean halved = photometric.endsWith("422");
        return switch (syntax) {
            case JPEG_BASELINE -> false;
            case ENCAPSULATED_UNCOMPRESSED -> false;
            case RLE -> bit[0] > 1 && bit[0] < 32 && !halved;
            default -> grey || (bit[0] == 8 && bit[1] == 8) || (bit[0] == 16 && !halved);
        };
    }

    private static SampleFile shape(int[] bit, String photometric) {
        boolean halved = photometric.endsWith("422");
        return SampleFile.of(7, halved ? 10 : 13)
                .frames(3)
                .bits(bit[0], bit[1], bit[2])
                .photometric(photometric)
                .samples(
                        (f, y, x, c) -> {
                            int column = halved && c > 0 ? x & ~1 : x;
                            long key = ((f * 31L + y) * 31 + column) * 31 + c;
                            int value = (int) Chance.mix(key);
                            return bit[1] == 32 ? value >>> 1 : value & ((1 << bit[1]) - 1);
                        });
    }

    @Test
    void pydicom_reads_overlay_frames_that_do_not_begin_at_a_byte() throws Exception {
        Overlay.Bits bits = (f, y, x) -> (Chance.mix((f * 99L + y) * 99 + x) & 1) == 1;
        for (int frames = 1; frames <= 3; frames++) {
            for (Syntax syntax : List.of(Syntax.EXPLICIT, Syntax.IMPLICIT)) {
                Path file = folder.resolve(frames + syntax.name() + ".dcm");
                SampleFile.of(9, 9)
                        .overlay(new Overlay(0x6002, 7, 11, 2, -3, frames, bits))
                        .write(file, syntax);
                int n = frames;
                ByteBuffer raw = buffer(new int[] {n, 7, 11, 1});
                for (int i = 0; i < n * 77; i++) {
                    raw.putInt(bits.at(i / 77, i / 11 % 7, i % 11) ? 1 : 0);
                }
                Files.write(Path.of(file + ".6002.raw"), raw.array());
            }
        }
        assertPeersAgree(6);
    }

    @Test
    void streamed_cines_are_read_and_their_rle_form_holds_the_same_samples() throws Exception {
        BenchmarkFiles files = new BenchmarkFiles(5);
        Path plain = folder.resolve("plain.dcm");
        TruePlane truth = files.cine(plain, 3, 320, 240, Syntax.EXPLICIT);
        files.cine(folder.resolve("packed.dcm"), 3, 320, 240, Syntax.RLE);
        files.grey(folder.resolve("grey.dcm"));
        assertThat(truth.texts()).isNotEmpty();
        byte[] bytes = Files.readAllBytes(plain);
        ByteBuffer raw = buffer(new int[] {3, 240, 320, 3});
        for (int i = bytes.length - 3 * 240 * 320 * 3; i < bytes.length; i++) {
            raw.putInt(bytes[i] & 0xFF);
        }
        Files.write(folder.resolve("plain.dcm.raw"), raw.array());
        Files.write(folder.resolve("packed.dcm.raw"), raw.array());
        assertPeersAgree(2);
    }

    @Test
    void score_finds_nothing_left_if_the_truth_itself_is_erased() throws Exception {
        Path score = Path.of(System.getProperty("pixelanon.shared", "")).resolve("tools/score.py");
        assumeTrue(Files.exists(score));
        List<Path> files = SampleSet.write(folder, 2 * SampleKind.values().length, 4);
        Path rects = folder.resolve("rects.csv");
        Files.writeString(rects, sensitiveRectangles());
        String line =
                run(PYTHON.toString(), score.toString(), truth(), rects.toString(), "" + folder);
        assertThat(files).hasSize(2 * SampleKind.values().length);
        assertThat(line)
                .contains("(absent 0, ink unknown 0)")
                .contains("erased 100.0%")
                .contains("wholly erased 100.0%")
                .contains("kept 100.0%");
    }

    private String truth() {
        return folder.resolve(SampleSet.TRUTH).toString();
    }

    private String sensitiveRectangles() throws IOException {
        StringBuilder csv = new StringBuilder("filename,left,top,right,bottom,frame,overlay\n");
        String file = "";
        int frame = 0;
        int overlay = -1;
        int[] box = new int[4];
        try (JsonParser json =
                new JsonFactory().createParser(Files.readAllBytes(Path.of(truth())))) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "file" -> file = json.getText();
                    case "frame" -> frame = json.getIntValue();
                    case "overlay" ->
                            overlay =
                                    json.currentToken() == JsonToken.VALUE_NULL
                                            ? -1
                                            : (Integer.parseInt(json.getText(), 16) - 0x6000) / 2;
                    case "box" -> {
                        for (int i = 0; i < 4; i++) {
                            json.nextToken();
                            box[i] = json.getIntValue();
                        }
                    }
                    case "sensitive" -> {
                        if (json.getBooleanValue()) {
                            csv.append(
                                    String.format(
                                            Locale.ROOT,
                                            "%s,%d,%d,%d,%d,%d,%d%n",
                                            folder.resolve(file),
                                            box[0],
                                            box[1],
                                            box[2] - 1,
                                            box[3] - 1,
                                            frame,
                                            overlay));
                        }
                    }
                    default -> {}
                }
            }
        }
        return csv.toString();
    }

    private void assertPeersAgree(int files) throws Exception {
        try (InputStream in = PeersIT.class.getResourceAsStream("peer.py")) {
            Files.write(folder.resolve("peer.py"), Objects.requireNonNull(in).readAllBytes());
        }
        assertThat(run(PYTHON.toString(), folder.resolve("peer.py").toString(), folder.toString()))
                .isEqualTo("checked " + files);
        try (var all = Files.list(folder)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".dcm")).toList()) {
                assertThat(run("dcmdump", "-q", "-M", "+E", file.toString()))
                        .as(file.toString())
                        .doesNotContainIgnoringCase("error")
                        .contains("PixelData");
            }
        }
    }

    private static ByteBuffer buffer(int[] shape) {
        int samples = shape[0] * shape[1] * shape[2] * shape[3];
        ByteBuffer raw = ByteBuffer.allocate(4 * (samples + 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (int size : shape) {
            raw.putInt(size);
        }
        return raw;
    }

    private static void writeSamples(Path file, SampleFile image) throws IOException {
        int[] shape = image.shape();
        ByteBuffer raw = buffer(shape);
        for (int f = 0; f < shape[0]; f++) {
            for (int y = 0; y < shape[1]; y++) {
                for (int x = 0; x < shape[2]; x++) {
                    for (int c = 0; c < shape[3]; c++) {
                        raw.putInt(image.value(f, y, x, c));
                    }
                }
            }
        }
        Files.write(Path.of(file + ".raw"), raw.array());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(new ArrayList<>(List.of(command)))
                        .redirectErrorStream(true)
                        .start();
        String out;
        try (InputStream in = process.getInputStream()) {
            out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor()).as(out).isZero();
        return out.trim();
    }
}
