-- Person-level extracts (children and their registrations, contacts), areas, and cohort definitions.
-- People are numbers within one extract; the pseudonyms they came under are kept as keyed hashes only, dates of birth
-- as months (year * 12 + month - 1). Nothing here is ever changed: a newer extract is a new dataset.

ALTER TABLE cohort.dataset
    ADD COLUMN kind text NOT NULL DEFAULT 'POPULATION'
        CHECK (kind IN ('POPULATION', 'REGISTRATIONS', 'CONTACTS', 'DEPRIVATION', 'POSTCODES', 'AREAS')),
    -- the period an extract covers, half-open; null where the dataset is a stock at as_at
    ADD COLUMN covers_from date,
    ADD COLUMN covers_to date,
    -- the registrations whose children the contacts are of
    ADD COLUMN of_dataset text REFERENCES cohort.dataset (reference),
    -- the first month of cohort.contact_month
    ADD COLUMN first_month smallint,
    -- made by the generator for training and benchmarks; never released
    ADD COLUMN synthetic boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT dataset_period CHECK (covers_from < covers_to),
    ADD CONSTRAINT dataset_extracts CHECK (kind NOT IN ('REGISTRATIONS', 'CONTACTS') OR covers_from IS NOT NULL),
    ADD CONSTRAINT dataset_contacts CHECK ((kind = 'CONTACTS') = (of_dataset IS NOT NULL));

-- An area is a code of one vintage: the same code of 2011 and 2021 may be two different places.
CREATE TABLE cohort.area (
    area_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vintage text NOT NULL,
    code text NOT NULL COLLATE "C",
    UNIQUE (vintage, code)
);
CREATE TRIGGER area_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.area
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- Names and belonging come from look-ups, each a dataset of kind AREAS. The newest one counts.
CREATE TABLE cohort.area_name (
    dataset_id bigint NOT NULL,
    area_key integer NOT NULL REFERENCES cohort.area,
    name text NOT NULL,
    PRIMARY KEY (area_key, dataset_id)
);
CREATE TRIGGER area_name_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.area_name
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

CREATE TABLE cohort.area_within (
    dataset_id bigint NOT NULL,
    part integer NOT NULL REFERENCES cohort.area,
    whole integer NOT NULL REFERENCES cohort.area,
    -- how much of the part lies in the whole: 1 unless a best-fit look-up says otherwise
    share numeric NOT NULL DEFAULT 1 CHECK (share > 0 AND share <= 1),
    PRIMARY KEY (whole, part, dataset_id)
);
CREATE INDEX area_within_of_part ON cohort.area_within (part);
CREATE TRIGGER area_within_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.area_within
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- HMAC-SHA-256 of a pseudonym under this installation's key, cut to 128 bits (RFC 2104, section 5).
CREATE TABLE cohort.pseudonym (
    dataset_id integer NOT NULL,
    child boolean NOT NULL,
    key integer NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 16)
);
CREATE INDEX pseudonym_of_dataset ON cohort.pseudonym USING brin (dataset_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE TRIGGER pseudonym_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.pseudonym
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

CREATE TABLE cohort.registration (
    dataset_id integer NOT NULL,
    child_key integer NOT NULL,
    family_key integer NOT NULL,
    area_key integer NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,   -- the first day no longer registered; infinity while it lasts
    next_day date NOT NULL, -- the day this child's next registration begins, or infinity
    birth_month smallint NOT NULL,
    siblings boolean NOT NULL -- whether the family has another child in the extract
);
CREATE INDEX registration_of_dataset ON cohort.registration
    USING brin (dataset_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE TRIGGER registration_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.registration
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- Words for services and modes of contact, each once for the whole installation.
CREATE TABLE cohort.contact_word (
    kind text NOT NULL CHECK (kind IN ('SERVICE', 'MODE')),
    key smallint NOT NULL CHECK (key > 0),
    word text NOT NULL,
    PRIMARY KEY (kind, key),
    UNIQUE (kind, word)
);
CREATE TRIGGER contact_word_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.contact_word
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

CREATE TABLE cohort.contact (
    dataset_id integer NOT NULL,
    family_key integer NOT NULL,
    child_key integer,          -- null: with the family as a whole
    day date NOT NULL,
    month smallint NOT NULL,
    birth_month smallint,       -- of the child, so that the age at the contact needs no join
    service smallint NOT NULL,
    mode smallint NOT NULL
);
CREATE INDEX contact_of_dataset ON cohort.contact USING brin (dataset_id) WITH (pages_per_range = 128, autosummarize = on);
CREATE TRIGGER contact_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.contact
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- One row a registration, with the months in which there was a contact as 62 bits: bit 0 is dataset.first_month. Any
-- window of whole months and any age band in months is a mask, so "at least one contact" needs no look at the contacts.
-- Families with one child need no counting of distinct families; so they lie apart.
CREATE TABLE cohort.contact_month (
    dataset_id integer NOT NULL,
    child_key integer NOT NULL,
    family_key integer NOT NULL,
    area_key integer NOT NULL,
    child_months bigint NOT NULL,
    family_months bigint NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    next_day date NOT NULL,
    birth_month smallint NOT NULL,
    siblings boolean NOT NULL
) PARTITION BY LIST (siblings);
CREATE TABLE cohort.contact_month_alone PARTITION OF cohort.contact_month FOR VALUES IN (false);
-- In four parts, so that each core brings together the families of its own part.
CREATE TABLE cohort.contact_month_siblings PARTITION OF cohort.contact_month FOR VALUES IN (true)
    PARTITION BY HASH (family_key);
CREATE TABLE cohort.contact_month_siblings_0 PARTITION OF cohort.contact_month_siblings
    FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE cohort.contact_month_siblings_1 PARTITION OF cohort.contact_month_siblings
    FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE cohort.contact_month_siblings_2 PARTITION OF cohort.contact_month_siblings
    FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE cohort.contact_month_siblings_3 PARTITION OF cohort.contact_month_siblings
    FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE INDEX contact_month_of_dataset ON cohort.contact_month USING brin (dataset_id) WITH (pages_per_range = 32, autosummarize = on);
DO $$
DECLARE part regclass;
BEGIN
    FOR part IN SELECT relid FROM pg_partition_tree('cohort.contact_month') LOOP
        EXECUTE format('CREATE TRIGGER contact_month_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
            FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change()', part);
    END LOOP;
END $$;

-- A cohort definition is a document; a change makes the next version.
CREATE TABLE cohort.definition (
    reference text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    title text NOT NULL,
    sentence text NOT NULL,
    document text NOT NULL,
    document_sha256 text NOT NULL CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
    defined_at timestamptz NOT NULL,
    defined_by text NOT NULL,
    defined_by_name text NOT NULL,
    authority text NOT NULL,
    PRIMARY KEY (reference, version)
);
CREATE INDEX definition_newest_first ON cohort.definition (defined_at DESC, reference);
CREATE TRIGGER definition_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.definition
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();
