package chat.parley.load.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

    private static final int LARGE = 32 * 1024 * 1024;

    @Test
    void theTotalIsTheLastLineOfTheHistogram() throws IOException {
        String histogram = """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         40111        4211000  [B (java.base@25)
                   2:             1             24  TotalSums
                Total        123456        7890123
                """;

        assertThat(LiveHeap.total(histogram)).isEqualTo(7_890_123);
        assertThatThrownBy(() -> LiveHeap.total("12345: No such process")).hasMessageContaining("No such process");
    }

    @Test
    void whatIsReachableCountsAndWhatIsNotDoesNot() throws IOException {
        long with;
        byte[] held = new byte[LARGE];
        try {
            with = LiveHeap.of(ProcessHandle.current());
        } finally {
            Reference.reachabilityFence(held);
        }
        held = new byte[0];

        long without = LiveHeap.of(ProcessHandle.current());

        assertThat(with - without).isGreaterThan(LARGE / 2);
        assertThat(held).isEmpty();
    }
}
