package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameShape;

/** What decoding would allocate is known, and refused, before native code sees a codestream. */
class Jpeg2000CostTest {

    private static final List<String> SYNTAXES =
            List.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.201");

    @ParameterizedTest
    @CsvSource({"255, 255, 1, 0", "255, 255, 3, 0", "200, 200, 1, 32", "16000, 1, 1, 5"})
    void a_frame_of_tiles_of_one_pixel_is_refused(int width, int height, int components, int levels)
            throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(width, height);
        stream.tileWidth = 1;
        stream.tileHeight = 1;
        stream.levels = levels;
        stream.components = components;
        for (int tile = 0; tile < width * height; tile++) {
            stream.part(tile, 0, 1, new byte[components * (levels + 1)]);
        }
        assertRefused(
                stream.bytes(),
                new FrameShape(height, width, components, 8),
                "memory for its tiles");
    }

    @Test
    void a_frame_of_tiny_precincts_is_refused() throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(1024, 1024);
        stream.levels = 2;
        stream.precincts = new int[] {0x11, 0x11, 0x11};
        stream.part(0, 0, 1, new byte[1 << 20]);
        assertRefused(stream.bytes(), new FrameShape(1024, 1024, 1, 8), "memory for its precincts");
    }

    @Test
    void a_large_frame_of_tiny_code_blocks_is_refused() throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(4096, 4096);
        stream.block = 2;
        stream.part(0, 0, 1, new byte[1]);
        assertRefused(
                stream.bytes(), new FrameShape(4096, 4096, 1, 8), "memory for its code-blocks");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 65535})
    void more_packets_than_bytes_are_refused(int layers) throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(64, 64);
        stream.layers = layers;
        stream.levels = 32;
        stream.precincts = new int[33];
        Arrays.fill(stream.precincts, 0x11);
        stream.part(0, 0, 1, new byte[50]);
        assertRefused(
                stream.bytes(), new FrameShape(64, 64, 1, 8), "packets of a tile are missing");
    }

    @Test
    void a_frame_far_from_the_origin_is_refused() throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(64, 64);
        stream.left = Integer.MAX_VALUE - 32;
        stream.tileWidth = Integer.MAX_VALUE;
        stream.tileHeight = Integer.MAX_VALUE;
        stream.part(0, 0, 1, new byte[1]);
        assertRefused(stream.bytes(), new FrameShape(64, 64, 1, 8), "too far from the origin");
    }

    @Test
    void many_layers_levels_and_tiles_in_measure_are_decoded() throws Exception {
        Jpeg2000Stream deep = Jpeg2000Stream.of(64, 64);
        deep.layers = 500;
        deep.levels = 32;
        deep.part(0, 0, 1, new byte[500 * 33]);
        FrameCodec codec = FrameCodecs.of(SYNTAXES.get(0)).orElseThrow();
        assertThat(codec.decode(deep.bytes(), new FrameShape(64, 64, 1, 8))).containsOnly(128);

        Jpeg2000Stream tiled = Jpeg2000Stream.of(512, 512);
        tiled.tileWidth = 16;
        tiled.tileHeight = 16;
        for (int tile = 0; tile < 1024; tile++) {
            tiled.part(tile, 0, 1, new byte[1]);
        }
        assertThat(codec.decode(tiled.bytes(), new FrameShape(512, 512, 1, 8))).containsOnly(128);
    }

    private static void assertRefused(byte[] codestream, FrameShape shape, String reason) {
        for (String syntax : SYNTAXES) {
            FrameCodec codec = FrameCodecs.of(syntax).orElseThrow();
            assertThatThrownBy(() -> codec.decode(codestream, shape))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining(reason);
        }
    }
}
