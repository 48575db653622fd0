package org.answerable.web.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.WorkforceQuestion;
import org.answerable.web.page.ListAddress;

/** What was chosen in the address of a training page, as it was typed; blank where nothing was. */
record TrainingChoice(
        String from, String to, String programme, String profession, String district) {

    static final List<String> FIELDS = List.of("from", "to", "programme", "profession", "district");

    private static final int MONTHS = 3;

    /**
     * The last three months when none is named.
     *
     * @throws InvalidInput a month cannot be read
     */
    WorkforceQuestion question(Clock clock) {
        FormReader read = new FormReader(address("").form());
        YearMonth first = read.month("from");
        YearMonth last = read.month("to");
        read.done();
        YearMonth until = last == null ? YearMonth.from(LocalDate.now(clock)) : last;
        return new WorkforceQuestion(
                first == null ? until.minusMonths(MONTHS - 1L) : first,
                until,
                read.text("programme"),
                read.text("profession"),
                read.text("district"));
    }

    ListAddress address(String path) {
        return ListAddress.of(path)
                .with("from", from)
                .with("to", to)
                .with("programme", programme)
                .with("profession", profession)
                .with("district", district);
    }
}
