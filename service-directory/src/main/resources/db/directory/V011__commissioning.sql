-- Who commissions what, for whom, where and how much. Contracts, positions and pathways are kept in versions that
-- are never changed: what was known on a day, and what is known now about that day, can both be asked.

CREATE TABLE directory.reference_counter (
    prefix text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (prefix, year)
);

CREATE TABLE directory.need (
    code text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{2,60}$'),
    term text NOT NULL UNIQUE,
    description text NOT NULL,
    stage text NOT NULL
);
INSERT INTO directory.need (code, term, description, stage) VALUES
    ('antenatal-preparation', 'Preparing for birth and parenthood', 'Courses and visits before birth.', 'pregnancy'),
    ('child-health', 'Health and development of the child', 'The contacts that every family is offered.', 'birth to 5 years'),
    ('infant-feeding', 'Infant feeding', 'Breastfeeding and bottle feeding.', 'birth to 2 years'),
    ('parent-infant-relationship', 'Parent-infant relationship', 'The bond between a baby and those who care for it, and help where it is at risk.', 'conception to 23 months'),
    ('perinatal-mental-health', 'Perinatal mental health', 'Mental health of parents in pregnancy and the first years.', 'pregnancy to 2 years'),
    ('family-support', 'Support for families with several needs', 'A named worker, groups and advice.', 'birth to 18 years'),
    ('early-years-play', 'Play and early learning', 'Groups and play sessions.', 'birth to 5 years'),
    ('neonatal-care', 'Families in neonatal care', 'Babies in a neonatal unit and their families.', 'birth to 1 year');

-- Which professions may lead what is called a specialised parent-infant relationship team is data, not program.
CREATE TABLE directory.profession (
    code text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{2,60}$'),
    name text NOT NULL UNIQUE,
    leads_relationship_team boolean NOT NULL
);
INSERT INTO directory.profession (code, name, leads_relationship_team) VALUES
    ('clinical-psychologist', 'Clinical psychologist', true),
    ('child-psychotherapist', 'Child psychotherapist', true),
    ('psychiatrist', 'Psychiatrist', false),
    ('mental-health-nurse', 'Mental health nurse', false),
    ('health-visitor', 'Health visitor', false),
    ('family-health-worker', 'Family health worker', false),
    ('midwife', 'Midwife', false),
    ('neonatal-nurse', 'Neonatal nurse', false),
    ('therapeutic-worker', 'Therapeutic worker', false),
    ('early-years-practitioner', 'Early years practitioner', false),
    ('early-help-worker', 'Early help worker', false),
    ('social-worker', 'Social worker', false),
    ('peer-supporter', 'Peer supporter', false);

CREATE TABLE directory.contract (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    authority text NOT NULL,
    demonstration boolean NOT NULL
);

CREATE TABLE directory.contract_version (
    contract bigint NOT NULL REFERENCES directory.contract (id),
    version integer NOT NULL CHECK (version > 0),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text NOT NULL,
    title text NOT NULL,
    provider text NOT NULL,
    provider_id text,
    sub_contractors text[] NOT NULL,
    services text[] NOT NULL,
    starts date NOT NULL,
    ends date CHECK (ends >= starts),
    extension_until date CHECK (extension_until > ends),
    terminated_on date CHECK (terminated_on >= starts),
    value_a_year numeric(14, 2) CHECK (value_a_year >= 0),
    indicators text,
    documents text,
    PRIMARY KEY (contract, version)
);
CREATE INDEX contract_version_by_time ON directory.contract_version (recorded_at);
CREATE TRIGGER contract_version_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.contract_version
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

CREATE TABLE directory.contract_commissioner (
    contract bigint NOT NULL,
    version integer NOT NULL,
    place integer NOT NULL,
    name text NOT NULL,
    organization_id text,
    share numeric(5, 2) CHECK (share > 0 AND share <= 100),
    PRIMARY KEY (contract, version, place),
    FOREIGN KEY (contract, version) REFERENCES directory.contract_version (contract, version)
);
COMMENT ON COLUMN directory.contract_commissioner.place IS '1 is the lead';
CREATE TRIGGER contract_commissioner_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.contract_commissioner
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

CREATE TABLE directory.contract_line (
    contract bigint NOT NULL,
    version integer NOT NULL,
    line integer NOT NULL CHECK (line > 0),
    areas text[] NOT NULL CHECK (cardinality(areas) > 0),
    months_from integer CHECK (months_from >= 0),
    months_to integer CHECK (months_to >= 0),
    weeks_from integer CHECK (weeks_from BETWEEN 0 AND 45),
    weeks_to integer CHECK (weeks_to BETWEEN 0 AND 45),
    need text NOT NULL REFERENCES directory.need (code),
    tier text NOT NULL CHECK (tier IN ('UNIVERSAL', 'TARGETED', 'SPECIALIST')),
    tier_reason text NOT NULL,
    lead_profession text REFERENCES directory.profession (code),
    capacity_unit text CHECK (capacity_unit IN ('FAMILY_PLACE', 'CASELOAD_PLACE', 'GROUP_PLACE', 'APPOINTMENT', 'WTE')),
    capacity_maximum numeric(12, 2) CHECK (capacity_maximum >= 0),
    capacity_funded numeric(12, 2) CHECK (capacity_funded >= 0),
    capacity_a_year boolean,
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from),
    PRIMARY KEY (contract, version, line),
    FOREIGN KEY (contract, version) REFERENCES directory.contract_version (contract, version),
    CHECK (months_from <= months_to),
    CHECK (weeks_from <= weeks_to),
    CHECK ((capacity_unit IS NULL) = (capacity_a_year IS NULL))
);
CREATE TRIGGER contract_line_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.contract_line
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

CREATE TABLE directory.contract_team (
    contract bigint NOT NULL,
    version integer NOT NULL,
    line integer NOT NULL,
    profession text NOT NULL REFERENCES directory.profession (code),
    wte numeric(8, 2) NOT NULL CHECK (wte >= 0),
    PRIMARY KEY (contract, version, line, profession),
    FOREIGN KEY (contract, version, line) REFERENCES directory.contract_line (contract, version, line)
);
CREATE TRIGGER contract_team_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.contract_team
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

CREATE TABLE directory.commissioning_position (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    authority text NOT NULL,
    demonstration boolean NOT NULL
);

CREATE TABLE directory.position_version (
    position bigint NOT NULL REFERENCES directory.commissioning_position (id),
    version integer NOT NULL CHECK (version > 0),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text NOT NULL,
    commissioner text NOT NULL,
    commissioner_id text,
    need text NOT NULL REFERENCES directory.need (code),
    tier text CHECK (tier IN ('UNIVERSAL', 'TARGETED', 'SPECIALIST')),
    areas text[] NOT NULL CHECK (cardinality(areas) > 0),
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from),
    status text NOT NULL CHECK (status IN ('COMMISSIONED', 'PROVIDED_WITHOUT_CONTRACT', 'NOT_COMMISSIONED', 'UNKNOWN')),
    approach text NOT NULL CHECK (approach IN ('TEAM', 'WORKFORCE', 'OTHER', 'NONE')),
    programmes text[] NOT NULL,
    services text[] NOT NULL,
    statement text NOT NULL,
    declared_by text NOT NULL,
    declared_on date NOT NULL,
    evidence text NOT NULL,
    PRIMARY KEY (position, version)
);
CREATE INDEX position_version_by_time ON directory.position_version (recorded_at);
CREATE TRIGGER position_version_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.position_version
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

-- Those who have to say something before an answer is one of the whole care system.
CREATE TABLE directory.system_commissioner (
    area text NOT NULL REFERENCES directory.area (code),
    version integer NOT NULL CHECK (version > 0),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    names text[] NOT NULL,
    PRIMARY KEY (area, version)
);
CREATE TRIGGER system_commissioner_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.system_commissioner
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

-- A person's word on whether a line is a specialised parent-infant relationship team, against what the tests say.
CREATE TABLE directory.label_ruling (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contract bigint NOT NULL REFERENCES directory.contract (id),
    line integer NOT NULL,
    holds boolean,
    reason text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL
);
CREATE INDEX label_ruling_by_line ON directory.label_ruling (contract, line, id);
CREATE TRIGGER label_ruling_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.label_ruling
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

CREATE TABLE directory.pathway (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    authority text NOT NULL,
    demonstration boolean NOT NULL
);

CREATE TABLE directory.pathway_version (
    pathway bigint NOT NULL REFERENCES directory.pathway (id),
    version integer NOT NULL CHECK (version > 0),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    name text NOT NULL,
    need text NOT NULL REFERENCES directory.need (code),
    owner text NOT NULL,
    in_force_from date NOT NULL,
    PRIMARY KEY (pathway, version)
);
CREATE TRIGGER pathway_version_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.pathway_version
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

CREATE TABLE directory.pathway_step (
    pathway bigint NOT NULL,
    version integer NOT NULL,
    step integer NOT NULL CHECK (step > 0),
    name text NOT NULL,
    months_from integer CHECK (months_from >= 0),
    months_to integer CHECK (months_to >= 0),
    weeks_from integer CHECK (weeks_from BETWEEN 0 AND 45),
    weeks_to integer CHECK (weeks_to BETWEEN 0 AND 45),
    tier text NOT NULL CHECK (tier IN ('UNIVERSAL', 'TARGETED', 'SPECIALIST')),
    need text NOT NULL REFERENCES directory.need (code),
    profession text REFERENCES directory.profession (code),
    referral text,
    longest_wait_days integer CHECK (longest_wait_days >= 0),
    farthest_km integer CHECK (farthest_km > 0),
    next_steps text,
    PRIMARY KEY (pathway, version, step),
    FOREIGN KEY (pathway, version) REFERENCES directory.pathway_version (pathway, version)
);
CREATE TRIGGER pathway_step_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.pathway_step
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();
