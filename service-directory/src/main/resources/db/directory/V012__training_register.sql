-- Who is trained in what. People are known by a reference; their names are in a table of their own, which another
-- role reads. Nothing about a person is changed in place but the name: spells and records are added, ended or withdrawn.

CREATE TABLE directory.programme (
    code text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{2,60}$'),
    name text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('AWARENESS', 'GROUP_FACILITATOR', 'METHOD_PRACTITIONER', 'ASSESSMENT_TOOL')),
    levels text[] NOT NULL CHECK (cardinality(levels) > 0),
    renewal_months integer CHECK (renewal_months > 0),
    supervision boolean NOT NULL
);
INSERT INTO directory.programme (code, name, kind, levels, renewal_months, supervision) VALUES
    ('antenatal-solihull', 'Antenatal Solihull', 'GROUP_FACILITATOR', '{TRAINED}', NULL, false),
    ('mellow-bumps', 'Mellow Bumps', 'GROUP_FACILITATOR', '{TRAINED,IN_SUPERVISION,ACCREDITED}', 36, true),
    ('vig', 'Video interaction guidance (VIG)', 'METHOD_PRACTITIONER', '{AWARE,IN_SUPERVISION,ACCREDITED,SUPERVISOR}', 24, true),
    ('attachment-awareness', 'Attachment and bonding awareness', 'AWARENESS', '{AWARE}', 36, false),
    ('newborn-observation', 'Newborn behavioural observation', 'ASSESSMENT_TOOL', '{TRAINED,ACCREDITED}', 36, false);

CREATE TABLE directory.practitioner (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    authority text NOT NULL,
    demonstration boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL
);
CREATE INDEX practitioner_of_authority ON directory.practitioner (authority, id);

CREATE TABLE directory.practitioner_name (
    practitioner bigint PRIMARY KEY REFERENCES directory.practitioner (id),
    name text NOT NULL,
    mailbox text
);

-- Where somebody works and how much, from a day on until the next spell begins or the work ends.
CREATE TABLE directory.practitioner_spell (
    practitioner bigint NOT NULL REFERENCES directory.practitioner (id),
    spell integer NOT NULL CHECK (spell > 0),
    starts date NOT NULL,
    ends date CHECK (ends >= starts),
    employer text NOT NULL,
    team text,
    profession text NOT NULL REFERENCES directory.profession (code),
    district text NOT NULL REFERENCES directory.area (code),
    wte numeric(4, 2) NOT NULL CHECK (wte > 0 AND wte <= 1.5),
    PRIMARY KEY (practitioner, spell)
);

CREATE TABLE directory.training_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    practitioner bigint NOT NULL REFERENCES directory.practitioner (id),
    programme text NOT NULL REFERENCES directory.programme (code),
    level text NOT NULL CHECK (level IN ('AWARE', 'TRAINED', 'IN_SUPERVISION', 'ACCREDITED', 'SUPERVISOR')),
    trained_on date NOT NULL,
    evidence text NOT NULL,
    valid_until date,
    supervision_due date,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    CHECK (valid_until >= trained_on),
    CHECK (supervision_due >= trained_on)
);
CREATE INDEX training_record_of_practitioner ON directory.training_record (practitioner, programme, trained_on);
CREATE TRIGGER training_record_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.training_record
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();

CREATE TABLE directory.training_withdrawal (
    record bigint PRIMARY KEY REFERENCES directory.training_record (id),
    reason text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL
);
CREATE TRIGGER training_withdrawal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.training_withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();
