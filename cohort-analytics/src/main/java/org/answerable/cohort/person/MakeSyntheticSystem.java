package org.answerable.cohort.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.ExtractDescription;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.PersonExtracts;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.answerable.cohort.SyntheticSystems;
import org.answerable.cohort.data.PopulationAreas;
import org.answerable.cohort.store.Transactions;
import org.answerable.cohort.synthetic.SyntheticArea;
import org.answerable.cohort.synthetic.SyntheticSystem;

/** An analyst has an invented system made from the margins of a population. */
@ApplicationScoped
public class MakeSyntheticSystem implements SyntheticSystems {

    private static final int MOST_YEARS = 10;

    private Datasets datasets;
    private PersonExtracts extracts;
    private Transactions transactions;

    protected MakeSyntheticSystem() {}

    @Inject
    public MakeSyntheticSystem(
            Datasets datasets, PersonExtracts extracts, Transactions transactions) {
        this.datasets = datasets;
        this.extracts = extracts;
        this.transactions = transactions;
    }

    @Override
    public SyntheticResult make(SyntheticRequest request, Actor actor, Progress progress) {
        actor.require(Role.ANALYST);
        Dataset population = population(request, actor);
        check(request, population);
        LocalDate day = population.description().asAt();
        SyntheticSystem system =
                new SyntheticSystem(
                        share(
                                transactions.run(
                                        c ->
                                                PopulationAreas.youngest(
                                                        c, population.id(), request.agesUnder())),
                                request.percent()),
                        day,
                        day.minusYears(request.years()),
                        request.seed());
        LoadReport registrations =
                extracts.loadRegistrations(
                        description(request, population, "registrations"),
                        "synthetic-registrations-" + request.seed() + ".csv",
                        system.registrations(),
                        actor,
                        progress);
        if (!registrations.accepted()) {
            return new SyntheticResult(registrations, null);
        }
        LoadReport contacts =
                extracts.loadContacts(
                        description(request, population, "contacts"),
                        registrations.datasetId(),
                        "synthetic-contacts-" + request.seed() + ".csv",
                        system.contacts(),
                        actor,
                        progress);
        return new SyntheticResult(registrations, contacts);
    }

    private Dataset population(SyntheticRequest request, Actor actor) {
        return datasets.find(request.populationId() == null ? "" : request.populationId(), actor)
                .filter(d -> d.kind() == DatasetKind.POPULATION && !d.withdrawn())
                .filter(d -> d.description().vintage().startsWith("LSOA"))
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        "populationId",
                                        "Choose a population by LSOA; its areas and ages are"
                                                + " taken."));
    }

    private static void check(SyntheticRequest request, Dataset population) {
        List<FieldError> errors = new ArrayList<>();
        if (population.ageFirst() != 0) {
            errors.add(new FieldError("populationId", "This population has no children aged 0."));
        }
        if (request.agesUnder() < 1 || request.agesUnder() > population.ageLast() + 1) {
            errors.add(
                    new FieldError(
                            "agesUnder",
                            "The population has the single years of age 0 to "
                                    + population.ageLast()
                                    + ". Give a number from 1 to "
                                    + (population.ageLast() + 1)
                                    + "."));
        }
        if (request.percent() < 1 || request.percent() > 100) {
            errors.add(new FieldError("percent", "Give a share of the areas from 1 to 100 %."));
        }
        if (request.years() < 1 || request.years() > MOST_YEARS) {
            errors.add(new FieldError("years", "Give 1 to " + MOST_YEARS + " years of contacts."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /** Every so-manieth area, so that the share is spread over all districts. */
    private static List<SyntheticArea> share(List<SyntheticArea> areas, int percent) {
        List<SyntheticArea> taken = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            if ((i + 1L) * percent / 100 > i * (long) percent / 100) {
                taken.add(areas.get(i));
            }
        }
        return taken.isEmpty() ? areas.subList(0, 1) : taken;
    }

    private static ExtractDescription description(
            SyntheticRequest request, Dataset population, String what) {
        LocalDate day = population.description().asAt();
        return new ExtractDescription(
                request.title() + ": " + what,
                "Answerable, invented data",
                "Synthetic, seed " + request.seed(),
                day,
                "None: invented",
                "Invented data for training. It says nothing about any real child.",
                population.description().vintage(),
                population.description().areaCovered(),
                day.minusYears(request.years()),
                day.plusDays(1),
                "Synthetic. Children by area and age at "
                        + day
                        + " are those of "
                        + population.id()
                        + "; all else is invented.",
                true);
    }
}
