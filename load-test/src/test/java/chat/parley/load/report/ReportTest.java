package chat.parley.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.measure.PerStep;
import chat.parley.load.measure.Percentiles;
import chat.parley.load.measure.Processes;
import chat.parley.load.measure.Second;
import chat.parley.load.traffic.Arrivals;
import chat.parley.load.traffic.Plan;
import chat.parley.load.traffic.Receipts;
import chat.parley.load.verify.Fault;
import chat.parley.load.verify.Verification;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {

    private static final double MOST_P99_MS = 100;
    private static final Plan PLAN = new Plan(500, 5, 20, Arrivals.EVEN, Receipts.GATHERED, 1);

    private static Outcome outcome(double p99, List<Fault> faults, Optional<String> growing) {
        PerStep<Percentiles> latency =
                new PerStep<>(Percentiles.NONE, new Percentiles(10_000, 3.5, 12.5, p99, 120, 180), Percentiles.NONE);
        return new Outcome(
                PLAN,
                100,
                latency,
                12_500,
                PerStep.make(() -> 12_500L),
                12_500,
                Map.of(),
                10_000,
                0,
                List.of(),
                LongStream.rangeClosed(1, 20)
                        .mapToObj(i -> new Second(
                                i,
                                i == 7 ? PerStep.make(() -> Percentiles.NONE) : latency,
                                i * 500,
                                i * 490,
                                3,
                                2,
                                Map.of("relay", 4L)))
                        .toList(),
                Map.of(
                        "parley",
                        5_000_000L,
                        "postgresql",
                        2_000_000L,
                        Processes.GENERATOR,
                        1_000_000L,
                        Processes.MACHINE,
                        9_000_000L),
                10_000,
                growing,
                new Verification(12_500, faults, List.of()));
    }

    private final TextReport text = new TextReport(MOST_P99_MS);

    @Test
    void theTableTellsLatencyCountsAndProcessorTimeByProcess() {
        assertThat(text.of(outcome(40, List.of(), Optional.empty())))
                .contains(
                        "500 messages/s (even, receipts gathered) for 20 s after 5 s of warm-up, 100 pairs on 200 sockets")
                .containsPattern("delivered +10000 +3.50 +12.50 +40.00 +120.00 +180.00")
                .containsPattern("p99 in the worst second +40.00")
                .contains("stored 12500", "0.80 read frames per message")
                .containsPattern("parley +500 +0.25")
                .containsPattern("the product +700 +0.35")
                .containsPattern("others on this machine +100 +0.05")
                .contains("Held: every acknowledged message");
    }

    @Test
    void aRateIsNotHeldWhereDeliveryIsSlowABacklogGrowsOrAPromiseIsBroken() {
        Fault fault = new Fault(Fault.Kind.NOT_DELIVERED, "talk", "sequence 3");

        assertThat(text.of(outcome(101, List.of(), Optional.empty()))).contains("Not held: p99 of delivery is 101 ms");
        assertThat(text.of(outcome(40, List.of(), Optional.of("history"))))
                .contains("Not held: a backlog grows: history");
        assertThat(text.of(outcome(40, List.of(fault), Optional.empty())))
                .contains("Not held: 1 broken promises", "not delivered to a side: talk sequence 3");
    }

    @Test
    void thePageNeedsNothingFromElsewhereAndItsPlotsAreWellFormed() throws Exception {
        String page = new HtmlReport(text)
                .of(List.of("2 processors <here>"), List.of(outcome(40, List.of(), Optional.empty())));

        assertThat(page).contains("2 processors &lt;here&gt;").doesNotContain("http://", "https://", "<script", "NaN");
        Matcher plots = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page);
        int count = 0;
        for (; plots.find(); count++) {
            var plot = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(plots.group())));
            assertThat(plot.getElementsByTagName("polyline").getLength()).isPositive();
        }
        assertThat(count).isEqualTo(3);
    }
}
