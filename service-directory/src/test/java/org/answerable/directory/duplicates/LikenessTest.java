package org.answerable.directory.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.answerable.directory.duplicates.store.Candidate;
import org.junit.jupiter.api.Test;

/** The weights of the reasons, each by itself and together. */
class LikenessTest {

    private static final String NAME = "baby massage group";

    private static Candidate pair(
            String other,
            boolean own,
            Double metres,
            boolean identifier,
            boolean contacts,
            boolean terms) {
        return new Candidate(
                1,
                2,
                "a",
                "b",
                NAME,
                other,
                "",
                own,
                metres,
                identifier,
                contacts,
                contacts,
                contacts,
                terms);
    }

    private static double score(Candidate pair) {
        return Likeness.of(pair).score();
    }

    @Test
    void names_count_from_six_tenths_on_and_never_suffice_alone() {
        assertThat(score(pair(NAME, false, null, false, false, false)))
                .isCloseTo(0.45, within(1e-9));
        assertThat(score(pair("baby massage groups", false, null, false, false, false)))
                .isCloseTo(0.45, within(1e-9));
        assertThat(score(pair("father and child choir", false, null, false, false, false)))
                .isZero();
    }

    @Test
    void distance_counts_in_three_steps() {
        assertThat(score(pair("x", false, 0.0, false, false, false))).isEqualTo(0.25);
        assertThat(score(pair("x", false, 100.0, false, false, false))).isEqualTo(0.25);
        assertThat(score(pair("x", false, 100.1, false, false, false))).isEqualTo(0.125);
        assertThat(score(pair("x", false, 500.1, false, false, false))).isEqualTo(0.0625);
        assertThat(score(pair("x", false, 1_000.1, false, false, false))).isZero();
    }

    @Test
    void everything_together_is_at_most_one_and_each_part_is_named() {
        Likeness all = Likeness.of(pair(NAME, false, 40.0, true, true, true));

        assertThat(all.score()).isEqualTo(1);
        assertThat(all.reasons())
                .containsExactly(
                        "The organisations have the same registered number",
                        "The names are the same",
                        "They are 40 m apart",
                        "The same telephone number",
                        "The same email address",
                        "The same website",
                        "The same terms");
        assertThat(score(pair("x", false, 40.0, false, true, true))).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void a_registered_number_alone_is_of_the_organisation_and_not_of_the_service() {
        assertThat(score(pair("father and child choir", false, null, true, false, false))).isZero();
        assertThat(score(pair(NAME, false, null, true, false, false))).isEqualTo(1);
    }

    @Test
    void a_publisher_tells_its_own_services_apart() {
        assertThat(score(pair("father and child choir", true, 0.0, false, true, true))).isZero();
        assertThat(score(pair(NAME, true, 4_000.0, false, true, true))).isZero();
        assertThat(score(pair(NAME, true, 10.0, false, true, true))).isEqualTo(1);
    }

    @Test
    void a_name_without_letters_is_like_nothing() {
        assertThat(NameLikeness.of("", "")).isZero();
        assertThat(NameLikeness.of("ab", "ab")).isEqualTo(1);
        assertThat(NameLikeness.of("night owls", "owls night")).isEqualTo(1);
    }
}
