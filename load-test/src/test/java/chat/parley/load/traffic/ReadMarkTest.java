package chat.parley.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadMarkTest {

    private static final long MS = 1_000_000;

    private final List<Long> told = new ArrayList<>();
    private final DueReads due = new DueReads();
    private final ReadMark mark = new ReadMark(0, told::add, due);

    private void arrives(long number, long atMs) {
        mark.holds(number);
        mark.update(atMs * MS);
    }

    @Test
    void whatComesWithinTheGatheringTimeIsToldInOneFrame() {
        arrives(1, 0);
        arrives(2, 30);
        due.run(59 * MS);
        assertThat(told).isEmpty();

        due.run(60 * MS);

        assertThat(told).containsExactly(2L);
    }

    @Test
    void oneFrameIsUnderWayAtATime() {
        arrives(1, 0);
        due.run(60 * MS);
        arrives(2, 70);
        due.run(130 * MS);
        assertThat(told).containsExactly(1L);

        mark.acknowledged(140 * MS);
        due.run(200 * MS);

        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void writingSaysThatOneHasRead() {
        arrives(1, 0);
        mark.wrote(2);
        due.run(60 * MS);

        assertThat(told).isEmpty();
    }

    @Test
    void whatWasRefusedIsToldWithTheNextChange() {
        arrives(1, 0);
        due.run(60 * MS);
        mark.refused();
        arrives(2, 100);
        due.run(160 * MS);

        assertThat(told).containsExactly(1L, 2L);
    }
}
