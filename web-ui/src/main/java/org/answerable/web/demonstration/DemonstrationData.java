package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.AuthorityKind;
import org.answerable.web.security.LocalAccounts;

/**
 * Fills an empty installation in one transaction. Only the load of the dataset has a transaction of
 * its own; after a failure the next start makes another version of it.
 */
@ApplicationScoped
public class DemonstrationData {

    static final String COUNCIL = "lincolnshire-cc";
    static final String ICB = "lincolnshire-icb";
    static final String TRUST = "lincolnshire-partnership";

    private static final List<Authority> AUTHORITIES =
            List.of(
                    new Authority(
                            COUNCIL, "Lincolnshire County Council", AuthorityKind.COUNCIL, "LCC"),
                    new Authority(
                            ICB,
                            "NHS Lincolnshire Integrated Care Board",
                            AuthorityKind.ICB,
                            "LICB"),
                    new Authority(
                            TRUST,
                            "Lincolnshire Partnership NHS Foundation Trust",
                            AuthorityKind.NHS_TRUST,
                            "LPFT"));

    @Inject private Authorities authorities;
    @Inject private LocalAccounts accounts;
    @Inject private DemonstrationFigures figures;
    @Inject private DemonstrationCases cases;
    @Inject private DemonstrationGeography geography;
    @Inject private DemonstrationServices services;
    @Inject private DemonstrationCommissioning commissioning;
    @Inject private DemonstrationWorkforce workforce;
    @Inject private DemonstrationNeed need;

    /**
     * Does nothing when there is an authority already: the data of a real installation is safe.
     *
     * @return whether it was filled
     */
    @Transactional
    public boolean fill() {
        if (!authorities.all().isEmpty()) {
            return false;
        }
        AUTHORITIES.forEach(authorities::add);
        addAccounts();
        String figure = figures.add();
        geography.add();
        services.add();
        commissioning.add();
        workforce.add();
        cases.add(figure, need.add());
        return true;
    }

    private void addAccounts() {
        add("officer", "Olivia Officer", COUNCIL, "officer", "publisher");
        add("contributor", "Connor Contributor", COUNCIL, "contributor");
        add("approver", "Asha Approver", COUNCIL, "approver");
        add("analyst", "Anil Analyst", COUNCIL, "analyst");
        add("editor", "Edith Editor", COUNCIL, "directory-editor");
        add("second-editor", "Sam Editor", COUNCIL, "directory-editor");
        add("provider", "Priya Provider", COUNCIL, "provider");
        add("registrar", "Rosa Registrar", COUNCIL, "training-registrar");
        add("admin", "Adam Administrator", COUNCIL, "admin");
        add("reviewer", "Rafael Reviewer", COUNCIL, "reviewer");
        add("qualified-person", "Quinn Qualified", COUNCIL, "qualified-person");
        add("auditor", "Aoife Auditor", COUNCIL, "auditor");
        add("icb-officer", "Ines Officer", ICB, "officer", "publisher");
    }

    private void add(String username, String displayName, String authority, String... roles) {
        accounts.add(username, displayName, authority, Set.of(roles), "demo-" + username);
    }
}
