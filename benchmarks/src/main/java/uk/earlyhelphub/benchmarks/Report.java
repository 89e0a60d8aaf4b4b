package uk.earlyhelphub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Gathers figures and writes them as Markdown, JSON and a plot of the ratios. */
final class Report {

    /**
     * One figure.
     *
     * @param limit what it is compared with, or none
     * @param cpuMicros microseconds of processor per operation, server and database together, or none
     */
    record Figure(
            String what,
            double ours,
            @Nullable Double limit,
            @Nullable Double cpuMicros) {
        double ratio() {
            return limit == null ? Double.NaN : ours / limit;
        }
    }

    private final List<Figure> figures = new ArrayList<>();

    void add(String what, double ours, @Nullable Double limit) {
        add(what, ours, limit, null);
    }

    void add(String what, double ours, @Nullable Double limit, @Nullable Double cpuMicros) {
        figures.add(new Figure(what, ours, limit, cpuMicros));
    }

    String markdown() {
        return "| What | Ours | Limit | Ratio | CPU µs |\n|---|---|---|---|---|\n"
                + figures.stream()
                        .map(f -> String.format(
                                Locale.UK,
                                "| %s | %,.1f | %s | %s | %s |",
                                f.what(),
                                f.ours(),
                                f.limit() == null ? "" : String.format(Locale.UK, "%,.1f", f.limit()),
                                f.limit() == null ? "" : String.format(Locale.UK, "%.2f", f.ratio()),
                                f.cpuMicros() == null ? "" : String.format(Locale.UK, "%,.0f", f.cpuMicros())))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("benchmarks.md"), markdown());
        Files.writeString(
                folder.resolve("benchmarks.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        Files.writeString(folder.resolve("benchmarks.svg"), plot());
    }

    /** Ratios as bars on a scale from a hundredth to ten, the limit at one. */
    private String plot() {
        var compared = figures.stream().filter(f -> f.limit() != null).toList();
        var height = 40 + compared.size() * 22;
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Each figure as a ratio to its limit\" width=\"820\" height=\""
                        + height
                        + "\" font-family=\"sans-serif\" font-size=\"12\"><title>Ratio to the limit</title>\n");
        for (var mark : new double[] {0.01, 0.1, 1, 10}) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.0f\" x2=\"%1$.0f\" y1=\"20\" y2=\"%2$d\" stroke=\"#999\"/><text x=\"%1$.0f\" y=\"14\" text-anchor=\"middle\">%3$s</text>%n",
                    x(mark),
                    height - 10,
                    mark));
        }
        for (int n = 0; n < compared.size(); n++) {
            var figure = compared.get(n);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"390\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"400\" y=\"%d\" width=\"%.0f\" height=\"14\" fill=\"#1d70b8\"/><text x=\"%.0f\" y=\"%1$d\">%.2f</text>%n",
                    42 + n * 22,
                    figure.what(),
                    31 + n * 22,
                    x(figure.ratio()) - 400,
                    x(figure.ratio()) + 4,
                    figure.ratio()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static double x(double ratio) {
        return 400 + 130 * Math.clamp(Math.log10(ratio) + 2, 0, 3);
    }
}
