package chat.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.traffic.Arrivals;
import chat.parley.load.traffic.Receipts;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LoadOptionsTest {

    private static LoadOptions parsed(String... arguments) {
        LoadOptions options = new LoadOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options;
    }

    @Test
    void byDefaultTwoHundredPairsWriteAtPoissonTimesAndGatherReceipts() {
        LoadOptions options = parsed();

        assertThat(options.pairs).isEqualTo(200);
        assertThat(options.arrivals).isEqualTo(Arrivals.POISSON);
        assertThat(options.receipts).isEqualTo(Receipts.GATHERED);
    }

    @Test
    void receiptsAreOneAMessageOrNoneWhereThatIsAskedFor() {
        assertThat(parsed("--receipts=each", "--arrivals", "even"))
                .extracting(options -> options.receipts, options -> options.arrivals)
                .containsExactly(Receipts.EACH, Arrivals.EVEN);
        assertThat(parsed("--receipts", "none").receipts).isEqualTo(Receipts.NONE);
    }
}
