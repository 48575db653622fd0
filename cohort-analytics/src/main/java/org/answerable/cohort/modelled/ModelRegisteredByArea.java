package org.answerable.cohort.modelled;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.ModelledPopulations;
import org.answerable.cohort.ModelledRequest;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.PracticeRows;
import org.answerable.cohort.store.Transactions;

/**
 * An analyst has registered people by LSOA and age modelled. The numbers go through a file and the
 * loader of populations, so that the dataset has a hash and is checked as any other.
 */
@ApplicationScoped
public class ModelRegisteredByArea implements ModelledPopulations {

    private Datasets datasets;
    private Transactions transactions;

    protected ModelRegisteredByArea() {}

    @Inject
    public ModelRegisteredByArea(Datasets datasets, Transactions transactions) {
        this.datasets = datasets;
        this.transactions = transactions;
    }

    @Override
    public LoadReport registeredByArea(ModelledRequest request, Actor actor, Progress progress) {
        actor.require(Role.ANALYST);
        Sources from = sources(request, actor);
        try {
            Path file = Files.createTempFile("modelled", ".csv");
            try {
                DatasetDescription description =
                        description(request, from, write(from, file, progress));
                try (InputStream in = Files.newInputStream(file)) {
                    return datasets.load(
                            description,
                            "modelled-" + from.byAge.id() + "-" + from.byArea.id() + ".csv",
                            in,
                            actor,
                            progress);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The modelled numbers could not be written", e);
        }
    }

    private Sources sources(ModelledRequest request, Actor actor) {
        List<FieldError> errors = new ArrayList<>();
        if (request.title() == null || request.title().isBlank()) {
            errors.add(new FieldError("title", "Give it a title."));
        }
        Optional<Dataset> byAge =
                find(request.byAge(), DatasetKind.POPULATION, actor)
                        .filter(d -> d.description().vintage().equals("GP_PRACTICE"))
                        .filter(Dataset::hasAges);
        if (byAge.isEmpty()) {
            errors.add(
                    new FieldError("byAge", "Choose people by practice and single year of age."));
        }
        Optional<Dataset> byArea = find(request.byArea(), DatasetKind.PRACTICE_AREAS, actor);
        if (byArea.isEmpty()) {
            errors.add(new FieldError("byArea", "Choose patients of practices by LSOA."));
        }
        if (byAge.isPresent() && byArea.isPresent()) {
            Sources sources = new Sources(byAge.get(), byArea.get());
            if (!sources.together()) {
                errors.add(
                        new FieldError(
                                "byArea",
                                "Choose two datasets of one day: %s counts at %s, %s at %s."
                                        .formatted(
                                                byAge.get().id(),
                                                byAge.get().description().asAt(),
                                                byArea.get().id(),
                                                byArea.get().description().asAt())));
            } else if (errors.isEmpty()) {
                return sources;
            }
        }
        throw new InvalidInput(errors);
    }

    private Optional<Dataset> find(String id, DatasetKind kind, Actor actor) {
        return datasets.find(id == null ? "" : id, actor)
                .filter(d -> d.kind() == kind && !d.withdrawn());
    }

    /** Writes the population file, one area a line, and says what was left out. */
    private List<String> write(Sources from, Path file, Progress progress) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            return transactions.run(
                    c -> {
                        AgesByArea model = new AgesByArea(from.ages());
                        PracticeRows.byAge(c, from.byAge.id(), model::practice);
                        AreaLines lines = new AreaLines(model, out, progress);
                        lines.write(from.header());
                        PracticeRows.byArea(c, from.byArea.id(), lines::take);
                        lines.end();
                        return leftOut(model, PracticeRows.unmatched(c, from.byArea.id()));
                    });
        }
    }

    private static List<String> leftOut(AgesByArea model, long unmatched) {
        List<String> notes = new ArrayList<>();
        if (unmatched > 0) {
            notes.add("Left out: %,d patients without an area in England.".formatted(unmatched));
        }
        if (model.practicesWithoutAges() > 0) {
            notes.add(
                    "Left out: %,d patients of %,d practices that have no numbers by age."
                            .formatted(model.peopleWithoutAges(), model.practicesWithoutAges()));
        }
        if (model.practicesWithoutAreas() > 0) {
            notes.add(
                    "Left out: %,d people of %,d practices that have no numbers by area."
                            .formatted(model.peopleWithoutAreas(), model.practicesWithoutAreas()));
        }
        return notes;
    }

    private static DatasetDescription description(
            ModelledRequest request, Sources from, List<String> leftOut) {
        DatasetDescription ages = from.byAge.description();
        DatasetDescription areas = from.byArea.description();
        List<String> caveats = new ArrayList<>();
        caveats.add(
                "Modelled, not counted: from "
                        + from.byAge.id()
                        + " and "
                        + from.byArea.id()
                        + ", as the sum over practices of people of the age x people in the area /"
                        + " all people of the practice. It takes the people of each age to live"
                        + " where all people of their practice live. Whole people: sums can be a few"
                        + " people off.");
        caveats.addAll(leftOut);
        for (Dataset source : List.of(from.byAge, from.byArea)) {
            if (!source.description().caveats().isEmpty()) {
                caveats.add("Of " + source.id() + ": " + source.description().caveats());
            }
        }
        return new DatasetDescription(
                request.title().strip(),
                ages.publisher(),
                "Modelled from " + ages.sourceSystem(),
                ages.extractDate(),
                ages.licence(),
                ages.attribution(),
                ages.unit(),
                ages.asAt(),
                ages.ageRule(),
                "RESIDENT",
                areas.vintage(),
                areas.areaCovered(),
                String.join("\n", caveats));
    }

    /** The two datasets. */
    private record Sources(Dataset byAge, Dataset byArea) {

        boolean together() {
            return byAge.description().asAt().equals(byArea.description().asAt());
        }

        int ages() {
            return byAge.ageLast() - byAge.ageFirst() + 1 + (open() ? 1 : 0);
        }

        private boolean open() {
            return byAge.openFrom() != null;
        }

        String header() {
            StringBuilder header =
                    new StringBuilder(
                            byArea.description()
                                            .vintage()
                                            .replace("_20", "")
                                            .toLowerCase(Locale.ROOT)
                                    + "_code");
            for (int age = byAge.ageFirst(); age <= byAge.ageLast(); age++) {
                header.append(",age_").append(age);
            }
            return (open() ? header.append(",age_").append(byAge.openFrom()).append('+') : header)
                    .toString();
        }
    }

    /** The areas as lines of the file. */
    private static final class AreaLines {

        private static final int REPORT_EVERY = 1_000;

        private final AgesByArea model;
        private final BufferedWriter out;
        private final Progress progress;
        private String area;
        private long areas;

        AreaLines(AgesByArea model, BufferedWriter out, Progress progress) {
            this.model = model;
            this.out = out;
            this.progress = progress;
        }

        void take(String anArea, String practice, long patients) {
            if (!anArea.equals(area)) {
                end();
                area = anArea;
            }
            model.add(practice, patients);
        }

        void end() {
            if (area == null) {
                return;
            }
            StringBuilder line = new StringBuilder(area);
            for (long people : model.endOfArea()) {
                line.append(',').append(people);
            }
            write(line.toString());
            if (++areas % REPORT_EVERY == 0) {
                progress.reached(areas, 0);
            }
        }

        void write(String line) {
            try {
                out.write(line);
                out.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException("The modelled numbers could not be written", e);
            }
        }
    }
}
