package org.answerable.cohort.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;

/** What may be asked of a dataset. */
final class FigureRules {

    private static final int LONGEST = 200;

    private final FigureRequest request;
    private final Dataset dataset;
    private final List<FieldError> errors = new ArrayList<>();

    private FigureRules(FigureRequest request, Dataset dataset) {
        this.request = request;
        this.dataset = dataset;
    }

    /**
     * The request with districts as the dataset writes them, in order, each once.
     *
     * @throws InvalidInput with every fault found
     */
    static FigureRequest checked(FigureRequest request, Dataset dataset) {
        FigureRules rules = new FigureRules(request, dataset);
        rules.checkAges();
        List<String> districts = rules.districts();
        rules.checkGroups();
        String title = rules.text("title", request.title());
        String label = rules.totalLabel(districts);
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
        return new FigureRequest(
                dataset.id(),
                title,
                request.ageFrom(),
                request.ageTo(),
                districts,
                request.groupBy(),
                label);
    }

    private void checkAges() {
        if (!dataset.hasAges()) {
            error("ageFrom", "The dataset has totals only, no single years of age.");
        } else if (request.ageFrom() < 0) {
            error("ageFrom", "Ages count from 0.");
        } else if (request.ageTo() <= request.ageFrom()) {
            error(
                    "ageTo",
                    "The band is empty: ages from "
                            + request.ageFrom()
                            + " up to but not including "
                            + request.ageTo()
                            + ". For children aged "
                            + request.ageFrom()
                            + " only, write "
                            + ((long) request.ageFrom() + 1)
                            + ".");
        } else if (request.ageFrom() < dataset.ageFirst()
                || request.ageTo() - 1 > dataset.ageLast()) {
            error(
                    request.ageFrom() < dataset.ageFirst() ? "ageFrom" : "ageTo",
                    "The dataset has the single years of age "
                            + dataset.ageFirst()
                            + " to "
                            + dataset.ageLast()
                            + (dataset.openFrom() == null
                                    ? "."
                                    : ". Those aged "
                                            + dataset.openFrom()
                                            + " and over are not split by year."));
        }
    }

    private void checkGroups() {
        if (request.groupBy() == null) {
            error("groupBy", "Say how to break it down: DISTRICT, AREA, DECILE or NONE.");
        } else if (request.groupBy() == GroupBy.DISTRICT && dataset.districts().isEmpty()) {
            error(
                    "groupBy",
                    "The dataset names no districts. Choose each area (AREA), each tenth (DECILE) or the total only (NONE).");
        }
    }

    private List<String> districts() {
        Set<String> chosen = new HashSet<>();
        for (String asked : request.districts()) {
            String name = asked == null ? "" : asked.strip();
            dataset.districts().stream()
                    .filter(d -> d.equalsIgnoreCase(name))
                    .findFirst()
                    .ifPresentOrElse(chosen::add, () -> unknown(name));
        }
        return chosen.stream().sorted().toList();
    }

    private void unknown(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        List<String> near =
                dataset.districts().stream()
                        .sorted(Comparator.comparingInt(d -> distance(d, name)))
                        .limit(3)
                        .toList();
        error(
                "districts",
                "The dataset has no district \""
                        + shown
                        + "\"."
                        + (near.isEmpty()
                                ? " It names no districts at all."
                                : " Near names: " + String.join(", ", near) + "."));
    }

    private String totalLabel(List<String> districts) {
        String label = text("totalLabel", request.totalLabel());
        String covered = dataset.description().areaCovered();
        if (label.isEmpty()) {
            error("totalLabel", "Name the total, for example " + covered + ".");
        } else if (districts.isEmpty()
                && request.districts().isEmpty()
                && !label.equalsIgnoreCase(covered)) {
            error(
                    "totalLabel",
                    "Without chosen districts the total covers the whole dataset, which is "
                            + covered
                            + ". Name it so, or choose districts.");
        }
        return label;
    }

    private String text(String field, String value) {
        String text = value == null ? "" : value.strip();
        if (text.length() > LONGEST) {
            error(field, "This is longer than " + LONGEST + " characters.");
        }
        if (text.codePoints().anyMatch(FigureRules::isControl)) {
            error(field, "This holds control characters or line breaks. Remove them.");
        }
        return text;
    }

    private static boolean isControl(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** Edit distance (Levenshtein) without regard to case, of the first 60 characters. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        b = b.substring(0, Math.min(60, b.length()));
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
