package org.answerable.cohort.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Choice;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.DatasetSample;
import org.answerable.cohort.DatasetUse;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Page;
import org.answerable.cohort.PopulationCheck;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.store.Paging;
import org.answerable.cohort.store.Transactions;

/** Datasets in PostgreSQL. */
@ApplicationScoped
public class SqlDatasets implements Datasets {

    private Transactions transactions;
    private LoadDataset loadDataset;
    private WithdrawDataset withdrawDataset;
    private RemoveDataset removeDataset;

    protected SqlDatasets() {}

    @Inject
    public SqlDatasets(
            Transactions transactions,
            LoadDataset loadDataset,
            WithdrawDataset withdrawDataset,
            RemoveDataset removeDataset) {
        this.transactions = transactions;
        this.loadDataset = loadDataset;
        this.withdrawDataset = withdrawDataset;
        this.removeDataset = removeDataset;
    }

    @Override
    public LoadReport load(
            DatasetDescription description,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress) {
        return loadDataset.load(description, fileName, file, actor, progress);
    }

    @Override
    public Optional<Dataset> find(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> DatasetRegister.find(c, id));
    }

    @Override
    public Page<Dataset> list(int page, int perPage, Actor actor) {
        return list(null, page, perPage, actor);
    }

    @Override
    public Page<Dataset> list(DatasetKind kind, int page, int perPage, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        Paging.check(page, perPage);
        return transactions.run(c -> DatasetRegister.list(c, kind, page, perPage));
    }

    @Override
    public List<Dataset> offered(DatasetKind kind, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> DatasetRegister.offered(c, kind));
    }

    @Override
    public List<Dataset> versions(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> DatasetRegister.versions(c, id));
    }

    @Override
    public List<Dataset> ofFile(String sha256, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> DatasetRegister.ofFile(c, sha256));
    }

    @Override
    public List<DatasetUse> uses(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> DatasetUses.of(c, id));
    }

    @Override
    public DatasetSample sample(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> DatasetSamples.of(c, id));
    }

    @Override
    public Optional<PopulationCheck> checkPopulation(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> CheckPopulation.of(c, id));
    }

    @Override
    public DatasetSample unmatched(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> DatasetSamples.unmatched(c, id));
    }

    @Override
    public void withdraw(String id, String reason, Actor actor) {
        withdrawDataset.withdraw(id, reason, actor);
    }

    @Override
    public void remove(String id, String reason, Actor actor) {
        removeDataset.remove(id, reason, actor);
    }

    @Override
    public long maxBytes() {
        return loadDataset.maxBytes();
    }

    @Override
    public Map<String, List<Choice>> choices() {
        return DescriptionRules.choices();
    }
}
