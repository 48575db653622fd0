package org.answerable.foi;

import java.util.List;

/** Requests by the public form, and the page by which each is followed; no account, no sign-in. */
public interface PublicRequests {

    /**
     * Registers the request with each authority, received today in London (R4), and links the cases
     * as one enquiry (R10).
     *
     * @param address network address of the sender, kept as a hash for a day against floods
     * @throws InvalidInput for bad input
     * @throws TooManyRequests when the address has sent too much within an hour
     */
    List<PublicReceipt> submit(PublicRequest request, String address);

    /** The questions that would be found in a text. */
    List<String> preview(String text);

    /**
     * @throws NotFound for any other token
     */
    TrackedRequest track(String token);

    /** The PDF of a letter that went out. */
    byte[] letter(String token, long id);

    /** The requester answers a request for clarification: the clock begins anew (R5). */
    void reply(String token, String words);

    /** The requester withdraws the request. */
    void withdraw(String token);
}
