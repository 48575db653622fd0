-- Statements that answers cite. Each year counts from 1.

CREATE TABLE directory.citation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year integer NOT NULL,
    number integer NOT NULL,
    document jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    UNIQUE (year, number)
);
CREATE TRIGGER citation_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directory.citation
    FOR EACH STATEMENT EXECUTE FUNCTION directory.refuse_change();
