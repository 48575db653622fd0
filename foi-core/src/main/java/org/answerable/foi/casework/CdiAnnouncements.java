package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.answerable.foi.CaseDispatched;
import org.answerable.foi.DisclosurePublished;

/** Announces by CDI events. */
@Dependent
public class CdiAnnouncements implements Announcements {

    private final Event<CaseDispatched> dispatched;
    private final Event<DisclosurePublished> published;

    @Inject
    public CdiAnnouncements(
            Event<CaseDispatched> dispatched, Event<DisclosurePublished> published) {
        this.dispatched = dispatched;
        this.published = published;
    }

    @Override
    public void dispatched(CaseDispatched event) {
        dispatched.fire(event);
    }

    @Override
    public void published(DisclosurePublished event) {
        published.fire(event);
    }
}
