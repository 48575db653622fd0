package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterStatus;
import org.answerable.foi.LetterView;
import org.answerable.foi.casework.FoiCase;
import org.answerable.foi.casework.KeptLetters;
import org.answerable.foi.document.LetterForm;
import org.answerable.foi.letter.FinishedLetter;

/** Letters as rows; the list is read without their contents. */
@ApplicationScoped
public class SqlLetters implements KeptLetters {

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlLetters() {}

    public SqlLetters(EntityManager em) {
        this.em = em;
    }

    @Override
    public long add(FoiCase foiCase, NewLetter letter) {
        FinishedLetter finished = letter.letter();
        Object id =
                em.createNativeQuery(
                                "insert into foi.letter (id, case_id, sent_on, sha256, kind, title,"
                                        + " template_version, body, pdf, pdf_sha256, channel,"
                                        + " sent_by_name) values (nextval('foi.record_seq'), ?1, ?2,"
                                        + " ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) returning id")
                        .setParameter(1, foiCase.id())
                        .setParameter(2, Date.valueOf(letter.date()))
                        .setParameter(3, sha256(finished.body().getBytes(StandardCharsets.UTF_8)))
                        .setParameter(4, finished.kind().name())
                        .setParameter(5, finished.title())
                        .setParameter(6, letter.templateVersion())
                        .setParameter(7, finished.body())
                        .setParameter(8, letter.pdf())
                        .setParameter(9, sha256(letter.pdf()))
                        .setParameter(10, letter.channel().name())
                        .setParameter(11, letter.sentBy())
                        .getSingleResult();
        return ((Number) id).longValue();
    }

    @Override
    public List<LetterView> of(FoiCase foiCase) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select l.id, l.kind, l.title, l.sent_on, l.sent_by_name,"
                                                + " coalesce(m.status, 'BY_HAND'), m.settled_at, case"
                                                + " when m.status = 'WAITING' then m.next_attempt end,"
                                                + " coalesce(m.problem, '') from foi.letter l left join"
                                                + " foi.outgoing_mail m on m.letter_id = l.id where"
                                                + " l.case_id = ?1 order by l.id")
                                .setParameter(1, foiCase.id()))
                .stream()
                .map(SqlLetters::view)
                .toList();
    }

    private static LetterView view(Object[] r) {
        LetterKind kind = LetterKind.valueOf((String) r[1]);
        String title = (String) r[2];
        return new LetterView(
                ((Number) r[0]).longValue(),
                kind,
                title.isEmpty() ? kind.label() : title,
                SqlText.date(r[3]),
                (String) r[4],
                LetterStatus.valueOf((String) r[5]),
                SqlText.instantIfAny(r[6]),
                SqlText.instantIfAny(r[7]),
                (String) r[8]);
    }

    @Override
    public Optional<FinishedLetter> find(FoiCase foiCase, long id) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select kind, title, body, content from foi.letter where"
                                                + " case_id = ?1 and id = ?2")
                                .setParameter(1, foiCase.id())
                                .setParameter(2, id))
                .stream()
                .map(SqlLetters::finished)
                .findFirst();
    }

    private static FinishedLetter finished(Object[] r) {
        return r[2] == null
                ? LetterForm.read((String) r[3]).finished()
                : new FinishedLetter(
                        LetterKind.valueOf((String) r[0]), (String) r[1], (String) r[2]);
    }

    @Override
    public Optional<byte[]> pdf(FoiCase foiCase, long id) {
        List<?> found =
                em.createNativeQuery(
                                "select pdf from foi.letter where case_id = ?1 and id = ?2 and pdf is"
                                        + " not null")
                        .setParameter(1, foiCase.id())
                        .setParameter(2, id)
                        .getResultList();
        return found.isEmpty()
                ? find(foiCase, id).map(FinishedLetter::pdf)
                : Optional.of((byte[]) found.get(0));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
