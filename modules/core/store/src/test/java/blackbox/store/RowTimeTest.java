package blackbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.pixelanon.store.RowTime;

class RowTimeTest {

    @Test
    void a_time_that_is_written_is_read_again() {
        assertThat(RowTime.parsed(RowTime.now())).isPresent();
    }

    @Test
    void times_of_the_python_tool_are_read_to_the_second() {
        LocalDateTime second = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
        assertThat(RowTime.parsed("2026-01-02 03:04:05.678901")).contains(second);
        assertThat(RowTime.parsed("2026-01-02T03:04:05")).contains(second);
    }

    @Test
    void what_is_no_time_is_none() {
        assertThat(RowTime.parsed("")).isEmpty();
        assertThat(RowTime.parsed("the day before yesterday")).isEmpty();
    }
}
