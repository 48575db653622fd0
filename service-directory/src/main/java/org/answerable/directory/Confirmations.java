package org.answerable.directory;

/** Links in reminders. Opening one changes nothing, since mail scanners open links; only the button does, and once. */
public interface Confirmations {

    /**
     * The service that a link is about.
     *
     * @throws NotFound the link is not known, was used, or is too old
     */
    ServiceView service(String token);

    /**
     * Says that the service is still correct.
     *
     * @return id of the service
     * @throws NotFound as {@link #service}
     */
    String confirm(String token);
}
