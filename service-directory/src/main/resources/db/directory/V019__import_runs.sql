-- Import runs that can be watched, stopped and gone on with, on any server.

UPDATE directory.import_run SET state = 'failed', message = 'Its server was ended in the middle of it.'
    WHERE state = 'running';

ALTER TABLE directory.import_run
    -- File name, or address of the feed.
    ADD COLUMN origin text NOT NULL DEFAULT '',
    ADD COLUMN fed boolean NOT NULL DEFAULT false,
    -- Only what changed since then was asked for; null for everything.
    ADD COLUMN since timestamptz,
    -- Pages of a feed that are in the spool, and how many it says it has.
    ADD COLUMN pages integer NOT NULL DEFAULT 0,
    ADD COLUMN pages_stated integer,
    -- It broke off and can be gone on with at the last page.
    ADD COLUMN may_go_on boolean NOT NULL DEFAULT false,
    ADD COLUMN stop_asked boolean NOT NULL DEFAULT false,
    ADD COLUMN alive_at timestamptz;

-- One source is imported once at a time, on whichever server.
CREATE UNIQUE INDEX import_run_one_at_a_time ON directory.import_run (source_id) WHERE state = 'running';

-- What a run has read, until it ends. Nothing that must outlive a crash: such a run reads again.
CREATE UNLOGGED TABLE directory.import_spool (
    run_id bigint NOT NULL REFERENCES directory.import_run (id) ON DELETE CASCADE,
    line integer NOT NULL,
    source_record text NOT NULL,
    hash bytea NOT NULL,
    -- Null when it is as it was the last time.
    document text,
    PRIMARY KEY (run_id, source_record)
);
CREATE INDEX import_spool_in_order ON directory.import_spool (run_id, line, source_record) WHERE document IS NOT NULL;
