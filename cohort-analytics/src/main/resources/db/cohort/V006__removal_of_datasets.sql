-- Removing the rows of a withdrawn dataset, above all those about people when an agreement ends. The register keeps its
-- entry with hash and description, and who removed the rows and why; the figures made from it stay.

CREATE TABLE cohort.dataset_removal (
    dataset_id bigint PRIMARY KEY REFERENCES cohort.dataset (id),
    reason text NOT NULL CHECK (reason <> ''),
    removed_at timestamptz NOT NULL,
    removed_by text NOT NULL,
    removed_by_name text NOT NULL,
    authority text NOT NULL
);
CREATE TRIGGER dataset_removal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.dataset_removal
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

-- Removal is the one change that rows which never change may see. cohort.remove_rows writes a permit for its own
-- transaction, and takes it away before it ends. Nobody but the owner of the schema can write a permit.
CREATE TABLE cohort.removal_permit (transaction xid8 PRIMARY KEY);
REVOKE ALL ON cohort.removal_permit FROM public;
COMMENT ON TABLE cohort.removal_permit IS 'kept by triggers';

CREATE FUNCTION cohort.removing() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = cohort, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM cohort.removal_permit p WHERE p.transaction = pg_current_xact_id_if_assigned())
$$;

CREATE OR REPLACE FUNCTION cohort.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND cohort.removing() THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

-- Removes the rows of a dataset that was withdrawn and that no contacts rest on any more.
CREATE FUNCTION cohort.remove_rows(wanted bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
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
        'deprivation', 'area_name', 'area_within', 'area_boundary', 'postcode', 'practice_area',
        'dataset_unmatched'] LOOP
        EXECUTE format('DELETE FROM cohort.%I WHERE dataset_id = $1', part) USING wanted;
    END LOOP;
    DELETE FROM cohort.removal_permit WHERE transaction = pg_current_xact_id();
END $$;
