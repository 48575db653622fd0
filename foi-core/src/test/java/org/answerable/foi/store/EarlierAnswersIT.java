package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.foi.CaseReference;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.EarlierAnswers.EarlierRequest;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;
import org.answerable.foi.SimilarAnswers;
import org.answerable.foi.publication.ImportLog;
import org.answerable.foi.similarity.FindEarlierAnswers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Earlier answers of all partners: found by what they share, told with the reason. */
class EarlierAnswersIT {

    private static final String LOG =
            """
            reference,subject,received,answered,outcome,question,answer
            1,Family hub registrations,2023-03-01,2023-03-20,GRANTED,How many babies under one are registered with family hubs?,Ten.
            2,Pothole repairs,2023-03-01,2023-03-21,GRANTED,How many potholes were repaired last winter?,Many.
            3,Health visitor caseloads,2023-03-01,2023-03-22,GRANTED,What is the caseload of a health visitor?,300.
            4,Perinatal mental health waiting times,2023-03-01,2023-03-23,GRANTED,How long do mothers wait?,Weeks.
            """;
    private static final String BABIES =
            "Babies\nHow many babies under one are registered with family hubs in Lincolnshire?";

    private static TestDesk desk;

    @BeforeAll
    static void answers() {
        desk = new TestDesk();
        desk.run(
                d -> {
                    new SqlCalendars(d.em()).current();
                    try {
                        return new ImportLog(
                                        new SqlDisclosures(d.em()), d.authorities(), TestDesk.CLOCK)
                                .load(
                                        new ByteArrayInputStream(
                                                LOG.getBytes(StandardCharsets.UTF_8)),
                                        OFFICER);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        desk.run(
                d -> {
                    SqlCase.of("LCC-2024-0001", "lincolnshire-cc", "2024-03-01")
                            .with("subject", "Babies in family hubs")
                            .due("2024-04-02", "2024-04-02")
                            .question("How many babies under one are registered with family hubs?")
                            .save(d.em());
                    SqlCase.of("LICB-2024-0001", "lincolnshire-icb", "2024-03-01")
                            .with("subject", "Secret words of a partner about babies")
                            .due("2024-04-02", "2024-04-02")
                            .question(
                                    "How many babies under one are registered with family hubs in"
                                            + " Lincolnshire?")
                            .save(d.em());
                    SqlCase.of("LCC-2024-0002", "lincolnshire-cc", "2024-01-02")
                            .with("subject", "Babies in family hubs")
                            .due("2024-01-31", "2024-01-31")
                            .answered("2024-01-31", "GRANTED", "20", "")
                            .save(d.em());
                    return null;
                });
    }

    @AfterAll
    static void close() throws Exception {
        desk.close();
    }

    @Test
    void the_public_finds_published_answers_with_why_and_no_case() {
        SimilarAnswers found = with(e -> e.similarTo(BABIES, Optional.empty()));
        assertThat(found.published().get(0).reference()).isEqualTo("LCC-I-1");
        assertThat(found.published().get(0).why().get(0))
                .isEqualTo(
                        "It asks the same: “How many babies under one are registered with family"
                                + " hubs”");
        assertThat(found.published()).allSatisfy(p -> assertThat(p.why()).isNotEmpty());
        assertThat(found.published()).extracting(p -> p.reference()).doesNotContain("LCC-I-2");
        assertThat(found.open()).isEmpty();
        SimilarAnswers contributor = with(e -> e.similarTo(BABIES, Optional.of(CONTRIBUTOR)));
        assertThat(contributor.open()).isEmpty();
    }

    @Test
    void a_like_subject_is_found_even_with_a_spelling_mistake() {
        SimilarAnswers found =
                with(e -> e.similarTo("Perinatel mental health wating times", Optional.empty()));
        assertThat(found.published().get(0).reference()).isEqualTo("LCC-I-4");
        assertThat(found.published().get(0).why())
                .anyMatch(w -> w.startsWith("Its subject is much alike"));
    }

    @Test
    void an_officer_sees_partners_open_cases_without_their_words_R10() {
        SimilarAnswers found = with(e -> e.similarTo(BABIES, Optional.of(OFFICER)));
        assertThat(found.open()).hasSize(2);
        assertThat(found.toString()).doesNotContain("Secret");
        assertThat(found.open())
                .filteredOn(o -> o.reference().toString().startsWith("LICB"))
                .singleElement()
                .satisfies(
                        o -> {
                            assertThat(o.subject()).isEmpty();
                            assertThat(o.sameEnquiry()).isTrue();
                        });
        assertThat(found.open())
                .filteredOn(o -> o.reference().toString().startsWith("LCC"))
                .singleElement()
                .satisfies(o -> assertThat(o.subject()).contains("Babies in family hubs"));
    }

    @Test
    void a_case_is_not_like_itself() {
        SimilarAnswers found = with(e -> e.similarTo(CaseReference.of("LCC-2024-0001"), OFFICER));
        assertThat(found.open())
                .extracting(o -> o.reference().toString())
                .containsExactly("LICB-2024-0001");
        assertThat(found.published().get(0).reference()).isEqualTo("LCC-I-1");
    }

    @Test
    void nothing_is_like_too_few_or_unknown_words() {
        for (String text : List.of("", "x", "zzzqqq wwwvvv kkkjjj", "' | & ! () :* \\")) {
            SimilarAnswers found = with(e -> e.similarTo(text, Optional.of(OFFICER)));
            assertThat(found.published()).isEmpty();
        }
    }

    @Test
    void a_proposal_of_s21_has_a_working_link_I4() {
        EarlierAnswers.Proposal proposal = with(e -> e.proposal("LCC-I-1"));
        assertThat(proposal.ground()).isEqualTo("s.21");
        assertThat(proposal.link()).isEqualTo("/disclosures/LCC-I-1");
        assertThat(proposal.narrative()).contains("20 March 2023").contains(proposal.link());
        assertThatThrownBy(() -> with(e -> e.proposal("LCC-I-9"))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_withdrawn_answer_is_neither_found_nor_proposed() {
        desk.run(
                d -> {
                    SqlDisclosures log = new SqlDisclosures(d.em());
                    log.withdraw(log.latest("LCC-I-3").orElseThrow(), "Wrong.", Instant.EPOCH);
                    return null;
                });
        SimilarAnswers found =
                with(
                        e ->
                                e.similarTo(
                                        "What is the caseload of a health visitor?",
                                        Optional.empty()));
        assertThat(found.published()).isEmpty();
        assertThatThrownBy(() -> with(e -> e.proposal("LCC-I-3"))).isInstanceOf(NotFound.class);
    }

    @Test
    void earlier_requests_of_the_same_person_are_told_within_the_authority_R13() {
        List<EarlierRequest> earlier =
                with(e -> e.ofTheSameRequester(CaseReference.of("LCC-2024-0001"), OFFICER));
        assertThat(earlier)
                .singleElement()
                .satisfies(
                        r -> {
                            assertThat(r.reference()).hasToString("LCC-2024-0002");
                            assertThat(r.repeated()).isTrue();
                        });
        assertThatThrownBy(
                        () ->
                                with(
                                        e ->
                                                e.ofTheSameRequester(
                                                        CaseReference.of("LICB-2024-0001"),
                                                        OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                with(
                                        e ->
                                                e.ofTheSameRequester(
                                                        CaseReference.of("LCC-2024-0001"),
                                                        CONTRIBUTOR)))
                .isInstanceOf(NotAllowed.class);
    }

    private static <T> T with(Function<EarlierAnswers, T> work) {
        return desk.run(
                d -> work.apply(new FindEarlierAnswers(new SqlEarlierTexts(d.em()), d.log())));
    }
}
