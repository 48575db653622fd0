-- Where records come from. What was received is kept as it came; the catalogue is made from it.

CREATE TABLE directory.source (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    address text,
    -- 0.6 feed of an assured partner, 0.3 other import, 0.1 unknown
    trust real NOT NULL CHECK (trust BETWEEN 0 AND 1),
    -- When the last run that was whole began: only what changed since is asked for next time.
    last_good_start timestamptz,
    added_by text NOT NULL,
    added_at timestamptz NOT NULL
);

CREATE TABLE directory.import_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    source_id bigint NOT NULL REFERENCES directory.source (id),
    dry boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('running', 'done', 'refused', 'failed', 'stopped')),
    message text NOT NULL,
    records integer NOT NULL DEFAULT 0,
    added integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    proposed integer NOT NULL DEFAULT 0,
    vanished integer NOT NULL DEFAULT 0,
    faulty integer NOT NULL DEFAULT 0,
    warnings integer NOT NULL DEFAULT 0,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX import_run_newest ON directory.import_run (started_at DESC);

CREATE TABLE directory.import_finding (
    run_id bigint NOT NULL REFERENCES directory.import_run (id) ON DELETE CASCADE,
    number integer NOT NULL,
    line integer NOT NULL,
    source_record text NOT NULL,
    pointer text NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('ERROR', 'WARNING')),
    rule text NOT NULL,
    advice text NOT NULL,
    PRIMARY KEY (run_id, number)
);

CREATE TABLE directory.raw_record (
    source_id bigint NOT NULL REFERENCES directory.source (id),
    kind text NOT NULL,
    source_record text NOT NULL,
    record text NOT NULL,
    hash bytea NOT NULL,
    document jsonb NOT NULL,
    fetched_at timestamptz NOT NULL,
    run_id bigint NOT NULL REFERENCES directory.import_run (id),
    -- In how many whole runs since it was last seen it was missing.
    missing integer NOT NULL DEFAULT 0,
    PRIMARY KEY (source_id, kind, source_record)
);
CREATE INDEX raw_record_of_record ON directory.raw_record (record);

-- Which records came from which source. A record that came from another one is never written over.
CREATE TABLE directory.record_source (
    source_id bigint NOT NULL REFERENCES directory.source (id),
    kind text NOT NULL,
    record text NOT NULL,
    PRIMARY KEY (source_id, kind, record)
);
CREATE INDEX record_source_of_record ON directory.record_source (kind, record);

-- What somebody would like to change; nothing of it is public before it is approved.
CREATE TABLE directory.proposal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    kind text NOT NULL,
    record text NOT NULL,
    -- Version that it started from; 0 for a new record.
    base integer NOT NULL,
    document jsonb NOT NULL,
    difference text NOT NULL,
    reason text NOT NULL,
    state text NOT NULL CHECK (state IN ('proposed', 'approved', 'returned', 'superseded', 'withdrawn')),
    author text NOT NULL,
    authority text NOT NULL,
    at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    note text
);
CREATE INDEX proposal_open ON directory.proposal (at) WHERE state = 'proposed';
CREATE INDEX proposal_of_record ON directory.proposal (record, at);

-- Who may propose changes for an organisation, beside the editors of the directory.
CREATE TABLE directory.membership (
    username text NOT NULL,
    organization text NOT NULL,
    added_by text NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (username, organization)
);
