package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Inbox;
import org.answerable.foi.InboxItem;
import org.answerable.foi.casework.FoiCase;
import org.answerable.foi.casework.ReceivedMails;
import org.answerable.foi.intake.ReceivedFile;
import org.answerable.foi.intake.ReceivedMail;

/** Mail that came in as rows; lists are read without the content of files. */
@ApplicationScoped
public class SqlReceivedMails implements ReceivedMails {

    private static final int MOST_WAITING = 200;

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlReceivedMails() {}

    public SqlReceivedMails(EntityManager em) {
        this.em = em;
    }

    @Override
    public long add(String authority, Source source, ReceivedMail mail, Instant at) {
        List<?> added =
                em.createNativeQuery(
                                "insert into foi.received_mail (id, authority, message_id, source,"
                                        + " sender_name, sender_email, subject, received, text, notes,"
                                        + " status, taken_at) values (nextval('foi.record_seq'), ?1, ?2,"
                                        + " ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'NEW', ?10) on conflict"
                                        + " (authority, message_id) do nothing returning id")
                        .setParameter(1, authority)
                        .setParameter(2, mail.messageId())
                        .setParameter(3, source.name())
                        .setParameter(4, mail.senderName())
                        .setParameter(5, mail.senderEmail())
                        .setParameter(6, mail.subject())
                        .setParameter(7, Date.valueOf(mail.received()))
                        .setParameter(8, mail.text())
                        .setParameter(9, String.join("\n", mail.notes()))
                        .setParameter(10, Timestamp.from(at))
                        .getResultList();
        if (added.isEmpty()) {
            return before(authority, mail.messageId());
        }
        long id = ((Number) added.get(0)).longValue();
        for (int i = 0; i < mail.files().size(); i++) {
            add(id, i, mail.files().get(i));
        }
        return id;
    }

    private long before(String authority, String messageId) {
        return ((Number)
                        em.createNativeQuery(
                                        "select id from foi.received_mail where authority = ?1 and"
                                                + " message_id = ?2")
                                .setParameter(1, authority)
                                .setParameter(2, messageId)
                                .getSingleResult())
                .longValue();
    }

    private void add(long mail, int position, ReceivedFile file) {
        Query insert =
                em.createNativeQuery(
                                "insert into foi.attachment (id, mail_id, position, file_name,"
                                        + " claimed_type, media_type, size, sha256, refusal"
                                        + (file.refused() ? "" : ", content")
                                        + ") values (nextval('foi.record_seq'), ?1, ?2, ?3, ?4, ?5, ?6,"
                                        + " ?7, ?8"
                                        + (file.refused() ? "" : ", ?9")
                                        + ")")
                        .setParameter(1, mail)
                        .setParameter(2, position)
                        .setParameter(3, file.name())
                        .setParameter(4, file.claimedType())
                        .setParameter(5, file.mediaType())
                        .setParameter(6, file.size())
                        .setParameter(7, file.sha256())
                        .setParameter(8, file.refusal());
        if (!file.refused()) {
            insert.setParameter(9, file.content());
        }
        insert.executeUpdate();
    }

    @Override
    public List<InboxItem> waiting(String authority) {
        return items(
                "m.authority = ?1 and m.status = 'NEW' order by m.received, m.id limit "
                        + MOST_WAITING,
                authority);
    }

    @Override
    public int waitingCount(String authority) {
        return SqlText.number(
                em.createNativeQuery(
                                "select count(*) from foi.received_mail where authority = ?1 and status"
                                        + " = 'NEW'")
                        .setParameter(1, authority)
                        .getSingleResult());
    }

    @Override
    public List<InboxItem> of(FoiCase foiCase) {
        return items("m.case_id = ?1 order by m.received, m.id", foiCase.id());
    }

    @Override
    public Optional<InboxItem> find(long id, String authority) {
        return items("m.authority = ?1 and m.id = ?2", authority, id).stream().findFirst();
    }

    @Override
    public Optional<InboxItem> lock(long id, String authority) {
        em.createNativeQuery(
                        "select id from foi.received_mail where id = ?1 and authority = ?2 for update")
                .setParameter(1, id)
                .setParameter(2, authority)
                .getResultList();
        return find(id, authority);
    }

    private List<InboxItem> items(String condition, Object... values) {
        Query query =
                em.createNativeQuery(
                        "select m.id, m.sender_name, m.sender_email, m.subject, m.received, m.text,"
                                + " m.notes, m.status, c.reference, m.reason, m.settled_by_name,"
                                + " m.taken_at from foi.received_mail m left join foi.foi_case c on"
                                + " c.id = m.case_id where "
                                + condition);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<Object[]> rows = SqlText.rows(query);
        List<Long> ids = rows.stream().map(r -> ((Number) r[0]).longValue()).toList();
        Map<Long, List<InboxItem.Attachment>> files = attachments(ids);
        return rows.stream().map(r -> item(r, files)).toList();
    }

    private static InboxItem item(Object[] r, Map<Long, List<InboxItem.Attachment>> files) {
        long id = ((Number) r[0]).longValue();
        return new InboxItem(
                id,
                (String) r[1],
                (String) r[2],
                (String) r[3],
                SqlText.date(r[4]),
                (String) r[5],
                ((String) r[6]).lines().toList(),
                InboxItem.Status.valueOf((String) r[7]),
                Optional.ofNullable((String) r[8]).map(CaseReference::of),
                (String) r[9],
                (String) r[10],
                SqlText.instant(r[11]),
                files.getOrDefault(id, List.of()));
    }

    /** The files of all messages in one query. */
    private Map<Long, List<InboxItem.Attachment>> attachments(List<Long> mails) {
        Map<Long, List<InboxItem.Attachment>> files = new LinkedHashMap<>();
        if (mails.isEmpty()) {
            return files;
        }
        String ids = mails.stream().map(String::valueOf).collect(Collectors.joining(", "));
        for (Object[] r :
                SqlText.rows(
                        em.createNativeQuery(
                                "select mail_id, id, file_name, media_type, size, sha256, refusal from"
                                        + " foi.attachment where mail_id in ("
                                        + ids
                                        + ") order by mail_id, position"))) {
            files.computeIfAbsent(((Number) r[0]).longValue(), k -> new ArrayList<>())
                    .add(
                            new InboxItem.Attachment(
                                    ((Number) r[1]).longValue(),
                                    (String) r[2],
                                    (String) r[3],
                                    ((Number) r[4]).longValue(),
                                    (String) r[5],
                                    (String) r[6]));
        }
        return files;
    }

    @Override
    public void settle(
            long id,
            InboxItem.Status status,
            Optional<FoiCase> foiCase,
            String reason,
            String settledBy) {
        Query update =
                em.createNativeQuery(
                                "update foi.received_mail set status = ?2, reason = ?3,"
                                        + " settled_by_name = ?4"
                                        + (foiCase.isPresent() ? ", case_id = ?5" : "")
                                        + " where id = ?1")
                        .setParameter(1, id)
                        .setParameter(2, status.name())
                        .setParameter(3, reason)
                        .setParameter(4, settledBy);
        foiCase.ifPresent(c -> update.setParameter(5, c.id()));
        update.executeUpdate();
    }

    @Override
    public Optional<Inbox.File> attachment(long id, String authority) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select a.file_name, a.content from foi.attachment a join"
                                                + " foi.received_mail m on m.id = a.mail_id where a.id ="
                                                + " ?1 and m.authority = ?2 and a.content is not null")
                                .setParameter(1, id)
                                .setParameter(2, authority))
                .stream()
                .map(r -> new Inbox.File((String) r[0], (byte[]) r[1]))
                .findFirst();
    }
}
