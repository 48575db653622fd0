-- What calculations assume: one row a version, never changed or removed, so that a result can name the
-- version it used. The numbers are in value, a list of {name, label, number, least, most, optional}. A
-- citation that is null says that the assumption needs a source.
CREATE TABLE cohort.assumption (
    id text NOT NULL CHECK (id ~ '^[A-Z][0-9]{1,3}$'),
    version integer NOT NULL CHECK (version > 0),
    statement text NOT NULL CHECK (statement <> ''),
    value text NOT NULL CHECK (jsonb_typeof(value::jsonb) = 'array'),
    range_of text NOT NULL,
    low numeric CHECK (low >= 0),
    high numeric CHECK (high >= low),
    citation text CHECK (citation <> ''),
    as_of date NOT NULL,
    owner text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TRIGGER assumption_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.assumption
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

INSERT INTO cohort.assumption
    (id, version, statement, value, range_of, low, high, citation, as_of, owner, recorded_at, recorded_by, reason)
SELECT id, 1, statement, value, range_of, low, high, citation, DATE '2026-11-23', owner, now(), 'installation',
    'Came with the product'
FROM (VALUES
    ('A1', 'A child born on 29 February has its birthday on 1 March in years that are no leap years.',
        '[]', '', NULL::numeric, NULL::numeric, NULL, 'Owner of the data'),
    ('A2', 'A published window counts its last day too, “2 or under” means that the youngest child is under 3 at the contact, and a family with several contacts is counted once.',
        '[]', '', NULL, NULL, NULL, 'The authority that published the number'),
    ('A3', 'Lincolnshire had about 7,000 births a year from April 2019 to April 2023, which is about 6,900 maternities a year. Where the maternities of single years are filled in, they take the place of that number.',
        '[{"name": "maternities", "label": "Maternities a year", "number": 6900, "least": 1, "most": 1000000},
          {"name": "year1", "label": "Maternities in the last year of the window", "least": 1, "most": 1000000, "optional": true},
          {"name": "year2", "label": "Maternities one year before that", "least": 1, "most": 1000000, "optional": true},
          {"name": "year3", "label": "Maternities two years before that", "least": 1, "most": 1000000, "optional": true},
          {"name": "year4", "label": "Maternities three years before that", "least": 1, "most": 1000000, "optional": true}]',
        'Maternities a year', 6500, 7300, NULL, 'Public health intelligence'),
    ('A4', 'Of mothers who gave birth, these shares have another birth within 12, 24, 36 and 48 months.',
        '[{"name": "within12", "label": "Share with another birth within 12 months (0.12 is 12%)", "number": 0, "least": 0, "most": 1},
          {"name": "within24", "label": "Share within 24 months", "number": 0.12, "least": 0, "most": 1},
          {"name": "within36", "label": "Share within 36 months", "number": 0.28, "least": 0, "most": 1},
          {"name": "within48", "label": "Share within 48 months", "number": 0.40, "least": 0, "most": 1}]',
        'Mean years to the next birth, within 4 years', 3.2, 3.6, NULL, 'Public health intelligence'),
    ('A5', 'No families with such a child move in. Families moving in only add to the denominator, so none gives the highest reach.',
        '[{"name": "families", "label": "Families with such a child that move in a year", "number": 0, "least": 0, "most": 1000000}]',
        'Families moving in a year', 0, 800, NULL, 'Public health intelligence'),
    ('A6', 'The national planning figure for disorganised attachment is 10%, about the population that the programme guide means.',
        '[]', '', NULL, NULL, NULL, 'Public health intelligence'),
    ('A7', 'Disorganised attachment is found in about 25% of low-income samples, 48% of samples with maltreatment (about 80% in one study of 1989); 25% and 15% are used for areas of high and of other deprivation.',
        '[]', '', NULL, NULL, NULL, 'Public health intelligence'),
    ('A8', 'The preschool meta-analysis of 2023 is cited with the right authors and journal.',
        '[]', '', NULL, NULL, NULL, 'Public health intelligence'),
    ('A9', 'How much populations differ in prevalence is the same as between the studies that each source pooled.',
        '[]', '', NULL, NULL, NULL, 'Public health intelligence'),
    ('A10', 'Caseloads, weeks per episode, uptake and productive weeks of teams are as the sector bodies report them.',
        '[]', '', NULL, NULL, NULL, 'Commissioner of the service'),
    ('A11', 'The thresholds for small counts are those of the current policies of the publishers.',
        '[]', '', NULL, NULL, NULL, 'Information governance lead'),
    ('A12', 'How wide the interval of a rounded or withheld count must stay is a choice of governance.',
        '[]', '', NULL, NULL, NULL, 'Information governance lead'),
    ('A13', 'Counts from PDS differ from counts from NHAIS by a ratio that depends on age.',
        '[{"name": "ratio", "label": "Count in PDS for each one in NHAIS", "least": 0.1, "most": 10, "optional": true}]',
        'Count in PDS for each one in NHAIS', NULL, NULL, NULL, 'Public health intelligence'),
    ('A14', 'The header lines of public files that were not yet seen are as described.',
        '[]', '', NULL, NULL, NULL, 'Data engineer'),
    ('A15', 'A proportion is refused when less than 95% of the births behind either number are behind both, with a warning from there to 100%; a rounded number is small below 20 rounding bases.',
        '[{"name": "refuseBelow", "label": "Refuse below this share of common births (0.95 is 95%)", "number": 0.95, "least": 0, "most": 1},
          {"name": "warnBelow", "label": "Warn below this share", "number": 1, "least": 0, "most": 1},
          {"name": "smallBases", "label": "A rounded number is small below this many rounding bases", "number": 20, "least": 0, "most": 1000}]',
        '', NULL, NULL, NULL, 'Public health intelligence'),
    ('A16', 'There are about 1.015 children per maternity, since 14.6 of 1,000 maternities are multiple ones.',
        '[{"name": "children", "label": "Children per maternity", "number": 1.015, "least": 1, "most": 2}]',
        'Children per maternity', NULL, NULL,
        'Office for National Statistics, births in England and Wales, 2022', 'Public health intelligence'),
    ('A17', 'GP registration lists differ from census-based mid-year estimates by a ratio that depends on age: above them overall, below them at age 0.',
        '[{"name": "ratio", "label": "Registered patients for each resident of the mid-year estimate", "least": 0.1, "most": 10, "optional": true}]',
        'Registered patients for each resident of the mid-year estimate', NULL, NULL, NULL, 'Public health intelligence')
) AS seed (id, statement, value, range_of, low, high, citation, owner);
