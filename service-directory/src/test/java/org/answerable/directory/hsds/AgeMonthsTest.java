package org.answerable.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeMonthsTest {

    @ParameterizedTest
    @CsvSource({"0,2,0,35,0,2", "0,1.92,0,23,0,1", "0.25,0.92,3,11,0.25,0.92", "5,5,60,71,5,5"})
    void years_are_months_with_both_ends_and_come_out_again(
            BigDecimal minimum,
            BigDecimal maximum,
            int from,
            int to,
            BigDecimal less,
            BigDecimal more) {
        AgeMonths months = AgeMonths.ofYears(minimum, maximum);

        assertThat(months).isEqualTo(new AgeMonths(from, to));
        assertThat(months.minimumYears()).isEqualByComparingTo(less);
        assertThat(months.maximumYears()).isEqualByComparingTo(more);
    }

    @ParameterizedTest
    @CsvSource({
        "1.95,0,2,true",
        "1.95,0,1.92,true",
        "2.5,0,2,true",
        "2.5,0,1.92,false",
        "3,0,2,false",
        "0.95,0.25,0.92,true"
    })
    void an_age_fits_by_its_completed_months(
            BigDecimal age, BigDecimal minimum, BigDecimal maximum, boolean in) {
        AgeMonths months = AgeMonths.ofYears(minimum, maximum);
        int completed = AgeMonths.completed(age);

        assertThat(months.from() <= completed && completed <= months.to()).isEqualTo(in);
    }

    @Test
    void every_month_comes_back_the_same_unless_it_ends_with_a_whole_year() {
        for (int to = 1; to < 240; to++) {
            BigDecimal years = new AgeMonths(0, to).maximumYears();
            if (to % 12 != 0) {
                assertThat(AgeMonths.ofYears(BigDecimal.ZERO, years).to()).isEqualTo(to);
            }
        }
    }

    @Test
    void what_is_not_given_stays_open() {
        assertThat(AgeMonths.ofYears(null, null)).isEqualTo(new AgeMonths(null, null));
        assertThat(new AgeMonths(null, null).maximumYears()).isNull();
        assertThat(new AgeMonths(null, null).minimumYears()).isNull();
    }
}
