-- How common something is in a kind of population, by studies and policies: one row a version, never changed or
-- removed, so that a result can name the version it used. A citation that is null says that the entry needs a
-- source. The spread says how much populations differ; only the numbers of its kind are there.
CREATE TABLE cohort.prevalence (
    id text NOT NULL CHECK (id ~ '^P[1-9][0-9]{0,5}$'),
    version integer NOT NULL CHECK (version > 0),
    measure text NOT NULL CHECK (measure <> ''),
    population text NOT NULL CHECK (population <> ''),
    share numeric CHECK (share >= 0 AND share <= 1),
    spread text NOT NULL,
    effective_size numeric CHECK (effective_size > 0),
    logit_deviation numeric CHECK (logit_deviation > 0),
    low numeric CHECK (low > 0 AND low < share),
    high numeric CHECK (high > share AND high < 1),
    studies integer CHECK (studies > 0),
    people integer CHECK (people > 0),
    citation text CHECK (citation <> ''),
    caveat text NOT NULL,
    as_of date NOT NULL,
    owner text NOT NULL CHECK (owner <> ''),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (id, version),
    CONSTRAINT spread_has_its_numbers CHECK (
        CASE spread
            WHEN 'EFFECTIVE_SIZE' THEN num_nonnulls(effective_size) = 1 AND num_nulls(logit_deviation, low, high) = 3
            WHEN 'LOGIT_DEVIATION' THEN num_nonnulls(logit_deviation, share) = 2 AND num_nulls(effective_size, low, high) = 3
            WHEN 'PREDICTION_INTERVAL' THEN num_nonnulls(low, high, share) = 3 AND num_nulls(effective_size, logit_deviation) = 2
            WHEN 'NONE' THEN num_nulls(effective_size, logit_deviation, low, high) = 4
            ELSE false
        END)
);
CREATE TRIGGER prevalence_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.prevalence
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

INSERT INTO cohort.prevalence
    (id, version, measure, population, share, spread, effective_size, logit_deviation, studies, people, citation,
     caveat, as_of, owner, recorded_at, recorded_by, reason)
SELECT id, 1, measure, population, share, spread, effective_size, logit_deviation, studies, people, citation,
    caveat, DATE '2026-11-23', 'Public health intelligence', now(), 'installation', 'Came with the product'
FROM (VALUES
    ('P1', 'Disorganised attachment', 'Babies in England, as planned for',
        0.10, 'EFFECTIVE_SIZE', 40, NULL::numeric, NULL::integer, NULL::integer, NULL,
        'A figure for planning, quoted in an answer from the Start for Life programme guide; the wording of the guide and the population it means are not confirmed. No study gives a spread: the effective size of 40 is an assumption. Studies find larger shares, up to 2.35 times this one in the review of 2023. A coded pattern of one parent and child at 12 to 18 months is a category of research, not a diagnosis and not a threshold for a service. It holds no observation from the area that it is used for.'),
    ('P2', 'Disorganised attachment', 'Ordinary families: middle-class samples without known adversity',
        0.15, 'LOGIT_DEVIATION', NULL, 0.5, 80, 6000,
        'van IJzendoorn, Schuengel and Bakermans-Kranenburg, Development and Psychopathology 1999, volume 11, page 225',
        'The share is “about 15%”, and two to three times as much under adversity. The counts are of the whole review, of all kinds of families: about 80 studies and more than 6,000 pairs of parent and child. The deviation between studies of 0.5 is an assumption until one is cited. A coded pattern of one parent and child at 12 to 18 months is a category of research, not a diagnosis and not a threshold for a service. It holds no observation from the area that it is used for.'),
    ('P3', 'Disorganised attachment', 'Families with a low income',
        0.25, 'EFFECTIVE_SIZE', 30, NULL, NULL, NULL, NULL,
        'The share is “about 25%” and is attributed to the tables of the review of 1999 by van IJzendoorn and others; it is not confirmed there. The effective size of 30 is an assumption. Deprivation of an area is not the income of a family: where this share is used for deprived areas, the area stands in for the family. A coded pattern of one parent and child at 12 to 18 months is a category of research, not a diagnosis and not a threshold for a service. It holds no observation from the area that it is used for.'),
    ('P4', 'Disorganised attachment', 'Families with maltreatment, several studies',
        0.48, 'NONE', NULL, NULL, NULL, NULL, NULL,
        'Attributed to the tables of the review of 1999 by van IJzendoorn and others; not confirmed there. How much populations differ is not known, so no model can use it yet. A share for families with maltreatment says nothing of families in general.'),
    ('P5', 'Disorganised attachment', 'Families worldwide, all samples of the review together',
        0.235, 'LOGIT_DEVIATION', NULL, 0.4, 285, 20720,
        'Madigan and others, Psychological Bulletin 2023, volume 149, page 99',
        'In the same review 51.6% were secure, 14.7% avoidant and 10.2% resistant. The share is larger where families have more social and economic risks, and many samples were chosen for such risks. The deviation between studies of 0.4 is an assumption until one is cited; the 20,720 pairs say how well the mean is known, and nothing of how much populations differ. It is 2.35 times the planning figure. A coded pattern of one parent and child at 12 to 18 months is a category of research, not a diagnosis and not a threshold for a service. It holds no observation from the area that it is used for.'),
    ('P6', 'Disorganised or controlling attachment', 'Children of preschool age',
        0.215, 'NONE', NULL, NULL, 97, 8186, NULL,
        'From a meta-analysis of the patterns of attachment at preschool age, 2023, whose authors and journal are not confirmed. Older children than babies, and another way of coding, which counts controlling children as well. How much populations differ is not known, so no model can use it yet.'),
    ('P7', 'Differences in disorganised attachment', 'Families at high risk, and with maltreatment, beside other families',
        NULL, 'NONE', NULL, NULL, 55, 4792,
        'Cyr, Euser, Bakermans-Kranenburg and van IJzendoorn, Development and Psychopathology 2010, volume 22, page 87',
        'Effect sizes and no share, so for reading only: d = 0.48 for families at high risk, 2.19 with maltreatment, and 1.20 with five or more social and economic risks. They say that a share from one kind of families must not be used for another.'),
    ('P8', 'Disorganised attachment', 'Infants with maltreatment, one study',
        0.80, 'NONE', NULL, NULL, 1, NULL, NULL,
        'The share is “about 80%” and is attributed to Carlson and others, Developmental Psychology 1989, volume 25, page 525; it is not confirmed there. One study says nothing of how much populations differ, so no model can use it. A share for maltreated infants says nothing of infants in general.')
) AS seed (id, measure, population, share, spread, effective_size, logit_deviation, studies, people, citation, caveat);
