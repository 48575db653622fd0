-- A record (organisation, service, place, taxonomy, term) is a document in the terms of HSDS, kept version by version.
-- Everything else about it is derived from that document when it is published: what the feed gives for it, and what it
-- is found by. See docs/decisions/013.

-- In how many letters two words differ. The extension is where an operator may have put it before.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA directory;
DO $$
DECLARE
    place text := (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname = 'fuzzystrmatch');
BEGIN
    EXECUTE format('CREATE FUNCTION directory.letters_apart(one text, other text) RETURNS integer LANGUAGE sql IMMUTABLE'
        ' AS ''SELECT %I.levenshtein_less_equal(one, other, 2)''', place);
END $$;

-- Words of names, terms and descriptions, for the one that somebody may have meant.
CREATE TABLE directory.word (
    word text PRIMARY KEY CHECK (length(word) BETWEEN 3 AND 60)
);

CREATE TABLE directory.version (
    kind text NOT NULL CHECK (kind IN ('organization', 'service', 'location', 'taxonomy', 'taxonomy_term')),
    record text NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    document jsonb NOT NULL,
    at timestamptz NOT NULL,
    author text NOT NULL,
    approver text NOT NULL,
    reason text NOT NULL,
    difference text NOT NULL,
    PRIMARY KEY (kind, record, number)
);
CREATE TRIGGER version_is_append_only BEFORE DELETE OR TRUNCATE ON directory.version
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

-- Erasing empties the documents of a record, and does nothing else; only directory.erase can.
CREATE FUNCTION directory.only_erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('directory.erasing', true) IS DISTINCT FROM OLD.kind || ' ' || OLD.record
        OR NEW.document <> '{}'
        OR (NEW.kind, NEW.record, NEW.number, NEW.at, NEW.author, NEW.approver)
            IS DISTINCT FROM (OLD.kind, OLD.record, OLD.number, OLD.at, OLD.author, OLD.approver) THEN
        RAISE EXCEPTION 'directory.version is append-only' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER version_is_only_erased BEFORE UPDATE ON directory.version
    FOR EACH ROW EXECUTE FUNCTION directory.only_erase();

CREATE FUNCTION directory.erase(erased_kind text, erased_record text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = directory, pg_temp AS $$
BEGIN
    PERFORM set_config('directory.erasing', erased_kind || ' ' || erased_record, true);
    UPDATE directory.version SET document = '{}', reason = '', difference = ''
        WHERE kind = erased_kind AND record = erased_record;
    PERFORM set_config('directory.erasing', '', true);
END $$;

-- What was there becomes version 1.
INSERT INTO directory.version
SELECT 'organization', public_id, 1,
    jsonb_strip_nulls(jsonb_build_object('id', public_id, 'name', name, 'description', name, 'website', url)),
    now(), 'migration', 'migration', 'Carried over', ''
FROM directory.organization;
INSERT INTO directory.version
SELECT 'location', public_id, 1,
    jsonb_strip_nulls(jsonb_build_object('id', public_id, 'location_type', 'physical', 'name', name,
        'latitude', latitude, 'longitude', longitude,
        'addresses', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'location_id', public_id,
            'address_1', address, 'city', district, 'state_province', 'Lincolnshire', 'postal_code', postcode,
            'country', 'GB', 'address_type', 'physical')))),
    now(), 'migration', 'migration', 'Carried over', ''
FROM directory.location;
INSERT INTO directory.version
SELECT 'service', s.public_id, 1,
    jsonb_strip_nulls(jsonb_build_object('id', s.public_id, 'organization_id', o.public_id, 'name', s.name,
        'description', s.description, 'status', s.status, 'url', s.url, 'email', s.email,
        'eligibility_description', s.eligibility, 'x_demonstration', nullif(s.demonstration, false),
        'x_age_months', CASE WHEN s.minimum_age IS NOT NULL OR s.maximum_age IS NOT NULL
            THEN jsonb_build_object('from', s.minimum_age, 'to', s.maximum_age) END,
        'phones', CASE WHEN s.phone IS NOT NULL
            THEN jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'number', s.phone)) END,
        'service_at_locations', (SELECT jsonb_agg(jsonb_build_object('id', a.public_id, 'location_id', l.public_id))
            FROM directory.service_at_location a JOIN directory.location l ON l.id = a.location_id
            WHERE a.service_id = s.id))),
    now(), 'migration', 'migration', 'Carried over', ''
FROM directory.service s JOIN directory.organization o ON o.id = s.organization_id;

DROP INDEX directory.organization_by_name;
ALTER TABLE directory.organization
    DROP COLUMN url,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN sort_name text NOT NULL DEFAULT '',
    ADD COLUMN words tsvector NOT NULL DEFAULT '',
    ADD COLUMN last_modified timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
    ADD COLUMN erased_at timestamptz,
    ADD COLUMN basic_item text,
    ADD COLUMN full_item text;
CREATE INDEX organization_in_order ON directory.organization (sort_name, public_id) WHERE basic_item IS NOT NULL;
CREATE INDEX organization_by_words ON directory.organization USING gin (words);
CREATE INDEX organization_by_name ON directory.organization (lower(name));

ALTER TABLE directory.location
    DROP COLUMN address,
    ALTER COLUMN postcode DROP NOT NULL,
    ALTER COLUMN district DROP NOT NULL,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN confidential boolean NOT NULL DEFAULT false,
    ADD COLUMN street text,
    ADD COLUMN erased_at timestamptz;
ALTER TABLE directory.location DROP CONSTRAINT location_latitude_check, DROP CONSTRAINT location_longitude_check;
-- A publish check looks the postcodes and streets of flagged places up.
CREATE INDEX location_confidential ON directory.location (id) WHERE confidential;

CREATE TABLE directory.taxonomy (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    name text NOT NULL,
    sort_name text NOT NULL,
    words tsvector NOT NULL,
    version integer NOT NULL,
    last_modified timestamptz NOT NULL,
    basic_item text NOT NULL
);
CREATE INDEX taxonomy_in_order ON directory.taxonomy (sort_name, public_id);

-- A parent may be a term that was never received: its id is kept as it came.
CREATE TABLE directory.taxonomy_term (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    taxonomy_id bigint REFERENCES directory.taxonomy (id),
    parent text,
    -- What publishers call the term itself; names a need.
    code text,
    name text NOT NULL,
    sort_name text NOT NULL,
    words tsvector NOT NULL,
    version integer NOT NULL,
    last_modified timestamptz NOT NULL,
    basic_item text NOT NULL
);
CREATE INDEX taxonomy_term_by_code ON directory.taxonomy_term (code);
CREATE INDEX taxonomy_term_in_order ON directory.taxonomy_term (sort_name, public_id);
CREATE INDEX taxonomy_term_of_taxonomy ON directory.taxonomy_term (taxonomy_id, sort_name, public_id);
CREATE INDEX taxonomy_term_of_parent ON directory.taxonomy_term (parent);

DROP INDEX directory.service_by_words;
DROP INDEX directory.service_by_name;
ALTER TABLE directory.service
    DROP COLUMN description, DROP COLUMN minimum_age, DROP COLUMN maximum_age, DROP COLUMN eligibility,
    DROP COLUMN url, DROP COLUMN email, DROP COLUMN phone, DROP COLUMN search, DROP COLUMN search_text,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN sort_name text NOT NULL DEFAULT '',
    -- What a search reads, without accents and in small letters; speech has the stems of English, names and terms first.
    ADD COLUMN words tsvector NOT NULL DEFAULT '',
    ADD COLUMN speech tsvector NOT NULL DEFAULT '',
    ADD COLUMN assured_date date,
    ADD COLUMN internal boolean NOT NULL DEFAULT false,
    ADD COLUMN withheld boolean NOT NULL DEFAULT false,
    ADD COLUMN erased_at timestamptz,
    -- Completed months, both ends included; null is open.
    ADD COLUMN age_from integer CHECK (age_from >= 0),
    ADD COLUMN age_to integer CHECK (age_to >= age_from),
    ADD COLUMN week_from integer,
    ADD COLUMN week_to integer,
    ADD COLUMN ages_known boolean NOT NULL DEFAULT false,
    ADD COLUMN free boolean NOT NULL DEFAULT false,
    ADD COLUMN attending text[] NOT NULL DEFAULT '{}',
    ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
    ADD COLUMN tier text CHECK (tier IN ('universal', 'targeted', 'specialist')),
    ADD COLUMN lead_profession text,
    ADD COLUMN area_stated boolean NOT NULL DEFAULT false,
    ADD COLUMN provenance real NOT NULL DEFAULT 0.1,
    ADD COLUMN completeness real NOT NULL DEFAULT 0,
    ADD COLUMN basic_item text,
    ADD COLUMN full_item text;
ALTER TABLE directory.service
    -- Withdrawn records keep answering under their id and in status=all; internal and erased ones do not.
    ADD COLUMN offered boolean NOT NULL GENERATED ALWAYS AS (
        NOT internal AND erased_at IS NULL AND basic_item IS NOT NULL) STORED,
    ADD COLUMN listed boolean NOT NULL GENERATED ALWAYS AS (
        NOT internal AND NOT withheld AND erased_at IS NULL AND basic_item IS NOT NULL
        AND status IN ('active', 'temporarily closed')) STORED;
CREATE INDEX service_listed_in_order ON directory.service (sort_name, public_id) INCLUDE (id) WHERE listed;
CREATE INDEX service_offered_in_order ON directory.service (sort_name, public_id) INCLUDE (id) WHERE offered;
CREATE INDEX service_by_modification ON directory.service (last_modified) WHERE offered;
CREATE INDEX service_by_words ON directory.service USING gin (words);
CREATE INDEX service_by_speech ON directory.service USING gin (speech);
CREATE INDEX service_by_assurance ON directory.service (assured_date) WHERE listed;

CREATE TABLE directory.service_term (
    service_id bigint NOT NULL REFERENCES directory.service (id),
    term text NOT NULL,
    taxonomy text,
    PRIMARY KEY (service_id, term)
);
CREATE INDEX service_term_by_term ON directory.service_term (term, service_id);
CREATE INDEX service_term_by_taxonomy ON directory.service_term (taxonomy, service_id);

-- The areas that a service says it serves: codes of the areas, of which a place is in several.
CREATE TABLE directory.covered_area (
    service_id bigint NOT NULL REFERENCES directory.service (id),
    area text NOT NULL,
    PRIMARY KEY (service_id, area)
);
CREATE INDEX covered_area_by_area ON directory.covered_area (area, service_id);

-- Spells of opening, in civil time of Europe/London, for the days that are looked ahead.
CREATE TABLE directory.opening (
    service_id bigint NOT NULL REFERENCES directory.service (id),
    place text,
    starts timestamp NOT NULL,
    ends timestamp NOT NULL CHECK (ends > starts)
);
CREATE INDEX opening_of_service ON directory.opening (service_id, starts);

CREATE TABLE directory.capacity (
    service_id bigint NOT NULL REFERENCES directory.service (id),
    unit text NOT NULL,
    available numeric NOT NULL,
    maximum numeric,
    updated timestamptz NOT NULL
);
CREATE INDEX capacity_of_service ON directory.capacity (service_id);

ALTER TABLE directory.service_at_location DROP CONSTRAINT service_at_location_pkey;
ALTER TABLE directory.service_at_location
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ADD COLUMN sort_name text NOT NULL DEFAULT '',
    ADD COLUMN listed boolean NOT NULL DEFAULT false,
    -- Null when the place is confidential or has no point.
    ADD COLUMN latitude double precision,
    ADD COLUMN longitude double precision,
    ADD COLUMN basic_item text,
    ADD COLUMN full_item text;
CREATE INDEX service_at_location_of_service ON directory.service_at_location (service_id);
CREATE INDEX service_at_location_in_order ON directory.service_at_location (sort_name, public_id) INCLUDE (id) WHERE listed;
CREATE INDEX service_at_location_by_point ON directory.service_at_location (latitude, longitude) WHERE latitude IS NOT NULL;

-- One row: goes up with every publication, so that what was counted before can be known as old.
CREATE TABLE directory.revision (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    number bigint NOT NULL
);
INSERT INTO directory.revision (number) VALUES (1);

-- Freshness R of section "freshness and provenance" of the guide for editors: full for 91 days since the date
-- of assurance, then straight down to nothing at 365; nothing without a date.
CREATE FUNCTION directory.freshness(assured date, provenance real, completeness real, today date) RETURNS integer
    LANGUAGE sql IMMUTABLE AS $$
    SELECT round((100 * (0.5 * coalesce(least(1.0, greatest(0.0, (365 - (today - assured)) / 274.0)), 0)
        + 0.25 * provenance + 0.25 * completeness))::numeric)::integer
$$;
