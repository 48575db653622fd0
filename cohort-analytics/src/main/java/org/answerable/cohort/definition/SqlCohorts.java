package org.answerable.cohort.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortCount;
import org.answerable.cohort.CohortData;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Page;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.DatasetRows;
import org.answerable.cohort.store.History;
import org.answerable.cohort.store.Paging;
import org.answerable.cohort.store.References;
import org.answerable.cohort.store.Transactions;

/** Cohorts in PostgreSQL. */
@ApplicationScoped
public class SqlCohorts implements Cohorts {

    private Transactions transactions;
    private Clock clock;
    private CountCohort count;

    protected SqlCohorts() {}

    @Inject
    public SqlCohorts(Transactions transactions, Clock clock, CountCohort count) {
        this.transactions = transactions;
        this.clock = clock;
        this.count = count;
    }

    @Override
    public Cohort define(CohortDefinition definition, Actor actor) {
        actor.require(Role.ANALYST);
        return transactions.run(
                c -> {
                    CheckedDefinition checked = DefinitionRules.checked(definition, c);
                    insistOffered(c, checked.definition());
                    String id = References.next(c, 'C', LocalDate.now(clock).getYear());
                    return keep(c, id, 1, checked, actor);
                });
    }

    @Override
    public Cohort revise(String id, int seen, CohortDefinition definition, Actor actor) {
        actor.require(Role.ANALYST);
        return transactions.run(
                c -> {
                    List<Cohort> versions = CohortRegister.versions(c, id);
                    if (versions.isEmpty()) {
                        throw new NotFound("There is no cohort " + id + ".");
                    }
                    if (versions.get(0).version() != seen) {
                        throw new Conflict(
                                "Somebody else changed this cohort meanwhile. Open its newest version"
                                        + " and make your change there.");
                    }
                    CheckedDefinition checked = DefinitionRules.checked(definition, c);
                    insistOffered(c, checked.definition());
                    return keep(c, id, seen + 1, checked, actor);
                });
    }

    private static void insistOffered(Connection connection, CohortDefinition d)
            throws SQLException {
        DatasetRows.insistOffered(connection, "registrations", d.registrations());
        if (d.contacts() != null) {
            DatasetRows.insistOffered(connection, "contacts", d.contacts());
        }
    }

    @Override
    public Optional<Cohort> find(String id, Actor actor) {
        return versions(id, actor).stream().findFirst();
    }

    @Override
    public Optional<Cohort> find(String id, int version, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> CohortRegister.find(c, id, version));
    }

    @Override
    public List<Cohort> versions(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> CohortRegister.versions(c, id));
    }

    @Override
    public Page<Cohort> list(int page, int perPage, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        Paging.check(page, perPage);
        return transactions.run(c -> CohortRegister.list(c, page, perPage));
    }

    @Override
    public CohortDefinition read(String json) {
        return DefinitionJson.read(json);
    }

    @Override
    public String sentence(CohortDefinition definition, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(
                c -> new DefinitionWording(DefinitionRules.checked(definition, c)).sentence());
    }

    @Override
    public CohortCount count(CohortDefinition definition, Actor actor, Progress progress) {
        return count.count(definition, actor, progress);
    }

    @Override
    public Optional<CohortCount> counted(CohortDefinition definition, Actor actor) {
        return count.counted(definition, actor);
    }

    @Override
    public List<String> services(Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> SourceData.words(c, "SERVICE"));
    }

    @Override
    public List<String> modes(Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> SourceData.words(c, "MODE"));
    }

    @Override
    public List<CohortData> data(Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(SourceData::choices);
    }

    @Override
    public List<String> changes(CohortDefinition earlier, CohortDefinition later) {
        return new DefinitionChanges(earlier, later).sentences();
    }

    private Cohort keep(
            Connection connection, String id, int version, CheckedDefinition checked, Actor actor)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Cohort cohort =
                CohortRegister.add(
                        connection,
                        id,
                        version,
                        checked.definition(),
                        new DefinitionWording(checked).sentence(),
                        actor,
                        now);
        History.add(
                connection,
                now,
                actor,
                History.Event.COHORT_DEFINED,
                id,
                "version " + version + ", SHA-256 " + cohort.sha256());
        return cohort;
    }
}
