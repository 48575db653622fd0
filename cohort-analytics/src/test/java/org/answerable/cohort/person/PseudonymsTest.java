package org.answerable.cohort.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.answerable.cohort.Conflict;
import org.junit.jupiter.api.Test;

/** Each pseudonym has its own number, found again under the same key and no other. */
class PseudonymsTest {

    private static final PseudonymKey KEY =
            new PseudonymKey(Optional.of("a secret of at least thirty-two characters"));

    @Test
    void numbers_count_from_one_and_are_found_again() {
        Pseudonyms names = new Pseudonyms(KEY.mac());
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i <= 50_000; i++) {
                byte[] name = bytes("child-" + i);
                assertThat(names.add(name, 0, name.length)).isEqualTo(i);
            }
        }
        assertThat(names.size()).isEqualTo(50_000);
        byte[] other = bytes("child-0");
        assertThat(names.find(other, 0, other.length)).isZero();
    }

    @Test
    void a_part_of_a_record_is_taken_and_not_what_is_around_it() {
        Pseudonyms names = new Pseudonyms(KEY.mac());
        byte[] record = bytes("ab,abc,ab");

        assertThat(names.add(record, 0, 2)).isEqualTo(1);
        assertThat(names.add(record, 3, 6)).isEqualTo(2);
        assertThat(names.add(record, 7, 9)).isEqualTo(1);
    }

    @Test
    void a_short_key_is_no_key() {
        assertThatThrownBy(() -> new PseudonymKey(Optional.of("short")).mac())
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("at least 32");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
