package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.answerable.foi.CaseDispatched;
import org.answerable.foi.DisclosurePublished;
import org.answerable.foi.LetterDelivered;

/** Announces by CDI events. */
@Dependent
public class CdiAnnouncements implements Announcements {

    private final Event<CaseDispatched> dispatched;
    private final Event<DisclosurePublished> published;
    private final Event<LetterDelivered> delivered;

    @Inject
    public CdiAnnouncements(
            Event<CaseDispatched> dispatched,
            Event<DisclosurePublished> published,
            Event<LetterDelivered> delivered) {
        this.dispatched = dispatched;
        this.published = published;
        this.delivered = delivered;
    }

    @Override
    public void dispatched(CaseDispatched event) {
        dispatched.fire(event);
    }

    @Override
    public void published(DisclosurePublished event) {
        published.fire(event);
    }

    @Override
    public void delivered(LetterDelivered event) {
        delivered.fire(event);
    }
}
