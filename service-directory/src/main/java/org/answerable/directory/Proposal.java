package org.answerable.directory;

import java.time.Instant;
import java.util.List;

/**
 * A change that somebody would like.
 *
 * @param record id of the service
 * @param state {@code proposed}, {@code approved}, {@code returned}, {@code superseded} or {@code withdrawn}
 * @param isNew whether the service is new
 * @param author user name
 * @param decidedBy user name, or null
 * @param note of whoever decided, or null
 */
public record Proposal(
        String id,
        String record,
        String name,
        String organization,
        String state,
        boolean isNew,
        List<FieldChange> changes,
        String reason,
        String author,
        Instant at,
        String decidedBy,
        Instant decidedAt,
        String note) {

    public Proposal {
        changes = List.copyOf(changes);
    }

    public boolean open() {
        return state.equals("proposed");
    }
}
