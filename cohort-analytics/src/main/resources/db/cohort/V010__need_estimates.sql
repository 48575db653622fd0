-- Estimates of need, each as one document; and their releases. What their children are counted by is released first.
CREATE TABLE cohort.need_estimate (
    reference text PRIMARY KEY,
    figure_reference text NOT NULL REFERENCES cohort.figure (reference),
    title text NOT NULL,
    sentence text NOT NULL,
    numbers_sha256 text NOT NULL CHECK (numbers_sha256 ~ '^[0-9a-f]{64}$'),
    document text NOT NULL,
    computed_at timestamptz NOT NULL,
    computed_by text NOT NULL,
    authority text NOT NULL
);
CREATE INDEX need_estimate_newest_first ON cohort.need_estimate (computed_at DESC, reference DESC);
CREATE INDEX need_estimate_of_figure ON cohort.need_estimate (figure_reference);
CREATE TRIGGER need_estimate_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.need_estimate
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

CREATE TABLE cohort.need_release (
    need_reference text PRIMARY KEY REFERENCES cohort.need_estimate (reference),
    policy_id text NOT NULL REFERENCES cohort.release_policy (id),
    released_at timestamptz NOT NULL,
    released_by text NOT NULL,
    authority text NOT NULL,
    reason text NOT NULL
);
CREATE TRIGGER need_release_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.need_release
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- The numbers that a plan needs become data; those without a confirmed source stay empty.
INSERT INTO cohort.assumption
    (id, version, statement, value, range_of, low, high, citation, as_of, owner, recorded_at, recorded_by, reason)
SELECT a.id, a.version + 1,
    'A parent-infant team sees 86 to 127 families a year, as reported for 51 teams in the United Kingdom that saw 4,400 to 6,500'
        || ' families. Caseload, weeks for each family, productive weeks and uptake are to be given by the local service.',
    '[{"name": "teamLow", "label": "Families that a team sees in a year, from", "number": 86, "least": 1, "most": 100000, "optional": true},
      {"name": "teamHigh", "label": "Families that a team sees in a year, to", "number": 127, "least": 1, "most": 100000, "optional": true},
      {"name": "caseload", "label": "Families that one whole-time equivalent sees at one time", "least": 0.1, "most": 1000, "optional": true},
      {"name": "weeksPerEpisode", "label": "Weeks for which one family is seen", "least": 0.1, "most": 1000, "optional": true},
      {"name": "productiveWeeks", "label": "Weeks of a year in which families are seen", "least": 1, "most": 53, "optional": true},
      {"name": "uptake", "label": "Share of families in need that take up the offer (0.6 is 60%)", "least": 0.01, "most": 1, "optional": true}]',
    '', NULL, NULL, 'Parent-Infant Foundation, 2025 (to be checked at the source)', a.as_of, a.owner, now(), 'installation',
    'Its numbers are needed to plan'
FROM cohort.assumption a
WHERE a.id = 'A10' AND a.version = 1 AND NOT EXISTS (SELECT FROM cohort.assumption b WHERE b.id = 'A10' AND b.version > 1);
