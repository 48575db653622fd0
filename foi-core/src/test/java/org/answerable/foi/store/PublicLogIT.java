package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.ICB_OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFacets.Facet;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosureFilter.Sort;
import org.answerable.foi.DisclosureImport;
import org.answerable.foi.DisclosureSummary;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.Snippet;
import org.answerable.foi.publication.ImportLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public log beyond single cases: earlier logs, filters and counts, words taken out for good. */
class PublicLogIT {

    private static final String HEADER =
            "reference,subject,received,answered,outcome,question,answer,exemptions\r\n";
    private static final String EARLIER =
            HEADER
                    + "9260205,Family hubs,2023-03-01,2023-03-20,GRANTED,How many babies use family"
                    + " hubs?,Ten babies.,\r\n"
                    + "9260206,Potholes,2022-01-10,2022-02-01,REFUSED,How many"
                    + " potholes?,Refused.,s.12(1)\r\n"
                    + "9260207,Contracts,2022-05-10,2022-06-01,PART,Which contracts?,Some.,s.43(2);"
                    + " s.40(2)\r\n"
                    + "9260207,Contracts,2022-05-10,2022-06-01,PART,At what price?,Withheld.,s.43(2)\r\n";

    private static TestDesk desk;

    @BeforeAll
    static void earlierLog() {
        desk = new TestDesk();
        DisclosureImport.Report report = load(EARLIER, OFFICER);
        assertThat(report.accepted()).isTrue();
        assertThat(report.added()).isEqualTo(3);
    }

    @AfterAll
    static void close() throws Exception {
        desk.close();
    }

    @Test
    void an_imported_answer_says_so_and_keeps_its_questions_together() {
        Disclosure contracts = get("LCC-I-9260207");
        assertThat(contracts.imported()).isTrue();
        assertThat(contracts.questions()).hasSize(2);
        assertThat(contracts.questions().get(0).grounds())
                .extracting(g -> g.code())
                .containsExactly("s.43(2)", "s.40(2)");
        assertThat(contracts.outcome()).isEqualTo(CaseOutcome.PART);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        DisclosureImport.Report again = load(EARLIER, OFFICER);
        assertThat(again.accepted()).isTrue();
        assertThat(again.added()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(find(filter("")).size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void one_faulty_row_keeps_all_rows_out_and_every_fault_is_named() {
        String faulty =
                HEADER
                        + "A1,Good,2023-03-01,2023-03-20,GRANTED,Q?,A.,\r\n"
                        + "A/2,,2023-03-21,2023-03-20,MAYBE,Q?,A.,\r\n"
                        + "A3,Good,21.3.2023,2999-01-01,GRANTED,Q?,A.,\r\n"
                        + "A4,Too short,2023-03-01\r\n"
                        + "9260206,Potholes,2022-01-10,2022-02-01,REFUSED,Other words?,Refused.,\r\n";
        DisclosureImport.Report report = load(faulty, OFFICER);
        assertThat(report.accepted()).isFalse();
        assertThat(report.faults())
                .extracting(f -> f.line() + " " + f.column())
                .contains(
                        "3 reference",
                        "3 subject",
                        "3 answered",
                        "3 outcome",
                        "4 received",
                        "4 answered",
                        "5 ",
                        "6 reference");
        Optional<Disclosure> good = desk.run(d -> d.log().get("LCC-I-A1"));
        assertThat(good).isEmpty();
    }

    @Test
    void what_is_no_csv_with_the_columns_is_refused_with_the_reason() {
        assertThatThrownBy(() -> load("a,b\r\n1,2\r\n", OFFICER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("lacks the columns reference");
        assertThatThrownBy(() -> load(HEADER, OFFICER)).hasMessageContaining("no rows");
        assertThatThrownBy(() -> load("reference,reference\r\n", OFFICER))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> load("", OFFICER)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> load(HEADER + "\"open", OFFICER)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void each_authority_imports_its_own_log_by_its_officers() {
        assertThatThrownBy(() -> load(EARLIER, CONTRIBUTOR)).isInstanceOf(NotAllowed.class);
        DisclosureImport.Report report = load(EARLIER, ICB_OFFICER);
        assertThat(report.added()).isEqualTo(3);
        assertThat(get("LICB-I-9260205").authority()).isEqualTo("lincolnshire-icb");
    }

    @Test
    void filters_by_exemption_and_year_and_their_counts_agree() {
        DisclosureFilter lcc = filter("");
        var facets = desk.run(d -> d.log().facets(lcc));
        for (Facet ground : facets.grounds()) {
            assertThat(find(with(lcc, Optional.of(ground.value()), Optional.empty())))
                    .hasSize((int) ground.count());
        }
        for (Facet year : facets.years()) {
            assertThat(
                            find(
                                    with(
                                            lcc,
                                            Optional.empty(),
                                            Optional.of(Integer.valueOf(year.value())))))
                    .hasSize((int) year.count());
        }
        assertThat(facets.years())
                .extracting(Facet::value)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(facets.grounds()).extracting(Facet::value).contains("s.12(1)", "s.43(2)");
    }

    @Test
    void found_words_are_marked_in_a_snippet_of_plain_text() {
        DisclosureSummary found = desk.run(d -> d.log().search(filter("babies"))).items().get(0);
        List<Snippet.Part> parts = found.snippet().orElseThrow().parts();
        assertThat(parts).filteredOn(Snippet.Part::found).isNotEmpty();
        assertThat(parts.stream().map(Snippet.Part::text).collect(Collectors.joining()))
                .contains("many babies use family hubs");
    }

    @Test
    void the_order_is_the_one_asked_for() {
        assertThat(references(sorted(Sort.OLDEST))).startsWith("LCC-I-9260206");
        assertThat(references(sorted(Sort.ANSWERED))).startsWith("LCC-I-9260205");
        DisclosureFilter relevant =
                new DisclosureFilter(
                        "contracts",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("lincolnshire-cc"),
                        Optional.empty(),
                        Optional.of(2022),
                        Sort.RELEVANCE,
                        1,
                        10);
        assertThat(references(relevant)).containsExactly("LCC-I-9260207");
    }

    @Test
    void everything_is_given_away_in_steps_without_a_gap_or_a_repetition() {
        String rows =
                IntStream.rangeClosed(1, 1203)
                        .mapToObj(
                                i ->
                                        "N"
                                                + i
                                                + ",Numbered,2021-03-01,2021-03-20,GRANTED,Which"
                                                + " number?,This.,\r\n")
                        .collect(Collectors.joining());
        load(HEADER + rows, OFFICER);
        List<String> all = new ArrayList<>();
        DisclosureFilter numbered = with(filter(""), Optional.empty(), Optional.of(2021));
        desk.run(
                d -> {
                    d.log().forEach(numbered, s -> all.add(s.reference()));
                    return null;
                });
        assertThat(all).hasSize(1203).doesNotHaveDuplicates();
    }

    @Test
    void withdrawing_takes_the_words_out_of_the_database_and_nothing_else_may_change_them() {
        load(
                HEADER
                        + "W1,Wrongly published,2023-03-01,2023-03-20,GRANTED,Secret words?,Secret.,",
                OFFICER);
        assertThatThrownBy(
                        () ->
                                run(
                                        "update foi.disclosure set subject = 'x' where reference = 'LCC-I-W1'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("delete from foi.disclosure where reference = 'LCC-I-W1'"))
                .hasMessageContaining("append-only");
        desk.run(
                d -> {
                    SqlDisclosures disclosures = new SqlDisclosures(d.em());
                    disclosures.withdraw(
                            disclosures.latest("LCC-I-W1").orElseThrow(),
                            "Should not be public.",
                            Instant.parse("2024-04-09T09:00:00Z"));
                    return null;
                });
        Disclosure tombstone = get("LCC-I-W1");
        assertThat(tombstone.withdrawal().orElseThrow().reason())
                .isEqualTo("Should not be public.");
        Number kept =
                desk.run(
                        d ->
                                (Number)
                                        d.em().createNativeQuery(
                                                        "select count(*) from foi.disclosure d where"
                                                                + " d::text ilike '%secret%'")
                                                .getSingleResult());
        assertThat(kept.intValue()).isZero();
        assertThatThrownBy(
                        () ->
                                run(
                                        "update foi.disclosure set subject = 'back' where reference = 'LCC-I-W1'"))
                .hasMessageContaining("append-only");
        DisclosureImport.Report again =
                load(
                        HEADER
                                + "W1,Wrongly published,2023-03-01,2023-03-20,GRANTED,Secret"
                                + " words?,Secret.,",
                        OFFICER);
        assertThat(again.faults())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("withdrawn"));
    }

    private static void run(String sql) {
        desk.run(d -> d.em().createNativeQuery(sql).executeUpdate());
    }

    private static Disclosure get(String reference) {
        return desk.run(d -> d.log().get(reference)).orElseThrow();
    }

    private static List<DisclosureSummary> find(DisclosureFilter filter) {
        return desk.run(d -> d.log().search(filter)).items();
    }

    private static List<String> references(DisclosureFilter filter) {
        return find(filter).stream().map(DisclosureSummary::reference).toList();
    }

    private static DisclosureFilter filter(String q) {
        return new DisclosureFilter(
                q,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("lincolnshire-cc"),
                1,
                200);
    }

    private static DisclosureFilter sorted(Sort sort) {
        DisclosureFilter f = filter("");
        Optional<LocalDate> from = Optional.of(LocalDate.of(2022, 1, 1));
        return new DisclosureFilter(
                f.q(), from, f.to(), f.outcome(), f.authority(), f.ground(), f.year(), sort, 1, 3);
    }

    private static DisclosureFilter with(
            DisclosureFilter f, Optional<String> ground, Optional<Integer> year) {
        return new DisclosureFilter(
                f.q(),
                f.from(),
                f.to(),
                f.outcome(),
                f.authority(),
                ground,
                year,
                Sort.PUBLISHED,
                1,
                200);
    }

    private static DisclosureImport.Report load(String csv, Actor officer) {
        return desk.run(
                d -> {
                    try {
                        return new ImportLog(
                                        new SqlDisclosures(d.em()), d.authorities(), TestDesk.CLOCK)
                                .load(
                                        new ByteArrayInputStream(
                                                csv.getBytes(StandardCharsets.UTF_8)),
                                        officer);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
