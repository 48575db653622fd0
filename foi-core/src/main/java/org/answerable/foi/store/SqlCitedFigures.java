package org.answerable.foi.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.answerable.foi.CaseState;
import org.answerable.foi.CitedFigures;

/** Figures are cited by questions; the case says whether it is open. */
@ApplicationScoped
@Transactional
public class SqlCitedFigures implements CitedFigures {

    @PersistenceContext(unitName = "foi")
    private EntityManager em;

    protected SqlCitedFigures() {}

    public SqlCitedFigures(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<String> openCases(Collection<String> figureIds) {
        List<?> references =
                em.createNativeQuery(
                                "select distinct c.reference from foi.evidence e"
                                        + " join foi.citation i on i.evidence_id = e.id"
                                        + " join foi.foi_case c on c.id = e.case_id"
                                        + " where e.figure_id = any (string_to_array(?1, ','))"
                                        + " and c.state = any (string_to_array(?2, ','))"
                                        + " order by c.reference")
                        .setParameter(1, String.join(",", figureIds))
                        .setParameter(2, openStates())
                        .getResultList();
        return references.stream().map(String::valueOf).toList();
    }

    private static String openStates() {
        return String.join(
                ",",
                Arrays.stream(CaseState.values())
                        .filter(CaseState::open)
                        .map(CaseState::name)
                        .toList());
    }
}
