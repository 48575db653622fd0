package org.answerable.web.security;

/** An authority would be left without anybody who looks after its accounts. */
public class LastAdministrator extends RuntimeException {

    LastAdministrator(String username) {
        super(
                username
                        + " is the last administrator of the authority. Make another account"
                        + " administrator first.");
    }
}
