import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.answerable.cohort.TableFormat;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.DirectStandardisation;
import org.answerable.cohort.statistics.Interval;
import org.answerable.cohort.statistics.Rate;
import org.answerable.cohort.statistics.SlopeIndex;
import org.answerable.cohort.statistics.SlopeSimulation;
import org.answerable.cohort.statistics.Transform;
import org.answerable.cohort.statistics.WilsonInterval;
import org.answerable.cohort.worksheet.TableStatistics;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The statistics kernel and the reading of tables, without a server. Each line says the best and the median of its
 * rounds after a warm-up. With a file name, writes that many rows of numerator and denominator instead.
 */
class Statistics {

    private static final int ROUNDS = 9;
    private static final SplittableRandom RANDOM = new SplittableRandom(20240402);
    private static final List<Confidence> AT_95 = List.of(Confidence.OF_95);
    private static double keep;

    interface Work {
        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2) {
            write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            return;
        }
        wilson(10_000_000);
        rates(1_000_000);
        direct(32_844, 19);
        slopes(309, 10);
        tables(1_000_000);
        System.out.printf("(checksum %.3f)%n", keep);
    }

    private static void wilson(int rows) throws IOException {
        double[] n = RANDOM.ints(rows, 1, 100_000).asDoubleStream().toArray();
        double[] x = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = Math.floor(n[i] * RANDOM.nextDouble());
        }
        double[] lower = new double[rows];
        double[] upper = new double[rows];
        double bare = time("bare: two sums a row of the same arrays, one core", () -> {
            for (int i = 0; i < rows; i++) {
                lower[i] = x[i] + n[i];
                upper[i] = n[i] - x[i];
            }
        });
        double found = time("Wilson, 10 million rows, two cores (target 100)",
                () -> WilsonInterval.of(x, n, Confidence.OF_95, lower, upper));
        System.out.printf("  %.2f times the bare loop; %.1f ns a row%n", found / bare, found * 1e6 / rows);
        keep += lower[rows / 2];
    }

    private static void rates(int rows) throws IOException {
        int[] x = RANDOM.ints(rows, 0, 200).toArray();
        int[] n = RANDOM.ints(rows, 200, 10_000).toArray();
        Rate rate = new Rate(100_000, AT_95);
        time("rates, 1 million rows, one core (target 100)", () -> {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += rate.of(x[i], n[i]).intervals().get(0).upper().number();
            }
            keep += sum / rows;
        });
    }

    private static void direct(int areas, int bands) throws IOException {
        int[] x = RANDOM.ints((long) areas * bands, 0, 6).toArray();
        int[] n = RANDOM.ints((long) areas * bands, 20, 200).toArray();
        StringBuilder csv = new StringBuilder("area,age_band,numerator,denominator,standard\n");
        for (int i = 0; i < x.length; i++) {
            csv.append("E0").append(1_000_000 + i / bands).append(",b").append(i % bands).append(',').append(x[i]);
            csv.append(',').append(n[i]).append(',').append(1000 + 10 * (i % bands)).append('\n');
        }
        time("DSR, 32,844 areas x 19 bands, numbers in memory, one core (target 200)", () -> {
            for (int area = 0; area < areas; area++) {
                DirectStandardisation sums = new DirectStandardisation();
                for (int i = area * bands; i < (area + 1) * bands; i++) {
                    sums.add(x[i], n[i], 1000 + 10 * (i % bands));
                }
                keep += sums.rate(1, AT_95).value().available() ? 1e-6 : 0;
            }
        });
        String table = csv.toString();
        time("the same as CSV text: read, joined by band, written (target 200)",
                () -> compute("dsr", new StringReader(table)));
    }

    private static void slopes(int areas, int groups) throws IOException {
        double[][] people = new double[areas][];
        double[][] values = new double[areas][];
        double[][] errors = new double[areas][];
        for (int area = 0; area < areas; area++) {
            people[area] = RANDOM.doubles(groups, 6_000, 8_000).toArray();
            errors[area] = RANDOM.doubles(groups, 0.5, 1).toArray();
            values[area] = new double[groups];
            for (int i = 0; i < groups; i++) {
                values[area][i] = 28 - 1.5 * i + RANDOM.nextDouble();
            }
        }
        time("SII and RII with intervals, 309 areas, closed form (target 50)", () -> {
            for (int area = 0; area < areas; area++) {
                keep += closed(people[area], values[area], errors[area]).slope().value().number() * 1e-6;
            }
        });
        double worst = 0;
        long begun = System.nanoTime();
        SlopeSimulation simulation = new SlopeSimulation(Transform.NONE, 100_000, 1);
        for (int area = 0; area < areas; area++) {
            Interval drawn =
                    simulation.of(new SlopeIndex(people[area]), values[area], errors[area], 1, AT_95).slope().intervals().get(0);
            Interval exact = closed(people[area], values[area], errors[area]).slope().intervals().get(0);
            double width = exact.upper().number() - exact.lower().number();
            worst = Math.max(worst, Math.abs(drawn.lower().number() - exact.lower().number()) / width);
            worst = Math.max(worst, Math.abs(drawn.upper().number() - exact.upper().number()) / width);
        }
        System.out.printf("  100,000 draws an area: %.0f ms; limits differ by at most %.2f %% of the width%n",
                (System.nanoTime() - begun) / 1e6, 100 * worst);
    }

    private static SlopeIndex.Indices closed(double[] people, double[] values, double[] errors) {
        return new SlopeIndex(people).closed(values, errors, 1, SlopeIndex.RatioInterval.LOG_DELTA, AT_95);
    }

    private static void tables(int rows) throws IOException {
        Path file = Files.createTempFile("answerable", ".csv");
        try {
            write(file, rows);
            double bare = time("bare: decode the characters of 1 million rows", () -> {
                char[] buffer = new char[1 << 16];
                try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        keep += buffer[0] * 1e-9;
                    }
                }
            });
            double commons = time("Commons CSV: read the cells and parse the numbers, nothing more", () -> {
                try (BufferedReader in = Files.newBufferedReader(file)) {
                    for (CSVRecord row : CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
                        keep += Double.parseDouble(row.get(0)) * 1e-12 + Double.parseDouble(row.get(1)) * 1e-12;
                    }
                }
            });
            double all = time("ours: read, Wilson, write 1 million rows", () -> {
                try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                    compute("proportion", in);
                }
            });
            System.out.printf("  %,.0f rows/s; %.2f times Commons CSV's reading alone, %.0f times the bare decoding%n",
                    rows / all * 1000, all / commons, all / bare);
        } finally {
            Files.delete(file);
        }
    }

    private static void compute(String method, Reader in) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8))) {
            keep += new TableStatistics().compute(method, Map.of(), TableFormat.CSV, in, TableFormat.CSV, out) * 1e-9;
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("numerator,denominator\n");
            for (int i = 0; i < rows; i++) {
                int n = 1 + RANDOM.nextInt(100_000);
                out.write(RANDOM.nextInt(n + 1) + "," + n + "\n");
            }
        }
    }

    private static double time(String what, Work work) throws IOException {
        double[] millis = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            work.run();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf("%-78s best %8.1f ms, median %8.1f ms%n", what, millis[0], millis[ROUNDS / 2]);
        return millis[0];
    }
}
