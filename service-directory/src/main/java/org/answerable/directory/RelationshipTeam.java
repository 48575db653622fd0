package org.answerable.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a contract line is a specialised parent-infant relationship team: specialist tier, about the
 * parent-infant relationship, for some of the time from conception to 23 months, led by a profession
 * of the list, and in force on the day.
 */
public record RelationshipTeam(
        CoverageAnswer.Line line, List<Test> tests, Optional<Ruling> ruling) {

    /**
     * One test.
     *
     * @param evidence what the line says
     */
    public record Test(String rule, boolean passed, String evidence) {}

    /** A person's word against the tests. */
    public record Ruling(boolean holds, String reason, String by, Instant at) {}

    public RelationshipTeam {
        tests = List.copyOf(tests);
    }

    /** By the ruling when there is one, otherwise by the tests. */
    public boolean holds() {
        return ruling.map(Ruling::holds).orElseGet(this::passesAll);
    }

    public boolean passesAll() {
        return tests.stream().allMatch(Test::passed);
    }

    /** The tests that failed. */
    public List<Test> failed() {
        return tests.stream().filter(test -> !test.passed()).toList();
    }
}
