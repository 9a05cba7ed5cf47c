package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pixelanon.pipeline.manifest.Shard;

class ShardTest {

    @Test
    void every_path_belongs_to_one_share_and_shares_are_about_as_large() {
        int count = 7;
        int[] sizes = new int[count];
        for (int file = 0; file < 7000; file++) {
            String key = "/archive/" + file / 100 + "/" + file + ".dcm";
            List<Integer> takers =
                    IntStream.rangeClosed(1, count)
                            .filter(i -> new Shard(i, count).takes(key))
                            .boxed()
                            .toList();
            assertThat(takers).hasSize(1);
            sizes[takers.get(0) - 1]++;
            assertThat(Shard.WHOLE.takes(key)).isTrue();
        }
        for (int size : sizes) {
            assertThat(size).isBetween(850, 1150);
        }
    }

    @Test
    void a_share_is_written_as_one_of_several() {
        assertThat(Shard.parse("3/16")).isEqualTo(new Shard(3, 16)).hasToString("3/16");
        for (String wrong : List.of("0/4", "5/4", "1/0")) {
            assertThatThrownBy(() -> Shard.parse(wrong)).hasMessageContaining("from 1/N to N/N");
        }
        for (String wrong : List.of("", "3", "a/b", "1/2/3", "-1/2", "1 / 2", "9999999/9999999")) {
            assertThatThrownBy(() -> Shard.parse(wrong)).hasMessageContaining("written I/N");
        }
    }
}
