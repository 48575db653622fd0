package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.ICB_OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.CaseView;
import org.answerable.foi.Channel;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.Conflict;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterKind;
import org.answerable.foi.NotFound;
import org.answerable.foi.PublicReceipt;
import org.answerable.foi.PublicRequest;
import org.answerable.foi.PublicRequests;
import org.answerable.foi.Requester;
import org.answerable.foi.TooManyRequests;
import org.answerable.foi.TrackedRequest;
import org.answerable.foi.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests by the public form, and the secret page of each. */
class PublicRequestsIT {

    private static final String BOTH = "both";

    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @Test
    void R10_one_enquiry_to_two_authorities_is_two_linked_cases_with_their_own_clocks() {
        List<PublicReceipt> receipts = submit(request(BOTH, "key-a"), "192.0.2.1");
        assertThat(receipts).extracting(r -> r.reference().prefix()).containsExactly("LCC", "LICB");
        CaseView council = desk.run(d -> d.cases().get(receipts.get(0).reference(), OFFICER));
        CaseView icb = desk.run(d -> d.cases().get(receipts.get(1).reference(), ICB_OFFICER));
        assertThat(council.received()).isEqualTo(TestDesk.TODAY).isEqualTo(icb.received());
        assertThat(council.channel()).isEqualTo(Channel.WEB_FORM);
        assertThat(council.questions()).hasSize(2);
        assertThat(council.links())
                .singleElement()
                .satisfies(l -> assertThat(l.reference()).isEqualTo(icb.reference()));
        assertThat(council.history().get(0).actor()).isEqualTo("The requester");
        assertThat(council.history()).noneMatch(h -> h.text().contains("Rita"));
    }

    @Test
    void the_same_form_sent_twice_is_one_case_and_both_links_lead_there() {
        PublicRequest request = request("lincolnshire-cc", "key-b");
        PublicReceipt first = submit(request, "192.0.2.2").get(0);
        PublicReceipt second = submit(request, "192.0.2.2").get(0);
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(track(first.token())).isEqualTo(track(second.token()));
    }

    @Test
    void the_secret_is_long_not_kept_and_the_only_way_in() throws Exception {
        PublicReceipt receipt = submit(request("lincolnshire-cc", "key-c"), "192.0.2.3").get(0);
        assertThat(receipt.token()).hasSize(43).matches("[A-Za-z0-9_-]+");
        try (var c = desk.dataSource().getConnection();
                var s = c.createStatement();
                var r = s.executeQuery("select string_agg(token_sha256, ' ') from foi.tracking")) {
            r.next();
            assertThat(r.getString(1)).doesNotContain(receipt.token());
        }
        for (String other : List.of("", "x", receipt.token() + "x", receipt.reference() + "")) {
            assertThatThrownBy(() -> track(other)).isInstanceOf(NotFound.class);
        }
        TrackedRequest seen = track(receipt.token());
        assertThat(seen.due()).contains(LocalDate.of(2024, 5, 8));
        assertThat(seen.dueBecause()).contains("20th working day");
        assertThat(seen.mayReply()).isFalse();
        assertThat(seen.letters()).isEmpty();
    }

    @Test
    void R5_the_requester_replies_to_a_clarification_and_the_clock_begins_anew() {
        PublicReceipt receipt = submit(request("lincolnshire-cc", "key-d"), "192.0.2.4").get(0);
        assertThatThrownBy(() -> act(r -> r.reply(receipt.token(), "Which years: 2023.")))
                .isInstanceOf(Conflict.class);
        clarify(receipt.reference());
        TrackedRequest asked = track(receipt.token());
        assertThat(asked.mayReply()).isTrue();
        assertThat(asked.due()).isEmpty();
        long letter = asked.letters().get(0).id();
        assertThat(asked.letters().get(0).kind()).isEqualTo(LetterKind.CLARIFICATION);
        byte[] pdf = desk.run(d -> d.requests().letter(receipt.token(), letter));
        assertThat(pdf).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        PublicReceipt other = submit(request("lincolnshire-cc", "key-e"), "192.0.2.4").get(0);
        assertThatThrownBy(() -> desk.run(d -> d.requests().letter(other.token(), letter)))
                .isInstanceOf(NotFound.class);

        assertThatThrownBy(() -> act(r -> r.reply(receipt.token(), " ")))
                .isInstanceOf(InvalidInput.class);
        act(r -> r.reply(receipt.token(), "2023, please."));
        assertThat(track(receipt.token()).due()).isPresent();
        assertThat(track(receipt.token()).mayReply()).isFalse();
    }

    @Test
    void the_requester_withdraws_once() {
        PublicReceipt receipt = submit(request("lincolnshire-cc", "key-f"), "192.0.2.5").get(0);
        act(r -> r.withdraw(receipt.token()));
        assertThat(track(receipt.token()).mayWithdraw()).isFalse();
        assertThat(desk.run(d -> d.cases().get(receipt.reference(), OFFICER)).state())
                .isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void every_fault_is_told_at_once_and_nothing_is_written() {
        long before = cases();
        PublicRequest bad =
                new PublicRequest(
                        "", List.of(), new Requester("", "x", ""), " ", "", Optional.empty());
        assertThatThrownBy(() -> submit(bad, "192.0.2.6"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly(
                                                "authorities",
                                                "requester.email",
                                                "requester.name",
                                                "subject",
                                                "text"));
        PublicRequest unknown =
                new PublicRequest(
                        "",
                        List.of("lincolnshire-cc", "nowhere"),
                        new Requester("Rita", "rita@example.org", ""),
                        "Subject",
                        "Text",
                        Optional.empty());
        assertThatThrownBy(() -> submit(unknown, "192.0.2.6")).isInstanceOf(InvalidInput.class);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void one_address_cannot_flood_the_form_and_is_not_kept() throws Exception {
        for (int i = 0; i < 20; i++) {
            submit(request("lincolnshire-cc", UUID.randomUUID().toString()), "192.0.2.77");
        }
        assertThatThrownBy(() -> submit(request("lincolnshire-cc", "one more"), "192.0.2.77"))
                .isInstanceOf(TooManyRequests.class);
        submit(request("lincolnshire-cc", "another"), "192.0.2.78");
        try (var c = desk.dataSource().getConnection();
                var s = c.createStatement();
                var r =
                        s.executeQuery(
                                "select string_agg(address_hash, ' ') from foi.public_attempt")) {
            r.next();
            assertThat(r.getString(1)).doesNotContain("192.0.2");
        }
    }

    private static void clarify(CaseReference reference) {
        desk.run(
                d -> {
                    d.clock().checkValidity(reference, Validity.complete(), OFFICER);
                    d.clock()
                            .record(
                                    reference,
                                    CaseEvent.of(
                                            ClockEvent.Type.CLARIFICATION_REQUESTED,
                                            TestDesk.TODAY,
                                            "Which years do you mean?",
                                            Channel.POST),
                                    OFFICER);
                    return null;
                });
    }

    private static long cases() {
        Object count =
                desk.run(
                        d ->
                                d.em().createNativeQuery("select count(*) from foi.foi_case")
                                        .getSingleResult());
        return ((Number) count).longValue();
    }

    private static List<PublicReceipt> submit(PublicRequest request, String address) {
        return desk.run(d -> d.requests().submit(request, address));
    }

    private static TrackedRequest track(String token) {
        return desk.run(d -> d.requests().track(token));
    }

    private static void act(Consumer<PublicRequests> action) {
        desk.run(
                d -> {
                    action.accept(d.requests());
                    return null;
                });
    }

    private static PublicRequest request(String authority, String key) {
        return new PublicRequest(
                key,
                authority.equals(BOTH)
                        ? List.of("lincolnshire-cc", "lincolnshire-icb")
                        : List.of(authority),
                new Requester("Rita Requester", "rita@example.org", ""),
                "Health visitors",
                "1. How many?\n2. Why?",
                Optional.empty());
    }
}
