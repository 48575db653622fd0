package org.answerable.foi;

import java.time.LocalDate;

/**
 * The reasonable opinion that s.36(2) FOIA asks for (I2).
 *
 * @param name the qualified person
 * @param position the office that qualifies them, for example monitoring officer
 * @param limb the limb of s.36(2), for example {@code 36(2)(b)(ii)}
 * @param opinion the opinion, with its reasons
 * @param dated the day on which it was formed, no later than the refusal (Roberts v IC
 *     EA/2009/0035)
 */
public record QualifiedOpinion(
        String name, String position, String limb, String opinion, LocalDate dated) {}
