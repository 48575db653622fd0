package org.answerable.foi.casework;

import org.answerable.foi.CaseDispatched;
import org.answerable.foi.DisclosurePublished;
import org.answerable.foi.LetterDelivered;

/** Tells the other parts of the platform what happened. */
public interface Announcements {

    void dispatched(CaseDispatched event);

    void published(DisclosurePublished event);

    void delivered(LetterDelivered event);
}
