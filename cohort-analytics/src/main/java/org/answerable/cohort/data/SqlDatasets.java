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
import org.answerable.cohort.Datasets;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Page;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.store.Paging;
import org.answerable.cohort.store.Transactions;

/** Datasets in PostgreSQL. */
@ApplicationScoped
public class SqlDatasets implements Datasets {

    private Transactions transactions;
    private LoadDataset loadDataset;

    protected SqlDatasets() {}

    @Inject
    public SqlDatasets(Transactions transactions, LoadDataset loadDataset) {
        this.transactions = transactions;
        this.loadDataset = loadDataset;
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
        actor.require(Role.ANALYST, Role.ADMIN);
        Paging.check(page, perPage);
        return transactions.run(c -> DatasetRegister.list(c, page, perPage));
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
