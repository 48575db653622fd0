-- Services and where they are offered, in the terms of Open Referral UK. Public ids are UUIDs as text.

CREATE TABLE directory.organization (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    name text NOT NULL,
    url text
);
CREATE UNIQUE INDEX organization_by_name ON directory.organization (lower(name));

CREATE TABLE directory.service (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    organization_id bigint NOT NULL REFERENCES directory.organization (id),
    name text NOT NULL,
    description text NOT NULL,
    status text NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily closed')),
    minimum_age integer CHECK (minimum_age >= 0),
    maximum_age integer CHECK (maximum_age >= minimum_age),
    eligibility text,
    url text,
    email text,
    phone text,
    demonstration boolean NOT NULL,
    last_modified timestamptz NOT NULL,
    search_text text NOT NULL,
    search tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', search_text), 'B')
    ) STORED
);
CREATE INDEX service_by_words ON directory.service USING gin (search);
CREATE INDEX service_of_organization ON directory.service (organization_id);
CREATE INDEX service_by_name ON directory.service (lower(name), public_id);

CREATE TABLE directory.location (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    name text NOT NULL,
    address text NOT NULL,
    district text NOT NULL,
    postcode text NOT NULL,
    latitude double precision CHECK (latitude BETWEEN 49 AND 61),
    longitude double precision CHECK (longitude BETWEEN -9 AND 3),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

CREATE TABLE directory.service_at_location (
    service_id bigint NOT NULL REFERENCES directory.service (id),
    location_id bigint NOT NULL REFERENCES directory.location (id),
    public_id text NOT NULL UNIQUE,
    PRIMARY KEY (service_id, location_id)
);
CREATE INDEX service_at_location_by_location ON directory.service_at_location (location_id);

CREATE TABLE directory.history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    authority text NOT NULL,
    event text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL
);

CREATE FUNCTION directory.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.history
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();
