-- Datasets as loaded, figures as computed, releases as made. Nothing here is ever changed or removed:
-- triggers refuse it, so that a figure can be computed again and compared years later.

CREATE FUNCTION cohort.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

-- Public references (D-2026-0001, F-2026-0001). The row lock taken by the increment makes them race-free.
CREATE TABLE cohort.reference_counter (
    kind text NOT NULL,
    year integer NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (kind, year)
);

CREATE SEQUENCE cohort.dataset_key;

CREATE TABLE cohort.dataset (
    id bigint PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    series text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    title text NOT NULL,
    publisher text NOT NULL,
    source_system text NOT NULL,
    extract_date date NOT NULL,
    licence text NOT NULL,
    attribution text NOT NULL,
    unit text NOT NULL,
    as_at date NOT NULL,
    age_rule text NOT NULL,
    geography_basis text NOT NULL,
    vintage text NOT NULL,
    area_covered text NOT NULL,
    caveats text NOT NULL,
    file_name text NOT NULL,
    file_bytes bigint NOT NULL,
    file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    row_count bigint NOT NULL CHECK (row_count > 0),
    age_first integer NOT NULL,
    age_last integer NOT NULL,
    age_open boolean NOT NULL,
    districts text[] NOT NULL,
    loaded_at timestamptz NOT NULL,
    loaded_by text NOT NULL,
    loaded_by_name text NOT NULL,
    authority text NOT NULL,
    UNIQUE (series, version)
);
CREATE TRIGGER dataset_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.dataset
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- One row an area; ages[1] counts the people of the dataset's first age. The rows of a dataset are
-- written by one COPY and so lie together: a block range index finds them at almost no cost to the load,
-- where a unique one takes twice as long as the rows. The loader sees to it that no area is there twice.
-- No foreign key to dataset either: it would be looked up once a row, and the loader writes both or neither.
CREATE TABLE cohort.population_area (
    dataset_id bigint NOT NULL,
    area_code text NOT NULL COLLATE "C",
    area_name text,
    district text COLLATE "C",
    total_population integer,
    ages integer[] NOT NULL,
    imd2019_decile smallint,
    imd2019_rank integer,
    income2019_decile smallint
);
CREATE INDEX population_area_of_dataset ON cohort.population_area
    USING brin (dataset_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE TRIGGER population_area_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.population_area
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

CREATE TABLE cohort.figure (
    reference text PRIMARY KEY,
    dataset_reference text NOT NULL REFERENCES cohort.dataset (reference),
    title text NOT NULL,
    sentence text NOT NULL,
    table_sha256 text NOT NULL CHECK (table_sha256 ~ '^[0-9a-f]{64}$'),
    document text NOT NULL,
    computed_at timestamptz NOT NULL,
    computed_by text NOT NULL,
    authority text NOT NULL
);
CREATE INDEX figure_newest_first ON cohort.figure (computed_at DESC, reference DESC);
CREATE TRIGGER figure_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.figure
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- The rule for small counts, as data. A new rule is a new row with the next version.
CREATE TABLE cohort.release_policy (
    id text PRIMARY KEY,
    version integer NOT NULL UNIQUE CHECK (version > 0),
    threshold integer NOT NULL CHECK (threshold >= 1),
    zero_shown boolean NOT NULL,
    rule text NOT NULL,
    citation text NOT NULL
);
CREATE TRIGGER release_policy_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.release_policy
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

INSERT INTO cohort.release_policy (id, version, threshold, zero_shown, rule, citation) VALUES (
    'small-counts-7', 1, 7, true,
    'A count from 1 to 7 is small and is not released; zero is shown.',
    'NHS England, disclosure control of sub-national counts in hospital and emergency care statistics, since 2018.');

CREATE TABLE cohort.release_ledger (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    figure_reference text NOT NULL REFERENCES cohort.figure (reference),
    policy_id text NOT NULL REFERENCES cohort.release_policy (id),
    table_sha256 text NOT NULL,
    released_at timestamptz NOT NULL,
    released_by text NOT NULL,
    authority text NOT NULL,
    reason text NOT NULL,
    UNIQUE (figure_reference, policy_id)
);
CREATE TRIGGER release_ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.release_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

CREATE TABLE cohort.history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    authority text NOT NULL,
    event text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL
);
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.history
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();
