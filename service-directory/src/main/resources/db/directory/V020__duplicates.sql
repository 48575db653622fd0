-- Services that may be one. A machine finds pairs, people decide; a merge can be undone.

CREATE TABLE directory.duplicate_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    message text NOT NULL,
    services integer NOT NULL DEFAULT 0,
    compared bigint NOT NULL DEFAULT 0,
    likely integer NOT NULL DEFAULT 0,
    possible integer NOT NULL DEFAULT 0,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE UNIQUE INDEX duplicate_run_one_at_a_time ON directory.duplicate_run ((true)) WHERE state = 'running';

CREATE TABLE directory.duplicate_pair (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    one text NOT NULL,
    other text NOT NULL CHECK (one < other),
    score real NOT NULL,
    reasons text[] NOT NULL,
    -- What was compared: “not the same” holds as long as it stays.
    compared text NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'distinct', 'merged')),
    run_id bigint NOT NULL REFERENCES directory.duplicate_run (id),
    decided_by text,
    decided_at timestamptz,
    UNIQUE (one, other)
);
CREATE INDEX duplicate_pair_open ON directory.duplicate_pair (score DESC, id) WHERE state = 'open';

-- A service that was found to be another one. Both keep their ids and what their sources call them.
CREATE TABLE directory.merge (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pair_id bigint NOT NULL REFERENCES directory.duplicate_pair (id),
    gone text NOT NULL,
    kept text NOT NULL CHECK (kept <> gone),
    -- To bring it back as it was.
    status_before text NOT NULL,
    merged_by text NOT NULL,
    merged_at timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz
);
CREATE UNIQUE INDEX merge_in_force ON directory.merge (gone) WHERE undone_at IS NULL;
CREATE INDEX merge_of_kept ON directory.merge (kept) WHERE undone_at IS NULL;

-- What is compared, made anew by each run. Nothing that must outlive a crash.
CREATE UNLOGGED TABLE directory.duplicate_feature (
    service_id bigint PRIMARY KEY,
    public_id text NOT NULL,
    name text NOT NULL,
    organization_id bigint NOT NULL,
    sources bigint[] NOT NULL,
    identifiers text[] NOT NULL,
    phones text[] NOT NULL,
    mailboxes text[] NOT NULL,
    sites text[] NOT NULL,
    terms text[] NOT NULL,
    latitudes float8[] NOT NULL,
    longitudes float8[] NOT NULL,
    compared text NOT NULL
);
CREATE UNLOGGED TABLE directory.duplicate_key (
    service_id bigint NOT NULL,
    kind text NOT NULL,
    key text NOT NULL
);
CREATE INDEX duplicate_key_by_key ON directory.duplicate_key (kind, key);
CREATE UNLOGGED TABLE directory.duplicate_candidate (
    one bigint NOT NULL,
    other bigint NOT NULL,
    metres float8,
    identifier boolean NOT NULL,
    phone boolean NOT NULL,
    mailbox boolean NOT NULL,
    site boolean NOT NULL,
    terms boolean NOT NULL,
    PRIMARY KEY (one, other)
);

-- Metres between the nearest two of two lists of points; haversine with the mean radius of the Earth.
CREATE FUNCTION directory.metres_apart(lat1 float8[], lon1 float8[], lat2 float8[], lon2 float8[]) RETURNS float8
    LANGUAGE sql IMMUTABLE AS $$
    SELECT min(2 * 6371008.8 * asin(least(1, sqrt(sin(radians(b.lat - a.lat) / 2) ^ 2
        + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(radians(b.lon - a.lon) / 2) ^ 2))))
    FROM unnest(lat1, lon1) AS a (lat, lon), unnest(lat2, lon2) AS b (lat, lon)
$$;

-- The planner must know how large the tables are; only their owner can tell it.
CREATE FUNCTION directory.analyze_duplicates() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = directory, pg_temp AS $$
BEGIN
    ANALYZE directory.duplicate_feature;
    ANALYZE directory.duplicate_key;
END $$;
