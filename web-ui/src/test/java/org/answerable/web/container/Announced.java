package org.answerable.web.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.answerable.foi.CaseDispatched;
import org.answerable.foi.CaseReference;

/** Hears what casework announces, as another part of the platform would. */
@ApplicationScoped
public class Announced {

    private final List<CaseDispatched> heard = new CopyOnWriteArrayList<>();

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseDispatched event) {
        heard.add(event);
    }

    public List<CaseDispatched> of(CaseReference reference) {
        return heard.stream().filter(event -> event.reference().equals(reference)).toList();
    }
}
