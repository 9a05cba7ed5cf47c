package org.pixelanon.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class PackingTest {

    @Test
    void the_jdk_inflates_what_we_deflate() throws Exception {
        for (int size : new int[] {0, 1, 2, 3, 10, 257, 258, 259, 4000, 100_000}) {
            for (int variety : new int[] {1, 2, 5, 256}) {
                byte[] input = input(size, variety);
                Inflater inflater = new Inflater(true);
                inflater.setInput(FixedDeflate.compress(input));
                byte[] output = new byte[size + 1];
                int length = 0;
                while (!inflater.finished()) {
                    int more = inflater.inflate(output, length, output.length - length);
                    assertThat(more > 0 || inflater.finished()).isTrue();
                    length += more;
                }
                inflater.end();
                assertThat(Arrays.copyOf(output, length)).isEqualTo(input);
            }
        }
    }

    @Test
    void repetition_becomes_small() {
        assertThat(FixedDeflate.compress(new byte[100_000])).hasSizeLessThan(1000);
    }

    @Test
    void packed_rows_unpack_to_themselves_whatever_their_runs() {
        for (int columns : new int[] {1, 2, 127, 128, 129, 300}) {
            for (int variety : new int[] {1, 2, 3, 256}) {
                byte[] frame = input(columns * 3, variety);
                byte[] packed = PackBits.encode(frame, columns, 1, 1);
                assertThat(unpack(packed)).startsWith(frame);
                assertThat(packed.length % 2).isZero();
            }
        }
    }

    private static byte[] unpack(byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 64;
        while (at + 1 < packed.length) {
            int control = packed[at++];
            if (control >= 0) {
                out.write(packed, at, control + 1);
                at += control + 1;
            } else if (control != -128) {
                for (int i = 0; i < 1 - control; i++) {
                    out.write(packed[at]);
                }
                at++;
            }
        }
        return out.toByteArray();
    }

    private static byte[] input(int size, int variety) {
        byte[] input = new byte[size];
        for (int i = 0; i < size; i++) {
            long chance = Chance.mix(i * 7L + variety);
            input[i] = (byte) Long.remainderUnsigned(chance, variety);
        }
        return input;
    }
}
