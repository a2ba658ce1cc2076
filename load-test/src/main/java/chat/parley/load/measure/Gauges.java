package chat.parley.load.measure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How far the relay and the views say they are behind, in events of the log. */
public final class Gauges {

    private static final String PATH =
            "/actuator/prometheus?includedNames=parley_relay_lag&includedNames=parley_projections_lag";
    private static final String RELAY = "parley_relay_lag";
    private static final String VIEW = "parley_projections_lag{";

    private final UnaryOperator<String> pages;

    /** @param pages gives the text at a path of the product */
    public Gauges(UnaryOperator<String> pages) {
        this.pages = pages;
    }

    /** By what is behind: the relay, and each view at its furthest queue; without what has no number now. */
    public Map<String, Long> lags() {
        Map<String, Long> lags = new TreeMap<>();
        pages.apply(PATH).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            if (!Double.isNaN(value)) {
                title(line).ifPresent(title -> lags.merge(title, (long) value, Math::max));
            }
        });
        return lags;
    }

    private static Optional<String> title(String line) {
        if (line.startsWith(RELAY)) {
            return Optional.of("relay");
        }
        int group = line.indexOf("group=\"");
        if (!line.startsWith(VIEW) || group < 0) {
            return Optional.empty();
        }
        int begin = group + "group=\"".length();
        return Optional.of(line.substring(begin, line.indexOf('"', begin)));
    }
}
