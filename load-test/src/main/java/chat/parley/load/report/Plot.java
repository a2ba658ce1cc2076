package chat.parley.load.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plot of values over seconds as SVG, with axes and a legend, for a page of its own. */
final class Plot {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 300;
    private static final int LEFT = 60;
    private static final int RIGHT = 150;
    private static final int TOP = 30;
    private static final int BOTTOM = 35;
    private static final int LEGEND_LINE = 18;
    private static final int GRID_LINES = 5;
    private static final List<String> COLOURS =
            List.of("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#17becf");

    /** A line of the plot; a value that is not a number leaves a gap. */
    record Line(String name, List<Double> values) {}

    private final String title;
    private final List<Line> lines;
    private final boolean logarithmic;
    private final double lowest;
    private final double highest;
    private final int seconds;

    private Plot(String title, List<Line> lines, boolean logarithmic) {
        this.title = title;
        this.lines = lines;
        this.logarithmic = logarithmic;
        double top = lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(Double::isFinite)
                .max(Double::compare)
                .orElse(1d);
        this.highest = logarithmic ? Math.pow(10, Math.ceil(Math.log10(Math.max(10, top)))) : Math.max(1, top * 1.1);
        this.lowest = logarithmic ? 0.1 : 0;
        this.seconds =
                lines.stream().mapToInt(line -> line.values().size()).max().orElse(0);
    }

    static String linear(String title, List<Line> lines) {
        return new Plot(title, lines, false).svg();
    }

    /** For values that span several orders of magnitude. */
    static String logarithmic(String title, List<Line> lines) {
        return new Plot(title, lines, true).svg();
    }

    private String svg() {
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\" font-size=\"12\">"
                        .formatted(WIDTH, HEIGHT, Html.escaped(title)));
        svg.append("<text x=\"%d\" y=\"18\" font-weight=\"bold\">%s</text>".formatted(LEFT, Html.escaped(title)));
        grid(svg);
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), i);
        }
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg) {
        for (double value : marks()) {
            double y = y(value);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%s</text>",
                    LEFT,
                    y,
                    WIDTH - RIGHT,
                    y,
                    LEFT - 6,
                    y + 4,
                    value >= 1 ? "%.0f".formatted(value) : "%.1f".formatted(value)));
        }
        for (int i = 0; i <= GRID_LINES; i++) {
            int second = i * Math.max(0, seconds - 1) / GRID_LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d s</text>",
                    x(second),
                    HEIGHT - BOTTOM + 20,
                    second + 1));
        }
    }

    private List<Double> marks() {
        if (!logarithmic) {
            return IntStream.rangeClosed(0, GRID_LINES)
                    .mapToObj(i -> highest * i / GRID_LINES)
                    .toList();
        }
        int decades = (int) Math.round(Math.log10(highest / lowest));
        return IntStream.rangeClosed(0, decades)
                .mapToObj(i -> lowest * Math.pow(10, i))
                .toList();
    }

    private void line(StringBuilder svg, Line line, int index) {
        String colour = COLOURS.get(index % COLOURS.size());
        String points = IntStream.range(0, line.values().size())
                .filter(i -> Double.isFinite(line.values().get(i)))
                .mapToObj(i -> String.format(
                        Locale.ROOT, "%.1f,%.1f", x(i), y(line.values().get(i))))
                .collect(Collectors.joining(" "));
        svg.append(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>".formatted(colour, points));
        int y = TOP + 10 + LEGEND_LINE * index;
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"3\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>"
                .formatted(WIDTH - RIGHT + 12, y - 5, colour, WIDTH - RIGHT + 30, y, Html.escaped(line.name())));
    }

    private double x(int second) {
        return LEFT + (double) second * (WIDTH - LEFT - RIGHT) / Math.max(1, seconds - 1);
    }

    private double y(double value) {
        double part = logarithmic
                ? Math.log10(Math.max(lowest, value) / lowest) / Math.log10(highest / lowest)
                : value / highest;
        return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
    }
}
