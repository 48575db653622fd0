package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerable.foi.casework.FoiCase;
import org.answerable.foi.casework.Tracking;

/** Tracking secrets and tries as rows, so that every node counts the same. */
@ApplicationScoped
public class SqlTracking implements Tracking {

    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlTracking() {}

    public SqlTracking(EntityManager em) {
        this.em = em;
    }

    @Override
    public void add(FoiCase foiCase, String tokenSha256, Instant at) {
        em.createNativeQuery(
                        "insert into foi.tracking (token_sha256, case_id, made_at) values (?1, ?2, ?3)")
                .setParameter(1, tokenSha256)
                .setParameter(2, foiCase.id())
                .setParameter(3, Timestamp.from(at))
                .executeUpdate();
    }

    @Override
    public Optional<Tracked> find(String tokenSha256) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select c.reference, c.authority from foi.tracking t join"
                                                + " foi.foi_case c on c.id = t.case_id where"
                                                + " t.token_sha256 = ?1")
                                .setParameter(1, tokenSha256))
                .stream()
                .map(r -> new Tracked((String) r[0], (String) r[1]))
                .findFirst();
    }

    @Override
    public int attempts(String address, Instant now, Instant since) {
        em.createNativeQuery("delete from foi.public_attempt where at < ?1")
                .setParameter(1, Timestamp.from(now.minus(KEPT)))
                .executeUpdate();
        em.createNativeQuery("delete from foi.public_attempt_salt where day < current_date")
                .executeUpdate();
        em.createNativeQuery(
                        "insert into foi.public_attempt_salt (day, salt) values (current_date,"
                                + " uuid_send(gen_random_uuid())) on conflict do nothing")
                .executeUpdate();
        Object hash =
                em.createNativeQuery(
                                "insert into foi.public_attempt (address_hash, at) select"
                                        + " encode(sha256(salt || convert_to(?1, 'UTF8')), 'hex'), ?2"
                                        + " from foi.public_attempt_salt where day = current_date"
                                        + " returning address_hash")
                        .setParameter(1, address)
                        .setParameter(2, Timestamp.from(now))
                        .getSingleResult();
        return SqlText.number(
                em.createNativeQuery(
                                "select count(*) from foi.public_attempt where address_hash = ?1 and at"
                                        + " >= ?2")
                        .setParameter(1, hash)
                        .setParameter(2, Timestamp.from(since))
                        .getSingleResult());
    }
}
