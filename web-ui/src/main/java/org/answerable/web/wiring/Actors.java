package org.answerable.web.wiring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseFlow;
import org.answerable.web.security.store.Account;

/** An account as each module knows it: with those of its roles that mean something there. */
final class Actors {

    private static final Set<org.answerable.foi.Role> CITING =
            CaseFlow.step(CaseAction.CITE_FIGURE).roles();

    private Actors() {}

    static org.answerable.foi.Actor forCases(Account account) {
        return new org.answerable.foi.Actor(
                account.username(),
                account.displayName(),
                account.authority(),
                roles(account.roles(), org.answerable.foi.Role.values()));
    }

    static org.answerable.cohort.Actor forCohorts(Account account) {
        return new org.answerable.cohort.Actor(
                account.username(),
                account.displayName(),
                account.authority(),
                roles(account.roles(), org.answerable.cohort.Role.values()));
    }

    /**
     * Someone who works on a case and asks analytics for a figure. Whoever may cite one there, which
     * casework checks, chooses figures for answers: an officer, a contributor, an internal reviewer.
     */
    static org.answerable.cohort.Actor forCohorts(org.answerable.foi.Actor actor) {
        Set<org.answerable.cohort.Role> roles =
                actor.roles().stream().anyMatch(CITING::contains)
                        ? Set.of(org.answerable.cohort.Role.OFFICER)
                        : Set.of();
        return new org.answerable.cohort.Actor(
                actor.username(), actor.displayName(), actor.authority(), roles);
    }

    static org.answerable.directory.Actor forDirectory(Account account) {
        return new org.answerable.directory.Actor(
                account.username(),
                account.displayName(),
                account.authority(),
                roles(account.roles(), org.answerable.directory.Role.values()));
    }

    private static <R extends Enum<R>> Set<R> roles(Set<String> names, R[] known) {
        return Arrays.stream(known)
                .filter(role -> names.contains(name(role)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(Enum<?> role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
