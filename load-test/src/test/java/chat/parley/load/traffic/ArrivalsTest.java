package chat.parley.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void evenArrivalsAreAtEqualDistances() {
        assertThat(Arrivals.EVEN.offsets(4, 1_000, random)).containsExactly(0, 1_000_000, 2_000_000, 3_000_000);
    }

    @Test
    void poissonArrivalsHaveTheRateAndTheSpreadOfIndependentPeople() {
        int count = 100_000;
        long[] offsets = Arrivals.POISSON.offsets(count, 1_000, random);

        double shorterThanMean = 0;
        for (int i = 1; i < count; i++) {
            assertThat(offsets[i]).isGreaterThanOrEqualTo(offsets[i - 1]);
            shorterThanMean += offsets[i] - offsets[i - 1] < 1_000_000 ? 1 : 0;
        }

        assertThat(offsets[count - 1] / 1e9).isCloseTo(100, within(2.0));
        assertThat(shorterThanMean / count).isCloseTo(1 - 1 / Math.E, within(0.01));
    }
}
