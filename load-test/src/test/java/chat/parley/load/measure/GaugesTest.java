package chat.parley.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GaugesTest {

    @Test
    void aViewIsAsFarBehindAsItsFurthestQueue() {
        Gauges gauges = new Gauges(_ -> """
                # HELP parley_projections_lag Positions
                # TYPE parley_projections_lag gauge
                parley_projections_lag{group="directory",queue="0"} 3.0
                parley_projections_lag{group="history",queue="0"} 12.0
                parley_projections_lag{group="history",queue="1"} 1250.0
                parley_relay_lag 7.0
                """);

        assertThat(gauges.lags()).isEqualTo(Map.of("directory", 3L, "history", 1250L, "relay", 7L));
    }

    @Test
    void whatHasNoNumberIsLeftOut() {
        assertThat(new Gauges(_ -> "parley_relay_lag NaN\n").lags()).isEmpty();
    }
}
