package chat.parley.load.report;

import chat.parley.load.measure.Percentiles;
import chat.parley.load.measure.Second;
import chat.parley.load.measure.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** A page that needs nothing but itself: the table and the plots of each plan. */
public final class HtmlReport {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Parley under load</title>
            <style>
            body { font: 15px/1.5 sans-serif; max-width: 900px; margin: 2rem auto; padding: 0 1rem; color: #222; }
            pre { background: #f5f5f5; padding: 1rem; overflow-x: auto; }
            svg { width: 100%; height: auto; }
            </style>
            </head>
            <body>
            <h1>Parley under load</h1>
            """;

    private final TextReport text;

    public HtmlReport(TextReport text) {
        this.text = text;
    }

    /** @param circumstances what it was measured on, a line each */
    public String of(List<String> circumstances, List<Outcome> outcomes) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<ul>");
        circumstances.forEach(
                line -> page.append("<li>").append(Html.escaped(line)).append("</li>"));
        page.append("</ul>");
        for (Outcome outcome : outcomes) {
            page.append(
                    "<h2>%.0f messages a second</h2>%n".formatted(outcome.plan().perSecond()));
            page.append("<pre>").append(Html.escaped(text.of(outcome).strip())).append("</pre>");
            plots(page, outcome.seconds());
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void plots(StringBuilder page, List<Second> seconds) {
        page.append(Plot.logarithmic(
                "Latency from the intended time, ms",
                List.of(
                        latency("ack p50", seconds, Step.ACKNOWLEDGED, Percentiles::p50),
                        latency("ack p99", seconds, Step.ACKNOWLEDGED, Percentiles::p99),
                        latency("delivery p50", seconds, Step.DELIVERED, Percentiles::p50),
                        latency("delivery p99", seconds, Step.DELIVERED, Percentiles::p99),
                        latency("delivery max", seconds, Step.DELIVERED, Percentiles::max),
                        latency("read p50", seconds, Step.READ, Percentiles::p50))));
        page.append(Plot.linear(
                "Messages in each second",
                List.of(
                        line("sent", differences(seconds, Second::sent)),
                        line("ack+delivered+read", differences(seconds, Second::completed)))));
        page.append(Plot.linear("What waits: messages, and events of the log", waiting(seconds)));
    }

    private static List<Plot.Line> waiting(List<Second> seconds) {
        List<Plot.Line> lines = new ArrayList<>();
        lines.add(line(
                "unacknowledged",
                seconds.stream().map(second -> (double) second.unacknowledged()).toList()));
        lines.add(line(
                "undelivered",
                seconds.stream().map(second -> (double) second.undelivered()).toList()));
        Set<String> lagging = new TreeSet<>();
        seconds.forEach(second -> lagging.addAll(second.lags().keySet()));
        lagging.forEach(name -> lines.add(line(
                name + " behind",
                seconds.stream()
                        .map(second -> second.lags().containsKey(name)
                                ? second.lags().get(name).doubleValue()
                                : Double.NaN)
                        .toList())));
        return lines;
    }

    private static Plot.Line latency(
            String name, List<Second> seconds, Step step, ToDoubleFunction<Percentiles> value) {
        return line(
                name,
                seconds.stream()
                        .map(second -> second.latency().of(step))
                        .map(it -> it.count() == 0 ? Double.NaN : value.applyAsDouble(it))
                        .toList());
    }

    private static List<Double> differences(List<Second> seconds, ToDoubleFunction<Second> total) {
        List<Double> differences = new ArrayList<>();
        double before = seconds.isEmpty() ? 0 : total.applyAsDouble(seconds.getFirst());
        for (Second second : seconds) {
            double now = total.applyAsDouble(second);
            differences.add(differences.isEmpty() ? Double.NaN : now - before);
            before = now;
        }
        return differences;
    }

    private static Plot.Line line(String name, List<Double> values) {
        return new Plot.Line(name, values);
    }
}
