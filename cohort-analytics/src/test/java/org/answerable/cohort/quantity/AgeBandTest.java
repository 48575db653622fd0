package org.answerable.cohort.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AgeBandTest {

    @Test
    void a_band_holds_its_lower_end_and_not_its_upper_end() {
        assertThat(new AgeBand(0, 3).years()).containsExactly(0, 1, 2);
        assertThat(new AgeBand(2, 3).years()).containsExactly(2);
    }

    @Test
    void the_label_names_the_ages() {
        assertThat(new AgeBand(0, 2).label()).isEqualTo("aged 0 and 1 (under 2)");
        assertThat(new AgeBand(0, 3).label()).isEqualTo("aged 0, 1 and 2 (under 3)");
        assertThat(new AgeBand(0, 1).label()).isEqualTo("aged 0 (under 1)");
        assertThat(new AgeBand(2, 3).label()).isEqualTo("aged 2");
        assertThat(new AgeBand(0, 18).label()).isEqualTo("aged 0 to 17 inclusive (under 18)");
        assertThat(new AgeBand(5, 18).label()).isEqualTo("aged 5 to 17 inclusive");
    }

    @Test
    void an_empty_reversed_or_negative_band_does_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeBand(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeBand(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeBand(-1, 2));
    }

    @Test
    void childhood_ends_at_eighteen() {
        assertThat(new AgeBand(0, 18).isChildhood()).isTrue();
        assertThat(new AgeBand(0, 19).isChildhood()).isFalse();
    }
}
