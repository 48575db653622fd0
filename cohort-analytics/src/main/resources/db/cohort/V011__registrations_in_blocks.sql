-- Registrations of one area, up to 62 a row, month by month: bit i of every number speaks of registration i. The month that a
-- number is about is its subscript (year × 12 + month - 1). Whole months are counted by a few operations a row in place of
-- one row a registration.
CREATE TABLE cohort.contact_block (
    dataset_id integer NOT NULL,
    area_key integer NOT NULL,
    siblings boolean NOT NULL,
    born_by bigint[] NOT NULL,      -- born in that month or before; from dataset.born_from on
    latest_on bigint[] NOT NULL,    -- on its first day, this is the latest registration that had begun before
    lasting_past bigint[] NOT NULL, -- registered after its first day
    child_seen bigint[] NOT NULL,   -- the child had a contact in it
    family_seen bigint[] NOT NULL   -- the family had
) WITH (toast_tuple_target = 8160); -- read as they lie, and not unpacked
CREATE INDEX contact_block_of_dataset ON cohort.contact_block
    USING brin (dataset_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE TRIGGER contact_block_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.contact_block
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- Null: loaded before there were blocks.
ALTER TABLE cohort.dataset ADD COLUMN born_from smallint;

-- Removes the rows of a dataset that was withdrawn and that no contacts rest on any more.
CREATE OR REPLACE FUNCTION cohort.remove_rows(wanted bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = cohort, pg_temp AS $$
DECLARE
    named text;
    part text;
BEGIN
    SELECT d.reference INTO named FROM cohort.dataset d WHERE d.id = wanted FOR UPDATE;
    IF NOT EXISTS (SELECT 1 FROM cohort.dataset_withdrawal w WHERE w.dataset_id = wanted)
        OR EXISTS (SELECT 1 FROM cohort.dataset d WHERE d.of_dataset = named
            AND NOT EXISTS (SELECT 1 FROM cohort.dataset_removal r WHERE r.dataset_id = d.id)) THEN
        RAISE EXCEPTION 'the dataset is not withdrawn, or contacts rest on it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    INSERT INTO cohort.removal_permit VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
    FOREACH part IN ARRAY ARRAY['population_area', 'registration', 'pseudonym', 'contact', 'contact_month',
        'contact_block',
        'deprivation', 'area_name', 'area_within', 'area_boundary', 'postcode', 'practice_area',
        'dataset_unmatched'] LOOP
        EXECUTE format('DELETE FROM cohort.%I WHERE dataset_id = $1', part) USING wanted;
    END LOOP;
    DELETE FROM cohort.removal_permit WHERE transaction = pg_current_xact_id();
END $$;
