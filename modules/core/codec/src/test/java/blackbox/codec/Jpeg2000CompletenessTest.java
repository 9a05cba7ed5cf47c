package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;

/** A codestream is decoded if all of it is there, whatever its optional markers, and only then. */
class Jpeg2000CompletenessTest {

    private static final String LOSSLESS = "1.2.840.10008.1.2.4.90";
    private static final FrameShape TILE = new FrameShape(32, 32, 1, 8);
    private static final FrameShape FOUR = new FrameShape(64, 64, 1, 8);

    /** Where the only tile-part of what our encoder writes has its length, and its packets. */
    private static final int PART_LENGTH = 6;

    private static final int PACKETS = 14;

    private final FrameEncoder codec = FrameCodecs.encoder(LOSSLESS).orElseThrow();

    @Test
    void tiles_of_a_frame_are_put_together() throws Exception {
        byte[] frame = codec.decode(fourTiles(0, 1, 2, 3), FOUR);
        for (int tile = 0; tile < 4; tile++) {
            byte[] expected = noise(tile);
            for (int row = 0; row < 32; row++) {
                int at = (tile / 2 * 32 + row) * 64 + tile % 2 * 32;
                assertThat(Arrays.copyOfRange(frame, at, at + 32))
                        .isEqualTo(Arrays.copyOfRange(expected, row * 32, row * 32 + 32));
            }
        }
        assertThat(codec.decode(fourTiles(3, 1, 0, 2), FOUR)).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "0 1 2", "1 2 3", "0 2 3", ""})
    void a_frame_without_some_of_its_tiles_is_refused(String tiles) throws Exception {
        int[] there =
                Arrays.stream(tiles.split(" "))
                        .filter(tile -> !tile.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray();
        byte[] coded = fourTiles(there);
        assertThatThrownBy(() -> codec.decode(coded, FOUR))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(there.length == 0 ? "ends early" : "of 4 is missing");
        assertThatThrownBy(() -> codec.decode(boxed(coded), FOUR))
                .isInstanceOf(CodecException.class);
    }

    @Test
    void packets_missing_from_a_tile_whose_length_is_right_are_missed() throws Exception {
        byte[] coded = codec.encode(noise(7), TILE, null);
        int part = partOf(coded);
        int end = endOf(coded);
        for (int cut = part + PACKETS; cut < end; cut++) {
            byte[] shortened = Arrays.copyOf(coded, cut + 2);
            shortened[cut] = (byte) 0xFF;
            shortened[cut + 1] = (byte) 0xD9;
            ByteBuffer.wrap(shortened).putInt(part + PART_LENGTH, cut - part);
            assertThatThrownBy(() -> codec.decode(shortened, TILE))
                    .as("cut at %d of %d", cut, end)
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void markers_that_the_style_allows_may_be_absent() throws Exception {
        byte[] coded = codec.encode(noise(1), TILE, null);
        coded[find(coded, 0xFF52) + 4] |= 2;
        assertThat(codec.decode(coded, TILE)).isEqualTo(noise(1));
    }

    @Test
    void markers_that_the_style_allows_may_be_there() throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(64, 64);
        stream.flags = 6;
        stream.layers = 3;
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            packets.writeBytes(Jpeg2000Stream.segment(0xFF91, new byte[] {0, (byte) i}));
            packets.writeBytes(new byte[] {0, (byte) 0xFF, (byte) 0x92});
        }
        byte[] coded = stream.part(0, 0, 1, packets.toByteArray()).bytes();
        assertThat(codec.decode(coded, FOUR)).containsOnly(128);
    }

    @Test
    void a_last_part_of_unstated_length_and_parts_of_unstated_number_are_decoded()
            throws Exception {
        byte[] coded = codec.encode(noise(2), TILE, null);
        int part = partOf(coded);
        ByteBuffer.wrap(coded).putInt(part + PART_LENGTH, 0);
        coded[part + 11] = 0;
        assertThat(codec.decode(coded, TILE)).isEqualTo(noise(2));
    }

    @Test
    void a_tile_in_several_parts_is_decoded_if_all_are_there() throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(64, 64);
        stream.layers = 4;
        byte[] half = new byte[2];
        byte[] whole = stream.part(0, 0, 0, half).part(0, 1, 2, half).bytes();
        assertThat(codec.decode(whole, FOUR)).containsOnly(128);

        Jpeg2000Stream lacking = Jpeg2000Stream.of(64, 64);
        byte[] first = lacking.part(0, 0, 2, new byte[4]).bytes();
        assertThatThrownBy(() -> codec.decode(first, FOUR)).hasMessageContaining("lacks a part");

        Jpeg2000Stream offByOne = Jpeg2000Stream.of(64, 64);
        byte[] counted = offByOne.part(0, 0, 1, half).part(0, 1, 1, half).bytes();
        assertThat(codec.decode(counted, FOUR)).containsOnly(128);
    }

    @Test
    void headers_of_packets_may_stand_in_front_of_all_of_them() throws Exception {
        byte[] ofTile = Jpeg2000Stream.segment(0xFF61, new byte[4]);
        Jpeg2000Stream tiles = Jpeg2000Stream.of(64, 64);
        tiles.layers = 3;
        byte[] coded = tiles.part(0, 0, 1, new byte[1], ofTile).bytes();
        assertThat(codec.decode(coded, FOUR)).containsOnly(128);

        Jpeg2000Stream main = Jpeg2000Stream.of(64, 64);
        main.layers = 3;
        main.further.add(Jpeg2000Stream.segment(0xFF60, new byte[] {0, 0, 0, 0, 3, 0, 0, 0}));
        assertThat(codec.decode(main.part(0, 0, 1, new byte[1]).bytes(), FOUR)).containsOnly(128);

        tiles.layers = 5;
        assertThatThrownBy(() -> codec.decode(tiles.bytes(), FOUR))
                .hasMessageContaining("packets of a tile are missing");
    }

    @ParameterizedTest
    @CsvSource({
        // order, levels, layers, packets: precincts of 16 by 16, of 32 by 32 above
        "0, 0, 1, 16",
        "1, 1, 2, 16",
        "2, 2, 1, 6",
        "3, 1, 3, 24",
        "4, 2, 2, 12"
    })
    void every_order_of_packets_is_counted_to_the_last(
            int order, int levels, int layers, int packets) throws Exception {
        for (int missing = 0; missing <= 1; missing++) {
            Jpeg2000Stream stream = Jpeg2000Stream.of(64, 64);
            stream.order = order;
            stream.levels = levels;
            stream.layers = layers;
            stream.precincts = new int[levels + 1];
            Arrays.fill(stream.precincts, 0x55);
            stream.precincts[0] = 0x44;
            byte[] coded = stream.part(0, 0, 1, new byte[packets - missing]).bytes();
            if (missing == 0) {
                assertThat(codec.decode(coded, FOUR)).containsOnly(128);
            } else {
                assertThatThrownBy(() -> codec.decode(coded, FOUR))
                        .hasMessageContaining("packets of a tile are missing");
            }
        }
    }

    @Test
    void changes_of_the_order_must_cover_all_packets() throws Exception {
        byte[] lower = {0, 0, 0, 2, 1, 1, 0};
        byte[] all = {0, 0, 0, 2, 3, 1, 2};
        for (boolean covered : new boolean[] {true, false}) {
            Jpeg2000Stream stream = Jpeg2000Stream.of(64, 64);
            stream.levels = 2;
            stream.layers = 2;
            byte[] changes = Arrays.copyOf(lower, covered ? 14 : 7);
            if (covered) {
                System.arraycopy(all, 0, changes, 7, 7);
            }
            stream.further.add(Jpeg2000Stream.segment(0xFF5F, changes));
            byte[] coded = stream.part(0, 0, 1, new byte[6]).bytes();
            if (covered) {
                assertThat(codec.decode(coded, FOUR)).containsOnly(128);
            } else {
                assertThatThrownBy(() -> codec.decode(coded, FOUR))
                        .hasMessageContaining("incomplete");
            }
        }
    }

    private byte[] fourTiles(int... there) throws Exception {
        Jpeg2000Stream stream = Jpeg2000Stream.of(64, 64);
        stream.tileWidth = 32;
        stream.tileHeight = 32;
        stream.levels = 5;
        stream.block = 6;
        byte[] head = codec.encode(noise(0), TILE, null);
        assertThat(head[find(head, 0xFF52) + 9]).as("levels").isEqualTo((byte) stream.levels);
        for (int tile : there) {
            byte[] coded = codec.encode(noise(tile), TILE, null);
            byte[] packets = Arrays.copyOfRange(coded, partOf(coded) + PACKETS, endOf(coded));
            stream.part(tile, 0, 1, packets);
        }
        byte[] bytes = stream.bytes();
        // the quantisation of the encoder in place of ours
        int from = find(head, 0xFF5C);
        int to = find(bytes, 0xFF5C);
        System.arraycopy(head, from, bytes, to, 2 + (head[from + 3] & 0xFF));
        return bytes;
    }

    private static byte[] boxed(byte[] codestream) {
        ByteArrayOutputStream boxed = new ByteArrayOutputStream();
        boxed.writeBytes(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10});
        boxed.writeBytes(new byte[] {0, 0, 0, 0, 'j', 'p', '2', 'c'});
        boxed.writeBytes(codestream);
        return boxed.toByteArray();
    }

    private static int partOf(byte[] coded) {
        return find(coded, 0xFF90);
    }

    private static int endOf(byte[] coded) {
        return find(coded, 0xFFD9);
    }

    private static int find(byte[] coded, int marker) {
        int at = 2;
        while (coded[at] != (byte) (marker >> 8) || coded[at + 1] != (byte) marker) {
            at++;
        }
        return at;
    }

    private static byte[] noise(long seed) {
        byte[] out = new byte[TILE.bytes()];
        new Random(seed).nextBytes(out);
        return out;
    }
}
