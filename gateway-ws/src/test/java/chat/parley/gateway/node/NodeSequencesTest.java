package chat.parley.gateway.node;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.gateway.node.NodeMessage.Source;
import chat.parley.views.presence.NodeId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeSequencesTest {

    private static final Source ONE = new Source(new NodeId(new UUID(1, 1)), 0, false);
    private static final Source OTHER = new Source(new NodeId(new UUID(1, 1)), 1, false);

    private final NodeSequences counts = new NodeSequences();

    @Test
    void countingFromOneWithoutAHoleIsComplete() {
        assertThat(counts.counted(ONE, 1)).isTrue();
        assertThat(counts.counted(ONE, 2)).isTrue();
        assertThat(counts.counted(OTHER, 1)).isTrue();
        assertThat(counts.confirmed(ONE, 2)).isTrue();
    }

    @Test
    void aSkippedNumberIsAHoleOnce() {
        counts.counted(ONE, 1);
        assertThat(counts.counted(ONE, 3)).isFalse();
        assertThat(counts.counted(ONE, 4)).isTrue();
    }

    @Test
    void aTickAheadOfWhatCameIsAHoleOnce() {
        counts.counted(ONE, 1);
        assertThat(counts.confirmed(ONE, 2)).isFalse();
        assertThat(counts.confirmed(ONE, 2)).isTrue();
    }

    @Test
    void anUnknownSourceThatDoesNotBeginIsAHole() {
        assertThat(counts.counted(ONE, 7)).isFalse();
        assertThat(counts.confirmed(OTHER, 7)).isFalse();
    }

    @Test
    void aSourceThatBeginsAnewHadForgottenThisNode() {
        counts.counted(ONE, 1);
        counts.counted(ONE, 2);
        assertThat(counts.counted(ONE, 1)).isFalse();
    }

    @Test
    void nothingIsKnownAfterForgetting() {
        counts.counted(ONE, 1);
        counts.forget();
        assertThat(counts.counted(ONE, 2)).isFalse();
    }
}
