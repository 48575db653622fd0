package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/**
 * A request as somebody sends it by the public form.
 *
 * @param submissionKey a value that the form made once; sending it again gives the same cases
 * @param authorities codes of those asked; each gets a case of its own (R10)
 * @param mailLinksTo start of the addresses of this site, when the tracking links are to be mailed,
 *     too; nothing is mailed without a mail server or an address
 */
public record PublicRequest(
        String submissionKey,
        List<String> authorities,
        Requester requester,
        String subject,
        String text,
        Optional<String> mailLinksTo) {

    public PublicRequest {
        authorities = List.copyOf(authorities);
    }
}
