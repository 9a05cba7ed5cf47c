package org.pixelanon.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

    @Test
    void it_knows_what_a_set_knows() {
        PublishedKeys keys = new PublishedKeys();
        Set<Integer> set = new HashSet<>();
        Random random = new Random(3);
        for (int i = 0; i < 30_000; i++) {
            int key = random.nextInt(6000);
            switch (random.nextInt(3)) {
                case 0 -> {
                    keys.remove(key);
                    set.remove(key);
                }
                case 1 -> assertThat(keys.contains(key)).isEqualTo(set.contains(key));
                default -> assertThat(keys.add(key)).isEqualTo(set.add(key));
            }
        }
        for (int key = 0; key < 6000; key++) {
            assertThat(keys.contains(key)).isEqualTo(set.contains(key));
        }
    }
}
