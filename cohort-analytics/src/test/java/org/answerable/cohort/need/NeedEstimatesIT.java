package org.answerable.cohort.need;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.datasets;
import static org.answerable.cohort.CohortDatabase.description;
import static org.answerable.cohort.CohortDatabase.figures;
import static org.answerable.cohort.CohortDatabase.needs;
import static org.answerable.cohort.CohortDatabase.publicFiles;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.answerable.cohort.Choice;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedEstimates;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Births;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.NeedQuestion.Stratum;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.Progress;
import org.answerable.cohort.SharedCases;
import org.answerable.cohort.WorkforceTraining;
import org.answerable.cohort.need.report.ExportedNeed;
import org.answerable.cohort.store.AreaOutlines;
import org.answerable.cohort.store.Transactions;
import org.junit.jupiter.api.Test;
import org.odftoolkit.odfdom.doc.OdfSpreadsheetDocument;

/** Need from figures, with what a directory knows beside it. */
class NeedEstimatesIT {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 21);

    /** Published counts of children registered in Lincolnshire on 2 April 2024, as one area. */
    private static final String REGISTERED =
            "utla21_code,utla21_name,age_0,age_1,age_2\nE10000019,Lincolnshire,5981,6625,7030\n";

    @Test
    void the_third_question_is_answered_with_its_zero_and_no_interval_on_it() throws Exception {
        NeedEstimates needs = needs(new Directory(), new Trained());
        NeedEstimate need =
                needs.keep(
                        question(registered(), together(), provision(), null),
                        ANALYST,
                        Progress.NONE);

        assertThat(need.total().children()).isEqualTo(12_606);
        assertThat(need.scenarios())
                .extracting(s -> Math.round(s.expected()))
                .contains(1_261L, 1_891L, 2_962L);
        NeedEstimate.Tier specialist = need.provision().tiers().get(2);
        assertThat(specialist.tier()).isEqualTo("specialist");
        assertThat(specialist.coverage().state()).isEqualTo(State.STRUCTURAL_ZERO);
        assertThat(specialist.coverage().low()).isZero();
        assertThat(specialist.covered())
                .isEqualTo(new org.answerable.cohort.NeedLimits(0, 0, 0, 0, 0));
        assertThat(specialist.gap().median())
                .isCloseTo(need.total().limits().median() / 2, within(1e-9));
        assertThat(need.provision().tiers().get(1).coverage().state()).isEqualTo(State.UNKNOWN);
        assertThat(need.provision().tiers().get(0).coverage().words()).isEqualTo("100%");
        assertThat(need.provision().workforce().programmes().get(0).people().state())
                .isEqualTo(State.KNOWN);
        assertThat(need.provision().workforce().programmes().get(1).people().state())
                .isEqualTo(State.SUPPRESSED);
        assertThat(need.paragraph())
                .contains(
                        "1,261 children",
                        "2,962 children",
                        "So none of the estimated need is covered")
                .contains("no margin of error", "Mellow Bumps (40 people trained)")
                .contains("VIG (withheld: a small number)", "Not known:")
                .doesNotContain("families with babies");
        assertThat(need.caveats()).anyMatch(c -> c.contains("factor of 2.35"));

        NeedEstimate again = needs.find(need.id(), ANALYST).orElseThrow();
        assertThat(again).isEqualTo(need);
        assertThat(needs.recompute(need.id(), ANALYST).unchanged()).isTrue();
        assertThat(needs.released(need.id())).isEmpty();
        NeedEstimate released = needs.release(need.id(), "Cited in an answer", OFFICER);
        assertThat(released.computedBy()).doesNotContain("Ana");
        assertThat(figures().released(need.population().figureId())).isPresent();
        assertThat(needs.recompute(need.id()).unchanged()).isTrue();
        assertThat(value("SELECT count(*) FROM cohort.history WHERE subject = '" + need.id() + "'"))
                .isEqualTo("2");
    }

    @Test
    void what_the_directory_learns_later_shows_when_it_is_worked_out_again() throws Exception {
        Directory directory = new Directory();
        NeedEstimates needs = needs(directory, new Trained());
        NeedEstimate need =
                needs.keep(
                        question(registered(), together(), provision(), null),
                        ANALYST,
                        Progress.NONE);
        directory.specialist = CommissionedCapacity.Status.COMMISSIONED;

        assertThat(needs.recompute(need.id(), ANALYST).differences())
                .anyMatch(d -> d.startsWith("Coverage by the specialist tier was 0%"));
    }

    @Test
    void strata_and_gradient_reproduce_the_share_of_the_methods() throws IOException {
        NeedEstimates needs = needs(new Directory(), new Trained());
        String byTenth = lincolnshireByTenth();
        NeedEstimate strata =
                needs.compute(
                        question(
                                byTenth,
                                new Shares(
                                        Pattern.STRATA,
                                        List.of(),
                                        List.of(
                                                new Stratum("", 1, 3, null, null, 0.25, 30),
                                                new Stratum("", null, null, null, null, 0.15, 30)),
                                        null),
                                null,
                                null),
                        ANALYST,
                        Progress.NONE);
        assertThat(strata.total().expected() / strata.total().children())
                .isCloseTo(0.177, within(0.0005));

        NeedEstimate gradient =
                needs.compute(
                        question(
                                byTenth,
                                new Shares(
                                        Pattern.GRADIENT,
                                        List.of(own("Own", 0.15, 40, 1)),
                                        List.of(),
                                        3.0),
                                null,
                                null),
                        ANALYST,
                        Progress.NONE);
        assertThat(gradient.total().expected() / gradient.total().children())
                .isCloseTo(0.15, within(1e-9));
        double most = share(gradient, 0);
        double least = share(gradient, 9);
        // From the middle of the first to the middle of the last tenth is nine tenths of the whole
        // way.
        assertThat(most / (1 - most) / (least / (1 - least)))
                .isCloseTo(Math.pow(3, 0.9), within(1e-6));
    }

    private static double share(NeedEstimate need, int row) {
        return need.areas().get(row).expected() / need.areas().get(row).children();
    }

    @Test
    void neighbourhoods_take_their_tenth_from_the_file_and_sum_to_the_total() throws IOException {
        NeedEstimates needs = needs(new Directory(), new Trained());
        NeedEstimate need =
                needs.compute(
                        question(
                                lincolnshire(GroupBy.AREA),
                                new Shares(
                                        Pattern.GRADIENT,
                                        List.of(own("Own", 0.15, 40, 1)),
                                        List.of(),
                                        2.0),
                                null,
                                null),
                        ANALYST,
                        Progress.NONE);
        assertThat(need.areas()).hasSizeGreaterThan(400);
        assertThat(need.areas().stream().mapToDouble(NeedEstimate.Line::expected).sum())
                .isCloseTo(need.total().expected(), within(1e-6));
        assertThat(need.areas()).allMatch(line -> !line.simulated());
        assertThat(need.caveats()).anyMatch(c -> c.contains("Values of areas are modelled"));
    }

    @Test
    void neighbourhoods_are_put_together_in_wards_with_their_own_tenths() throws IOException {
        NeedEstimates needs = needs(new Directory(), new Trained());
        LoadReport lookup =
                publicFiles(1 << 20)
                        .load(
                                DatasetKind.AREAS,
                                places("Look-up of wards"),
                                "lookup.csv",
                                bytes(
                                        "LSOA21CD,LSOA21NM,WD25CD,WD25NM\nE01920001,A,E05920001,North\n"
                                                + "E01920002,B,E05920001,North\nE01920003,C,E05920002,South\n"),
                                ANALYST,
                                Progress.NONE);
        assertThat(lookup.accepted()).isTrue();
        String figure =
                computed(
                        loaded(
                                "lsoa21_code,age_0,age_1,imd2019_decile\nE01920001,40,60,1\n"
                                        + "E01920002,100,100,9\nE01920003,50,50,5\n",
                                "LSOA_2021"),
                        0,
                        2,
                        GroupBy.AREA);
        Shares shares =
                new Shares(
                        Pattern.STRATA,
                        List.of(),
                        List.of(
                                new Stratum("", 1, 3, null, null, 0.3, 30),
                                new Stratum("", null, null, null, null, 0.1, 30)),
                        null);
        NeedQuestion asked = question(figure, shares, null, null);
        NeedEstimate wards = needs.compute(rows(asked, "WARD_2025"), ANALYST, Progress.NONE);
        assertThat(wards.areas())
                .extracting(NeedEstimate.Line::label, NeedEstimate.Line::children)
                .containsExactly(tuple("North", 300.0), tuple("South", 100.0));
        assertThat(wards.areas().get(0).expected()).isCloseTo(100 * 0.3 + 200 * 0.1, within(1e-9));
        assertThat(wards.population().vintage()).isEqualTo("WARD_2025");
        assertThat(faults(needs, rows(asked, "ICB_2023")))
                .hasEntrySatisfying("whole", message -> assertThat(message).contains("No look-up"));
    }

    private static NeedQuestion rows(NeedQuestion q, String whole) {
        return new NeedQuestion(
                q.title(),
                q.figureId(),
                q.groups(),
                q.shares(),
                q.coupling(),
                q.listError(),
                q.chance(),
                q.draws(),
                q.seed(),
                q.provision(),
                q.plan(),
                whole);
    }

    @Test
    void a_specialist_contract_of_another_profession_is_no_specialised_team() throws IOException {
        Directory directory = new Directory();
        directory.specialist = CommissionedCapacity.Status.COMMISSIONED;
        NeedEstimates needs = needs(directory, new Trained());
        NeedQuestion asked = question(registered(), together(), provision(), null);

        NeedEstimate other = needs.compute(asked, ANALYST, Progress.NONE);
        assertThat(other.provision().tiers().get(2).coverage().words()).isEqualTo("100%");
        assertThat(other.provision().team().words())
                .isEqualTo("0%: the contracts of the specialist tier are for other teams");

        directory.specialistLed = true;
        NeedEstimate team = needs.compute(asked, ANALYST, Progress.NONE);
        assertThat(team.provision().team().words()).isEqualTo("100%");
        assertThat(team.paragraph()).doesNotContain("none of the estimated need");
    }

    @Test
    void a_figure_with_small_counts_keeps_its_estimate_from_being_released() throws IOException {
        NeedEstimates needs = needs(new Directory(), new Trained());
        String small =
                figure(
                        "lad21_code,lad_name,age_0,age_1\nE07000136,Boston,700,710\nE07000137,East"
                                + " Lindsey,900,5\nE07000138,Lincoln,800,820\n",
                        0,
                        2,
                        GroupBy.AREA);
        NeedEstimate need =
                needs.keep(question(small, together(), null, null), ANALYST, Progress.NONE);

        assertThatThrownBy(() -> needs.release(need.id(), "Cited", OFFICER))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("small count");
        assertThat(needs.released(need.id())).isEmpty();
    }

    @Test
    void a_plan_carries_births_on_and_works_back_to_the_worked_example() throws IOException {
        NeedEstimates needs = needs(new Directory(), new Trained());
        NeedQuestion.Plan plan =
                new NeedQuestion.Plan(
                        List.of(
                                new Births(2020, 6_900),
                                new Births(2021, 7_000),
                                new Births(2022, 6_600),
                                new Births(2023, 6_300)),
                        3,
                        1,
                        1,
                        8.0,
                        20.0,
                        40.0,
                        86.0,
                        127.0);
        NeedEstimate need =
                needs.compute(
                        question(registered(), together(), provision(), plan),
                        ANALYST,
                        Progress.NONE);

        NeedEstimate.YearPlan first = need.plan().years().get(0);
        assertThat(need.plan().years())
                .extracting(NeedEstimate.YearPlan::year)
                .containsExactly(2024, 2025, 2026);
        // By hand: least squares on the logarithms of the four years, carried to 2024.
        assertThat(first.births().median()).isCloseTo(6_161.5, within(0.5));
        assertThat(first.births().lower95()).isLessThan(first.births().median());
        assertThat(first.wte().median())
                .isCloseTo(first.families().median() * 20 / (8 * 40), within(1e-6));
        assertThat(first.teams().upper95())
                .isCloseTo(first.families().upper95() / 86, within(1e-6));
        assertThat(need.plan().assumptions()).anyMatch(a -> a.contains("86 to 127 families"));
        // 1,261 over two birth-years are about 630 a year: five to seven teams.
        assertThat(630 / 127.0).isBetween(4.5, 5.5);
    }

    @Test
    void every_form_says_the_same_and_keeps_the_kinds_of_zero_apart() throws Exception {
        NeedEstimates needs = needs(new Directory(), new Trained());
        NeedEstimate need =
                needs.keep(
                        question(registered(), together(), provision(), null),
                        ANALYST,
                        Progress.NONE);
        ExportedNeed formats =
                new ExportedNeed(
                        new AreaOutlines(
                                new Transactions(
                                        org.answerable.cohort.CohortDatabase.dataSource())));
        StringBuilder csv = new StringBuilder();
        formats.csv(need, csv);
        assertThat(csv)
                .contains("structural zero: none commissioned", "not known", "[x]")
                .contains("E10000019,Lincolnshire,12606,");
        ByteArrayOutputStream ods = new ByteArrayOutputStream();
        formats.ods(need, ods);
        String content =
                OdfSpreadsheetDocument.loadDocument(new ByteArrayInputStream(ods.toByteArray()))
                        .getContentRoot()
                        .toString();
        assertThat(content).contains("Assumptions", "Need", "Sources", "Provision", "Workforce");
        assertThat(formats.report(need))
                .contains(
                        "What is there", "declared that none is commissioned", "withheld: a small");
        assertThat(formats.pdf(need)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(formats.tornado(need).orElseThrow()).contains("Which source is believed");
        assertThat(formats.map(need)).isEmpty();
        assertThat(formats.json(need)).contains("\"STRUCTURAL_ZERO\"");
    }

    @Test
    void faults_are_told_by_field() throws IOException {
        NeedEstimates needs = needs(new Directory(), new Trained());
        String figure = registered();
        assertThat(
                        faults(
                                needs,
                                question(
                                        figure,
                                        new Shares(
                                                Pattern.SAME,
                                                List.of(
                                                        own("A", 10, 40, 0.5),
                                                        own("B", 0.2, 0, 0.3)),
                                                List.of(),
                                                null),
                                        null,
                                        null)))
                .containsEntry("weight", "The weights must sum to 1. Their sum is 0.8.")
                .containsEntry("prevalence[0].mean", "Give a share from 0 to 1: 10% is 0.1.")
                .containsKey("prevalence[1].effectiveSize");
        assertThat(
                        faults(
                                needs,
                                question(
                                        figure,
                                        new Shares(
                                                Pattern.STRATA,
                                                List.of(),
                                                List.of(
                                                        new Stratum(
                                                                "", 1, 3, null, null, 0.25, 30)),
                                                null),
                                        null,
                                        null)))
                .hasEntrySatisfying(
                        "strata",
                        message ->
                                assertThat(message)
                                        .contains("No share is given", "one for all others"));
        assertThat(faults(needs, question("F-1999-0001", together(), null, null)))
                .containsKey("figureId");
        assertThatThrownBy(
                        () ->
                                needs.compute(
                                        question(figure, together(), null, null),
                                        OFFICER,
                                        Progress.NONE))
                .isInstanceOf(NotAllowed.class);
        // A study without a share of its own is for reading only.
        assertThat(
                        faults(
                                needs,
                                question(
                                        figure,
                                        new Shares(
                                                Pattern.SAME,
                                                List.of(new Source("P7", null, "", null, null, 1)),
                                                List.of(),
                                                null),
                                        null,
                                        null)))
                .containsKey("prevalence[0].library");
    }

    private static Map<String, String> faults(NeedEstimates needs, NeedQuestion question) {
        InvalidInput invalid =
                catchThrowableOfType(
                        InvalidInput.class, () -> needs.compute(question, ANALYST, Progress.NONE));
        assertThat(invalid).isNotNull();
        Map<String, String> faults = new LinkedHashMap<>();
        for (FieldError error : invalid.errors()) {
            faults.put(error.field(), error.message());
        }
        return faults;
    }

    private static Shares together() {
        return new Shares(
                Pattern.SAME,
                List.of(
                        new Source("P1", null, "", null, null, 0.3),
                        new Source("P2", null, "", null, null, 0.3),
                        new Source("P5", null, "", null, null, 0.4)),
                List.of(),
                null);
    }

    private static Source own(String label, double mean, double size, double weight) {
        return new Source("", null, label, mean, size, weight);
    }

    private static NeedQuestion.Provision provision() {
        return new NeedQuestion.Provision(List.of(), "parent-infant-relationship", DAY, null);
    }

    private static NeedQuestion question(
            String figure,
            Shares shares,
            NeedQuestion.Provision provision,
            NeedQuestion.Plan plan) {
        return new NeedQuestion(
                "",
                figure,
                List.of(),
                shares,
                Coupling.SHARED,
                0,
                false,
                10_000,
                42,
                provision,
                plan,
                "");
    }

    private static String registered() throws IOException {
        return figure(REGISTERED, 0, 2, GroupBy.AREA);
    }

    private static String figure(String csv, int from, int to, GroupBy by) throws IOException {
        String vintage = csv.startsWith("utla") ? "COUNTY_2021" : "LAD_2021";
        return computed(loaded(csv, vintage), from, to, by);
    }

    private static String loaded(String csv, String vintage) throws IOException {
        LoadReport report =
                datasets()
                        .load(
                                description("Registered children", vintage, "Lincolnshire"),
                                "children.csv",
                                bytes(csv),
                                ANALYST);
        assertThat(report.accepted()).isTrue();
        return report.datasetId();
    }

    private static DatasetDescription places(String title) {
        return new DatasetDescription(
                title,
                "Office for National Statistics",
                "Look-ups",
                LocalDate.of(2025, 6, 1),
                "Open Government Licence v3.0",
                "Contains public sector information licensed under the Open Government Licence v3.0.",
                "",
                LocalDate.of(2025, 5, 1),
                null,
                null,
                "LSOA_2021",
                "Lincolnshire",
                "");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String computed(String dataset, int from, int to, GroupBy by) {
        return figures()
                .compute(
                        new FigureRequest(dataset, "", from, to, List.of(), by, "Lincolnshire"),
                        ANALYST)
                .id();
    }

    private static String lincolnshireByTenth() throws IOException {
        return lincolnshire(GroupBy.DECILE);
    }

    private static String lincolnshire(GroupBy by) throws IOException {
        try (InputStream file =
                Files.newInputStream(
                        SharedCases.population("lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv"))) {
            LoadReport report =
                    datasets()
                            .load(
                                    description("Children", "LSOA_2011", "Lincolnshire"),
                                    "lsoas.csv",
                                    file,
                                    ANALYST);
            return computed(report.datasetId(), 0, 2, by);
        }
    }

    /** Universal help is commissioned everywhere; of targeted help nothing is known; of specialist, none. */
    private static final class Directory implements CommissionedCapacity {

        private Status specialist = Status.NOT_COMMISSIONED;
        private boolean specialistLed;

        @Override
        public Answer capacity(Question question) {
            Map<String, Set<String>> parts = new TreeMap<>();
            Map<String, Neighbourhood> neighbourhoods = new TreeMap<>();
            Status status =
                    switch (question.tier()) {
                        case "universal" -> Status.COMMISSIONED;
                        case "targeted" -> Status.UNKNOWN;
                        default -> specialist;
                    };
            for (String area : question.areas()) {
                parts.put(area, Set.of(area + "-a", area + "-b"));
                parts.get(area)
                        .forEach(l -> neighbourhoods.put(l, new Neighbourhood(status, List.of())));
            }
            List<Offer> offers =
                    status == Status.COMMISSIONED
                            ? List.of(
                                    new Offer(
                                            "K-2026-0001/1",
                                            "Clinical psychologist",
                                            specialistLed,
                                            new BigDecimal("14"),
                                            new BigDecimal("240"),
                                            "family-place",
                                            true,
                                            neighbourhoods.keySet()))
                            : List.of();
            return new Answer(
                    parts,
                    neighbourhoods,
                    offers,
                    List.of(),
                    "On the day, so it was: " + status + ".");
        }

        @Override
        public List<Choice> needs() {
            return List.of(new Choice("parent-infant-relationship", "The bond"));
        }
    }

    private static final class Trained implements WorkforceTraining {
        @Override
        public WorkforceTraining.Trained trained() {
            return new WorkforceTraining.Trained(
                    LocalDate.of(2026, 2, 28),
                    List.of(new Programme("Mellow Bumps", 40), new Programme("VIG", null)),
                    "Counts from 1 to 7 are withheld.");
        }
    }
}
