package org.answerable.foi.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A case written straight into the tables, for what reads cases and never changes them. */
final class SqlCase {

    private static final AtomicLong IDS = new AtomicLong(1_000_000);

    private final long id = IDS.incrementAndGet();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final String reference;
    private String grounds = "";
    private String questionText = "How many?";

    private SqlCase(String reference, String authority, String received) {
        this.reference = reference;
        with("reference", reference).with("authority", authority).with("received", received);
        with("kind", "REQUEST").with("subject", "Children").with("channel", "EMAIL");
        with("request_text", "How many?").with("state", "DRAFTING").with("validity", "VALID");
        with("calendar", "UK-union 2026-02-25").with("revision", "1");
        with("changed_by", "o").with("changed_by_name", "O").with("responsible_team", "");
        with("changed_at", received).with("registered_at", received);
    }

    static SqlCase of(String reference, String authority, String received) {
        return new SqlCase(reference, authority, received);
    }

    SqlCase with(String column, String value) {
        columns.put(column, value);
        return this;
    }

    SqlCase due(String base, String extended) {
        return with("base_due", base).with("due", extended);
    }

    SqlCase question(String text) {
        questionText = text;
        return this;
    }

    /** Answered and closed. */
    SqlCase answered(String on, String outcome, String daysTaken, String citing) {
        grounds = citing;
        return with("state", "CLOSED")
                .with("sent_on", on)
                .with("ended_on", on)
                .with("sent_channel", "EMAIL")
                .with("outcome", outcome)
                .with("days_taken", daysTaken)
                .with("approved_by", "a")
                .with("submitted_by", "o")
                .with("responsible_team", "A team");
    }

    SqlCase ended(String state, String on) {
        return with("state", state).with("ended_on", on);
    }

    /** Past the triggers, which hold the way that a case goes; the constraints of the tables stay. */
    long save(EntityManager em) {
        em.createNativeQuery("set local session_replication_role = replica").executeUpdate();
        String names = String.join(", ", columns.keySet());
        String types =
                columns.keySet().stream()
                        .map(name -> "(r)." + name)
                        .collect(Collectors.joining(", "));
        Query insert =
                em.createNativeQuery(
                        "insert into foi.foi_case (id, "
                                + names
                                + ") select "
                                + id
                                + ", "
                                + types
                                + " from json_populate_record(null::foi.foi_case, ?1::json) r");
        insert.setParameter(1, json()).executeUpdate();
        em.createNativeQuery(
                        "insert into foi.requester (case_id, name, email, postal_address) values"
                                + " (?1, 'Quentin Questioner', 'quentin@example.org', '')")
                .setParameter(1, id)
                .executeUpdate();
        String outcome = columns.getOrDefault("outcome", null);
        boolean withheld = !grounds.isEmpty();
        em.createNativeQuery(
                        "insert into foi.question (id, case_id, number, text, narrative,"
                                + " held_status, outcome, revision, changed_by_name, changed_at,"
                                + " regime, advice) values (?1, ?1, 1, ?2, 'Ten.', ?3, ?4, 1, 'O',"
                                + " now(), 'FOIA', '')")
                .setParameter(1, id)
                .setParameter(2, questionText)
                .setParameter(3, outcome == null ? null : "HELD")
                .setParameter(4, outcome == null ? null : withheld ? "REFUSED" : "GRANTED")
                .executeUpdate();
        int position = 0;
        for (String code : grounds.isEmpty() ? new String[0] : grounds.split(" ")) {
            em.createNativeQuery(
                            "insert into foi.ground (id, question_id, code, test, catalogue, reason,"
                                    + " decided_by, decided_at, position, refers_to) values (?1,"
                                    + " ?2, ?3, 'ABSOLUTE', 'c', 'r', 'o', now(), ?4, 'see')")
                    .setParameter(1, IDS.incrementAndGet())
                    .setParameter(2, id)
                    .setParameter(3, code)
                    .setParameter(4, position++)
                    .executeUpdate();
        }
        em.createNativeQuery("set local session_replication_role = origin").executeUpdate();
        return id;
    }

    private String json() {
        return columns.entrySet().stream()
                .map(
                        e ->
                                "\""
                                        + e.getKey()
                                        + "\": "
                                        + (e.getValue() == null
                                                ? "null"
                                                : "\"" + e.getValue() + "\""))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    String reference() {
        return reference;
    }
}
