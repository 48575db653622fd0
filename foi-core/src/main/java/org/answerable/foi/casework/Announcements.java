package org.answerable.foi.casework;

import org.answerable.foi.CaseDispatched;
import org.answerable.foi.DisclosurePublished;

/** Tells the other parts of the platform what happened. */
public interface Announcements {

    void dispatched(CaseDispatched event);

    void published(DisclosurePublished event);
}
