package org.answerable.foi;

/** What an officer may correct about a case while it is open. */
public record CaseDetails(String subject, String channel, Requester requester) {}
