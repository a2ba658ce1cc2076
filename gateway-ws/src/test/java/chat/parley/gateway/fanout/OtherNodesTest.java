package chat.parley.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherNodesTest {

    private final OtherNodes others = new OtherNodes();

    @Test
    void theyArePossibleUntilNobodyElseWasFoundAlive() {
        assertThat(others.arePossible()).isTrue();
        others.none(others.signs());
        assertThat(others.arePossible()).isFalse();
    }

    @Test
    void oneThatAppearsIsThere() {
        others.none(others.signs());
        others.appeared();
        assertThat(others.arePossible()).isTrue();
    }

    @Test
    void whatWasLookedUpBeforeOneAppearedSaysNothing() {
        long before = others.signs();
        others.appeared();
        others.none(before);
        assertThat(others.arePossible()).isTrue();
    }
}
