package org.answerable.directory.store;

/** What an import run did, in records. */
public record RunCounts(
        int records,
        int added,
        int changed,
        int unchanged,
        int proposed,
        int vanished,
        int faulty,
        int warnings) {

    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0);

    public RunCounts plus(RunCounts other) {
        return new RunCounts(
                records + other.records,
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                proposed + other.proposed,
                vanished + other.vanished,
                faulty + other.faulty,
                warnings + other.warnings);
    }
}
