package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.foi.CaseReference;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterStatus;
import org.answerable.foi.casework.Outbox;
import org.answerable.foi.mail.OutgoingMail;

/** The outbox as rows that any node may take, each by one. */
@ApplicationScoped
public class SqlOutbox implements Outbox {

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlOutbox() {}

    public SqlOutbox(EntityManager em) {
        this.em = em;
    }

    @Override
    public void add(NewMail mail, Instant at) {
        boolean letter = mail.letterId().isPresent();
        Query insert =
                em.createNativeQuery(
                                "insert into foi.outgoing_mail (id, case_id, message_id, recipient,"
                                        + " subject, body, status, waits_since, next_attempt"
                                        + (letter ? ", letter_id" : "")
                                        + ") values (nextval('foi.record_seq'), ?1, ?2, ?3, ?4, ?5,"
                                        + " 'WAITING', ?6, ?6"
                                        + (letter ? ", ?7" : "")
                                        + ")")
                        .setParameter(1, mail.caseId())
                        .setParameter(2, mail.messageId())
                        .setParameter(3, mail.recipient())
                        .setParameter(4, mail.subject())
                        .setParameter(5, mail.body())
                        .setParameter(6, Timestamp.from(at));
        mail.letterId().ifPresent(id -> insert.setParameter(7, id));
        insert.executeUpdate();
    }

    @Override
    public Optional<OutgoingMail> take(Instant now) {
        List<?> taken =
                em.createNativeQuery(
                                "update foi.outgoing_mail m set status = 'HANDING_OVER', attempts ="
                                        + " attempts + 1, handed_over_at = ?1 where m.id = (select d.id"
                                        + " from foi.outgoing_mail d where d.status = 'WAITING' and"
                                        + " d.next_attempt <= ?1 order by d.next_attempt, d.id limit 1"
                                        + " for update skip locked) returning m.id")
                        .setParameter(1, Timestamp.from(now))
                        .getResultList();
        return taken.isEmpty() ? Optional.empty() : Optional.of(mail(taken.get(0)));
    }

    private OutgoingMail mail(Object id) {
        Object[] r =
                (Object[])
                        em.createNativeQuery(
                                        "select m.id, m.message_id, a.name, m.recipient, m.subject,"
                                                + " m.body, c.reference, l.kind, l.pdf, m.attempts,"
                                                + " m.waits_since from foi.outgoing_mail m join"
                                                + " foi.foi_case c on c.id = m.case_id join"
                                                + " foi.authority a on a.code = c.authority left join"
                                                + " foi.letter l on l.id = m.letter_id where m.id = ?1")
                                .setParameter(1, id)
                                .getSingleResult();
        return new OutgoingMail(
                ((Number) r[0]).longValue(),
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                (String) r[5],
                r[8] == null
                        ? Optional.empty()
                        : Optional.of(
                                new OutgoingMail.Enclosure(
                                        fileName((String) r[6], (String) r[7]), (byte[]) r[8])),
                SqlText.number(r[9]),
                SqlText.instant(r[10]));
    }

    private static String fileName(String reference, String kind) {
        return reference + "-" + kind.toLowerCase(Locale.ROOT).replace('_', '-') + ".pdf";
    }

    @Override
    public List<Posted> markUncertain(Instant begunBefore) {
        List<?> ids =
                em.createNativeQuery(
                                "update foi.outgoing_mail set status = 'UNCERTAIN', problem = 'The handing over"
                                        + " was cut off.' where id in (select id from foi.outgoing_mail where"
                                        + " status = 'HANDING_OVER' and handed_over_at < ?1 for update skip"
                                        + " locked) returning id")
                        .setParameter(1, Timestamp.from(begunBefore))
                        .getResultList();
        return ids.stream().map(this::posted).toList();
    }

    @Override
    public Optional<Posted> sent(OutgoingMail mail, Instant at) {
        int changed =
                em.createNativeQuery(
                                "update foi.outgoing_mail set status = 'SENT', settled_at = ?3, problem = '',"
                                        + " body = case when letter_id is null then '' else body end where id ="
                                        + " ?1 and attempts = ?2 and status in ('HANDING_OVER', 'UNCERTAIN')")
                        .setParameter(1, mail.id())
                        .setParameter(2, mail.attempt())
                        .setParameter(3, Timestamp.from(at))
                        .executeUpdate();
        return changed == 1 ? Optional.of(posted(mail.id())) : Optional.empty();
    }

    @Override
    public Optional<Posted> uncertain(OutgoingMail mail, String problem) {
        return end(mail, "UNCERTAIN", problem);
    }

    @Override
    public Optional<Posted> failed(OutgoingMail mail, String problem) {
        return end(mail, "FAILED", problem);
    }

    private Optional<Posted> end(OutgoingMail mail, String status, String problem) {
        int changed =
                em.createNativeQuery(
                                "update foi.outgoing_mail set status = ?3, problem = ?4 where id = ?1 and"
                                        + " attempts = ?2 and status = 'HANDING_OVER'")
                        .setParameter(1, mail.id())
                        .setParameter(2, mail.attempt())
                        .setParameter(3, status)
                        .setParameter(4, problem)
                        .executeUpdate();
        return changed == 1 ? Optional.of(posted(mail.id())) : Optional.empty();
    }

    @Override
    public Optional<Posted> tryAgain(OutgoingMail mail, Instant next, String problem) {
        int changed =
                em.createNativeQuery(
                                "update foi.outgoing_mail set status = 'WAITING', next_attempt = ?3, problem ="
                                        + " ?4 where id = ?1 and attempts = ?2 and status in ('HANDING_OVER',"
                                        + " 'UNCERTAIN')")
                        .setParameter(1, mail.id())
                        .setParameter(2, mail.attempt())
                        .setParameter(3, Timestamp.from(next))
                        .setParameter(4, problem)
                        .executeUpdate();
        return changed == 1 ? Optional.of(posted(mail.id())) : Optional.empty();
    }

    @Override
    public boolean settle(long letterId, LetterStatus status, Instant at) {
        return em.createNativeQuery(
                                status == LetterStatus.WAITING
                                        ? "update foi.outgoing_mail set status = ?2, waits_since = ?3,"
                                                + " next_attempt = ?3, problem = '' where letter_id = ?1"
                                                + " and status in ('UNCERTAIN', 'FAILED')"
                                        : "update foi.outgoing_mail set status = ?2, settled_at = ?3"
                                                + " where letter_id = ?1 and status in ('UNCERTAIN',"
                                                + " 'FAILED')")
                        .setParameter(1, letterId)
                        .setParameter(2, status.name())
                        .setParameter(3, Timestamp.from(at))
                        .executeUpdate()
                == 1;
    }

    private Posted posted(Object id) {
        Object[] r =
                (Object[])
                        em.createNativeQuery(
                                        "select c.reference, c.authority, l.kind from"
                                                + " foi.outgoing_mail m join foi.foi_case c on c.id ="
                                                + " m.case_id left join foi.letter l on l.id ="
                                                + " m.letter_id where m.id = ?1")
                                .setParameter(1, id)
                                .getSingleResult();
        return new Posted(
                CaseReference.of((String) r[0]),
                (String) r[1],
                Optional.ofNullable((String) r[2]).map(LetterKind::valueOf));
    }
}
