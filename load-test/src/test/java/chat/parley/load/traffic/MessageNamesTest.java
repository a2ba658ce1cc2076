package chat.parley.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageNamesTest {

    private final MessageNames names = new MessageNames(1_700_000_000_000L, 42);

    @Test
    void aNameIsAUuidOfVersion7AndSaysWhichMessageItIs() {
        for (int message : new int[] {0, 1, 70_000, Integer.MAX_VALUE}) {
            UUID id = UUID.fromString(names.of(message));

            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(names.indexOf(id.toString())).isEqualTo(message);
        }
    }

    @Test
    void aNameOfAnotherRunIsNone() {
        assertThat(names.indexOf(new MessageNames(1_700_000_000_000L, 43).of(1)))
                .isEqualTo(-1);
        assertThat(names.indexOf(new MessageNames(1_700_000_000_001L, 42).of(1)))
                .isEqualTo(-1);
    }
}
