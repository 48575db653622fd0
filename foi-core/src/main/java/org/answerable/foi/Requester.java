package org.answerable.foi;

/**
 * Who asked. Personal data: never in logs, addresses of pages, the history or anything public.
 *
 * @param name real name (s.8 FOIA, R1)
 * @param email may be empty when there is a postal address
 * @param postalAddress may be empty when there is an email address
 */
public record Requester(String name, String email, String postalAddress) {

    public Requester {
        name = name == null ? "" : name;
        email = email == null ? "" : email;
        postalAddress = postalAddress == null ? "" : postalAddress;
    }
}
