-- Deprivation by area, and every dataset that a figure was computed from.

CREATE TABLE cohort.deprivation (
    dataset_id bigint NOT NULL,
    area_key integer NOT NULL REFERENCES cohort.area,
    imd_rank integer NOT NULL CHECK (imd_rank > 0),
    imd_decile smallint NOT NULL CHECK (imd_decile BETWEEN 1 AND 10),
    PRIMARY KEY (area_key, dataset_id)
);
COMMENT ON COLUMN cohort.deprivation.imd_rank IS '1 is the most deprived area';
CREATE TRIGGER deprivation_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.deprivation
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();

CREATE TABLE cohort.figure_source (
    figure_reference text NOT NULL REFERENCES cohort.figure (reference),
    dataset_reference text NOT NULL REFERENCES cohort.dataset (reference),
    PRIMARY KEY (dataset_reference, figure_reference)
);
INSERT INTO cohort.figure_source (figure_reference, dataset_reference)
SELECT reference, dataset_reference FROM cohort.figure;
CREATE TRIGGER figure_source_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort.figure_source
    FOR EACH STATEMENT EXECUTE FUNCTION cohort.refuse_change();
