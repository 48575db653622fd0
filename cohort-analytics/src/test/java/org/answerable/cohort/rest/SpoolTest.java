package org.answerable.cohort.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 5_000_000})
    void what_is_kept_is_sent_whole_from_memory_or_from_disk(int size) throws IOException {
        byte[] answer = new byte[size];
        new Random(1).nextBytes(answer);
        Spool spool = new Spool();
        for (int at = 0; at < size; at += 70_001) {
            spool.write(answer, at, Math.min(70_001, size - at));
        }
        assertThat(spool.size()).isEqualTo(size);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        spool.sendTo(sent);
        assertThat(sent.toByteArray()).isEqualTo(answer);
    }
}
