-- Whether one has to go somewhere for a service: it is not offered online or by telephone, and has a place. Few need no
-- travelling, so those are found by an index of their own.
ALTER TABLE directory.service ADD COLUMN travelling boolean NOT NULL DEFAULT true;
UPDATE directory.service s SET travelling = false WHERE s.attending && '{online,telephone}'
    OR NOT EXISTS (SELECT FROM directory.service_at_location a WHERE a.service_id = s.id);
CREATE INDEX service_without_travelling ON directory.service (sort_name, public_id) INCLUDE (id)
    WHERE listed AND NOT travelling;

-- What a search around a point needs of a place, so that the wide rows of the places are not read.
DROP INDEX directory.service_at_location_by_point;
CREATE INDEX service_at_location_by_point ON directory.service_at_location (latitude, longitude)
    INCLUDE (service_id, public_id) WHERE latitude IS NOT NULL;

-- Answers are remembered while the revision stands. They rest on postcodes, areas and contracts as well, so these move
-- the revision on, whoever writes them.
CREATE FUNCTION directory.revise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE directory.revision SET number = number + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER edition_moves_revision_on AFTER INSERT OR DELETE OR UPDATE OF state, edition ON directory.postcode_edition
    FOR EACH STATEMENT EXECUTE FUNCTION directory.revise();
CREATE TRIGGER area_moves_revision_on AFTER INSERT OR DELETE OR UPDATE ON directory.area
    FOR EACH STATEMENT EXECUTE FUNCTION directory.revise();
CREATE TRIGGER part_moves_revision_on AFTER INSERT OR DELETE OR UPDATE ON directory.area_part
    FOR EACH STATEMENT EXECUTE FUNCTION directory.revise();
CREATE TRIGGER contract_moves_revision_on AFTER INSERT OR DELETE OR UPDATE ON directory.contract_version
    FOR EACH STATEMENT EXECUTE FUNCTION directory.revise();
CREATE TRIGGER profession_moves_revision_on AFTER INSERT OR DELETE OR UPDATE ON directory.profession
    FOR EACH STATEMENT EXECUTE FUNCTION directory.revise();
