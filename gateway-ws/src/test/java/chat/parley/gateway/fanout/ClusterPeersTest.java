package chat.parley.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterPeersTest {

    private final ClusterPeers others = new ClusterPeers();

    @Test
    void theyArePossibleUntilNobodyElseWasFoundAlive() {
        assertThat(others.arePossible()).isTrue();
        others.none(others.generation());
        assertThat(others.arePossible()).isFalse();
    }

    @Test
    void oneThatAppearsIsThere() {
        others.none(others.generation());
        others.appeared();
        assertThat(others.arePossible()).isTrue();
    }

    @Test
    void whatWasLookedUpBeforeOneAppearedSaysNothing() {
        long before = others.generation();
        others.appeared();
        others.none(before);
        assertThat(others.arePossible()).isTrue();
    }
}
