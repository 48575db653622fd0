package org.answerable.cohort.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.ExtractDescription;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.PersonExtracts;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.DatasetIntake;
import org.answerable.cohort.quantity.Unit;
import org.answerable.cohort.store.Transactions;

/** An analyst loads a person-level extract. */
@ApplicationScoped
public class LoadExtract implements PersonExtracts {

    private DatasetIntake intake;
    private Transactions transactions;
    private PseudonymKey key;
    private Clock clock;

    protected LoadExtract() {}

    @Inject
    public LoadExtract(
            DatasetIntake intake, Transactions transactions, PseudonymKey key, Clock clock) {
        this.intake = intake;
        this.transactions = transactions;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public LoadReport loadRegistrations(
            ExtractDescription description,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress) {
        actor.require(Role.ANALYST);
        DatasetDescription checked = ExtractRules.checked(description, Unit.CHILD, clock);
        return intake.take(
                checked,
                fileName,
                file,
                limit(description),
                actor,
                new RegistrationsFile(description, key, progress));
    }

    @Override
    public LoadReport loadContacts(
            ExtractDescription description,
            String registrations,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress) {
        actor.require(Role.ANALYST);
        DatasetDescription checked = ExtractRules.checked(description, Unit.CONTACT, clock);
        Registered registered =
                registered(registrations)
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "registrations",
                                                "There are no such registrations. Load the children"
                                                        + " and their registrations first."));
        if (registered.synthetic() != description.synthetic()) {
            throw new InvalidInput(
                    "registrations", "Synthetic data and real data cannot be mixed.");
        }
        return intake.take(
                checked,
                fileName,
                file,
                limit(description),
                actor,
                new ContactsFile(description, registrations, registered.key(), key, progress));
    }

    /** What the generator makes comes over no network, and all England is larger than an upload. */
    private long limit(ExtractDescription description) {
        return description.synthetic() ? Long.MAX_VALUE : intake.maxBytes();
    }

    private Optional<Registered> registered(String reference) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(
                                    "SELECT id, synthetic FROM cohort.dataset d"
                                            + " WHERE reference = ? AND kind = 'REGISTRATIONS' AND NOT"
                                            + " EXISTS (SELECT FROM cohort.dataset_withdrawal w WHERE"
                                            + " w.dataset_id = d.id)")) {
                        select.setString(1, reference == null ? "" : reference);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(new Registered(row.getInt(1), row.getBoolean(2)))
                                    : Optional.empty();
                        }
                    }
                });
    }

    private record Registered(int key, boolean synthetic) {}
}
