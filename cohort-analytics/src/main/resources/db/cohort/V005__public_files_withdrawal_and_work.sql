-- The publishers' files: boundaries, postcodes, patients by practice and area, what could not be matched. Datasets that
-- are withdrawn. Work that goes on while a page shows how far it is.

ALTER TABLE cohort.dataset DROP CONSTRAINT dataset_kind_check;
ALTER TABLE cohort.dataset ADD CONSTRAINT dataset_kind_check CHECK (kind IN
    ('POPULATION', 'REGISTRATIONS', 'CONTACTS', 'DEPRIVATION', 'POSTCODES', 'AREAS', 'BOUNDARIES', 'PRACTICE_AREAS'));
CREATE INDEX dataset_by_file ON cohort.dataset (file_sha256);
CREATE INDEX dataset_by_series ON cohort.dataset (series);

-- The outline of an area for drawing, simplified: not for measuring.
CREATE TABLE cohort.area_boundary (
    dataset_id bigint NOT NULL,
    area_key integer NOT NULL REFERENCES cohort.area,
    rings text NOT NULL, -- JSON: [[[longitude, latitude], ...], ...] in WGS 84; holes are rings too
    PRIMARY KEY (area_key, dataset_id)
);
CREATE TRIGGER area_boundary_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.area_boundary
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- A postcode that has ended stays: old addresses have it.
CREATE TABLE cohort.postcode (
    dataset_id bigint NOT NULL,
    postcode text NOT NULL COLLATE "C", -- with one space
    ended text,                         -- year and month, or null
    lsoa11 text,
    lsoa21 text,
    msoa21 text,
    ward text,
    district text,
    icb text,
    sub_icb text,
    latitude double precision,
    longitude double precision,
    PRIMARY KEY (postcode, dataset_id)
);
CREATE TRIGGER postcode_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.postcode
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- Patients of a practice by the area they live in, as published: also Welsh areas and words such as CLOSED.
CREATE TABLE cohort.practice_area (
    dataset_id bigint NOT NULL,
    practice text NOT NULL COLLATE "C",
    area_code text NOT NULL COLLATE "C",
    patients integer NOT NULL CHECK (patients >= 0)
);
CREATE INDEX practice_area_of_dataset ON cohort.practice_area
    USING brin (dataset_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE TRIGGER practice_area_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.practice_area
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- Rows whose area is no area of the dataset's code set: counted and shown, never left out in silence.
CREATE TABLE cohort.dataset_unmatched (
    dataset_id bigint NOT NULL,
    code text NOT NULL,
    row_count bigint NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY (dataset_id, code)
);
CREATE TRIGGER dataset_unmatched_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.dataset_unmatched
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- A dataset that is withdrawn is not offered for new figures; those that rest on it stay as they are.
CREATE TABLE cohort.dataset_withdrawal (
    dataset_id bigint PRIMARY KEY REFERENCES cohort.dataset (id),
    reason text NOT NULL CHECK (reason <> ''),
    withdrawn_at timestamptz NOT NULL,
    withdrawn_by text NOT NULL,
    withdrawn_by_name text NOT NULL,
    authority text NOT NULL
);
CREATE TRIGGER dataset_withdrawal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.dataset_withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- Loads and the making of invented data, while they go on and for a while afterwards.
CREATE TABLE cohort.work (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    what text NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    cancel_asked boolean NOT NULL DEFAULT false,
    row_count bigint NOT NULL DEFAULT 0,
    bytes_read bigint NOT NULL DEFAULT 0,
    bytes_total bigint, -- null when not known
    message text NOT NULL DEFAULT '',
    datasets text[] NOT NULL DEFAULT '{}',
    report text,        -- JSON: the faults of the file
    started_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL, -- when its server last said that it goes on
    ended_at timestamptz,
    started_by text NOT NULL,
    started_by_name text NOT NULL,
    authority text NOT NULL
);
CREATE INDEX work_running ON cohort.work (seen_at) WHERE state = 'RUNNING';
CREATE INDEX work_ended ON cohort.work (ended_at);
