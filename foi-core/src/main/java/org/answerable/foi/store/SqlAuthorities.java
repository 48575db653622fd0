package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.AuthorityKind;
import org.answerable.foi.Conflict;
import org.answerable.foi.intake.Faults;

/** The authorities: a small table, read each time so that every node sees the same. */
@ApplicationScoped
@Transactional
public class SqlAuthorities implements Authorities {

    private static final int MOST_CODE = 60;
    private static final int MOST_NAME = 200;

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlAuthorities() {}

    public SqlAuthorities(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Authority> all() {
        return SqlText.rows(
                        em.createNativeQuery(
                                "select code, name, kind, prefix from foi.authority order by name,"
                                        + " code"))
                .stream()
                .map(SqlAuthorities::authority)
                .toList();
    }

    @Override
    public Optional<Authority> find(String code) {
        return SqlText.rows(
                        em.createNativeQuery(
                                        "select code, name, kind, prefix from foi.authority where"
                                                + " code = ?1")
                                .setParameter(1, code))
                .stream()
                .map(SqlAuthorities::authority)
                .findFirst();
    }

    private static Authority authority(Object[] r) {
        return new Authority(
                (String) r[0], (String) r[1], AuthorityKind.valueOf((String) r[2]), (String) r[3]);
    }

    @Override
    public void add(Authority authority) {
        Faults faults = new Faults();
        String code = faults.needed("code", "The code", authority.code(), MOST_CODE);
        faults.needed("name", "The name", authority.name(), MOST_NAME);
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            faults.add(
                    "code", "A code has small letters, digits and hyphens, like lincolnshire-cc.");
        }
        if (authority.prefix() == null || !authority.prefix().matches("[A-Z]{2,8}")) {
            faults.add("prefix", "A prefix has 2 to 8 capital letters, like LCC.");
        }
        if (authority.kind() == null) {
            faults.add("kind", "Choose the kind of authority.");
        }
        faults.end();
        int added =
                em.createNativeQuery(
                                "insert into foi.authority (code, name, kind, prefix) values (?1,"
                                        + " ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, authority.code())
                        .setParameter(2, authority.name())
                        .setParameter(3, authority.kind().name())
                        .setParameter(4, authority.prefix())
                        .executeUpdate();
        if (added == 0 && !find(authority.code()).equals(Optional.of(authority))) {
            throw new Conflict(
                    "The code "
                            + authority.code()
                            + " or the prefix "
                            + authority.prefix()
                            + " belongs to another authority: choose another.");
        }
    }
}
