package org.answerable.foi;

/**
 * The balance that a qualified exemption needs (s.2(2)(b) FOIA, rule I1). Who decided it, and when,
 * is recorded by the case.
 *
 * @param inFavour arguments for giving the information
 * @param against arguments for withholding it
 * @param balance why the second outweigh the first
 */
public record PublicInterestTest(String inFavour, String against, String balance) {}
