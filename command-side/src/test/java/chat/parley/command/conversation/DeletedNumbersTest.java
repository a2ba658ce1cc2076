package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.conversation.DeletedNumbers.Range;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeletedNumbersTest {

    private final DeletedNumbers deleted = new DeletedNumbers();

    @Test
    void neighboursBecomeOneRange() {
        deleted.add(5);
        deleted.add(7);
        assertThat(deleted.ranges()).containsExactly(new Range(5, 5), new Range(7, 7));
        deleted.add(6);
        deleted.add(4);
        deleted.add(8);
        assertThat(deleted.ranges()).containsExactly(new Range(4, 8));
        deleted.add(6);
        assertThat(deleted.ranges()).containsExactly(new Range(4, 8));
    }

    @Test
    void rangesReadBackAreTheSame() {
        deleted.add(1);
        deleted.add(3);
        deleted.add(4);
        assertThat(new DeletedNumbers(deleted.ranges()).ranges()).isEqualTo(deleted.ranges());
    }

    @Test
    void whateverTheOrderExactlyWhatWasAddedIsContained() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<Long> expected = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            long number = random.nextLong(300);
            deleted.add(number);
            expected.add(number);
            for (long n = -1; n <= 300; n++) {
                assertThat(deleted.contains(n)).as("seed %d, %d", seed, n).isEqualTo(expected.contains(n));
            }
        }
        assertThat(deleted.ranges()).as("seed %d", seed).hasSizeLessThanOrEqualTo(151);
    }
}
