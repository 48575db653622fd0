import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.need.EstimateNeed;
import org.answerable.cohort.need.EstimateNeed.Estimate;
import org.answerable.cohort.need.Evidence;
import org.answerable.cohort.need.NeedModel;
import org.answerable.cohort.statistics.BetaShare;

/**
 * Need by LSOA of England: 32,844 areas, 3 ages, a mixture of 4 studies, 10,000 draws; with a share of its own for each age and
 * tenth of deprivation (30 classes, so that every area is simulated), and with one share for all (closed form). Prints the median
 * of nine rounds after three, the memory that stayed in use at its peak, and how the simulation agrees with the closed form.
 */
class Need {

    private static final int DRAWS = 10_000;
    private static final int AGES = 3;
    private static final int TENTHS = 10;
    private static final double[] MEANS = {0.10, 0.15, 0.215, 0.235};

    public static void main(String[] args) throws Exception {
        List<double[]> areas = new ArrayList<>();
        List<double[]> alone = new ArrayList<>();
        try (BufferedReader file = Files.newBufferedReader(Path.of(args[0]))) {
            file.readLine();
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                String[] cells = line.split(",");
                int tenth = Integer.parseInt(cells[6]) - 1;
                double[] children = new double[AGES * TENTHS];
                double sum = 0;
                for (int age = 0; age < AGES; age++) {
                    children[age * TENTHS + tenth] = Double.parseDouble(cells[3 + age]);
                    sum += Double.parseDouble(cells[3 + age]);
                }
                areas.add(children);
                alone.add(new double[] {sum});
            }
        }
        System.out.printf("%,d areas, %,d draws%n", areas.size(), DRAWS);
        NeedModel classes = model(true, Coupling.INDEPENDENT);
        measure("30 classes, each area simulated", () -> new EstimateNeed(classes, DRAWS, 1).areas(areas, Progress.NONE));
        NeedModel one = model(false, Coupling.SHARED);
        List<Estimate> exact = measure("one share, closed form", () -> new EstimateNeed(one, DRAWS, 1).areas(alone, Progress.NONE));
        // The same model with 30 classes that have one error in common must be simulated, and must agree.
        NeedModel split = model(true, Coupling.SHARED, 0);
        List<Estimate> drawn =
                measure("the same by simulation", () -> new EstimateNeed(split, DRAWS, 1).areas(areas, Progress.NONE));
        double worst = 0;
        for (int i = 0; i < exact.size(); i++) {
            double median = exact.get(i).limits().median();
            worst = median == 0 ? worst : Math.max(worst, Math.abs(drawn.get(i).limits().median() / median - 1));
        }
        System.out.printf("largest difference of a median from the closed form: %.2f %%%n", 100 * worst);
    }

    private static NeedModel model(boolean split, Coupling coupling) {
        return model(split, coupling, 0.004);
    }

    /** @param step by how much the share differs from one tenth to the next, as a part of it */
    private static NeedModel model(boolean split, Coupling coupling, double step) {
        List<Evidence> studies = new ArrayList<>();
        for (double mean : MEANS) {
            List<BetaShare> shares = new ArrayList<>();
            for (int k = 0; k < (split ? AGES * TENTHS : 1); k++) {
                shares.add(new BetaShare(mean * (1 + step * k), 40));
            }
            studies.add(new Evidence("study", 1.0 / MEANS.length, shares));
        }
        return new NeedModel(studies, coupling, 0, false);
    }

    private interface Run {
        List<Estimate> estimates();
    }

    private static List<Estimate> measure(String what, Run run) {
        long[] nanos = new long[9];
        List<Estimate> estimates = List.of();
        for (int round = -3; round < nanos.length; round++) {
            long begun = System.nanoTime();
            estimates = run.estimates();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(nanos);
        System.out.printf("%-34s median %6.0f ms, slowest %6.0f ms%n", what, nanos[4] / 1e6, nanos[8] / 1e6);
        return estimates;
    }
}
