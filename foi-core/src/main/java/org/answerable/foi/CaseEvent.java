package org.answerable.foi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens to a case and moves its clock, as an officer records it. Which parts are
 * needed depends on the type; a part that the type does not know is not used.
 *
 * @param date the day on which it happened; from receipt to today
 * @param to the estimated day of the decision (extension, s.17(2))
 * @param questions the questions concerned; empty: all
 * @param exemptions the qualified exemptions being weighed (R7)
 * @param words what is written to the requester: what is unclear, why the time is extended, how to
 *     pay; or the reason, for an event without a letter
 * @param amount the fee in pounds (s.9)
 * @param body the authority to which the request goes (R9)
 * @param permitted the requester has agreed to the transfer (R9)
 * @param channel how the letter goes out; null: it was written elsewhere, and only the event is
 *     recorded
 */
public record CaseEvent(
        ClockEvent.Type type,
        LocalDate date,
        Optional<LocalDate> to,
        List<Integer> questions,
        List<String> exemptions,
        String words,
        Optional<BigDecimal> amount,
        String body,
        boolean permitted,
        Channel channel) {

    public CaseEvent {
        questions = List.copyOf(questions);
        exemptions = List.copyOf(exemptions);
        words = words == null ? "" : words;
        body = body == null ? "" : body;
    }

    /** Whether a letter goes out with it: some types have one, when a channel is given. */
    public boolean writesALetter() {
        return channel != null && type.writesALetter();
    }

    /** An event with words and nothing else. */
    public static CaseEvent of(
            ClockEvent.Type type, LocalDate date, String words, Channel channel) {
        return new CaseEvent(
                type,
                date,
                Optional.empty(),
                List.of(),
                List.of(),
                words,
                Optional.empty(),
                "",
                false,
                channel);
    }

    /** The same for an extension to weigh the public interest (s.10(3)). */
    public CaseEvent extending(LocalDate estimate, List<Integer> concerned, List<String> weighed) {
        return new CaseEvent(
                type,
                date,
                Optional.of(estimate),
                concerned,
                weighed,
                words,
                amount,
                body,
                permitted,
                channel);
    }

    /** The same for some of the questions. */
    public CaseEvent about(List<Integer> concerned) {
        return new CaseEvent(
                type, date, to, concerned, exemptions, words, amount, body, permitted, channel);
    }

    public CaseEvent costing(BigDecimal pounds) {
        return new CaseEvent(
                type,
                date,
                to,
                questions,
                exemptions,
                words,
                Optional.of(pounds),
                body,
                permitted,
                channel);
    }

    public CaseEvent to(String authority, boolean agreed) {
        return new CaseEvent(
                type, date, to, questions, exemptions, words, amount, authority, agreed, channel);
    }
}
