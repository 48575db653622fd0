-- Counts of cohorts, so that a page need not count again what cannot have changed. Each can be made again at any time;
-- none is a release, and none is history.
CREATE TABLE cohort.kept_count (
    key text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'), -- SHA-256 of all that decides the numbers
    datasets bigint[] NOT NULL,   -- whose rows were counted
    eligible bigint NOT NULL,
    members bigint NOT NULL,
    steps_left bigint[] NOT NULL, -- what each condition left, in the order of the conditions
    millis bigint NOT NULL,
    counted_at timestamptz NOT NULL,
    counted_by_name text NOT NULL
);
CREATE INDEX kept_count_by_age ON cohort.kept_count (counted_at);
