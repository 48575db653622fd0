package org.answerable.foi;

import java.time.LocalDate;

/**
 * A requester's wish for an internal review (R23; reg 11 EIR).
 *
 * @param received the day on which it came in
 * @param complex the review needs the longer target of 40 working days
 * @param outOfTime why one that comes after 40 working days is taken all the same; else empty
 */
public record ReviewRequest(
        LocalDate received, Channel channel, String text, boolean complex, String outOfTime) {}
