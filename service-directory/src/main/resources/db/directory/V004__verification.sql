-- The cycle of verification: who was reminded of what, links that say "still correct", and mail that waits.

ALTER TABLE directory.service ADD COLUMN openings_until date;
CREATE INDEX service_by_openings ON directory.service (openings_until) WHERE openings_until IS NOT NULL;

-- Each stage is told once for each date of assurance.
CREATE TABLE directory.reminder (
    service_id bigint NOT NULL REFERENCES directory.service (id),
    stage integer NOT NULL,
    since date NOT NULL,
    told_on date NOT NULL,
    PRIMARY KEY (service_id, stage, since)
);

-- Only the hash of a link's token is kept.
CREATE TABLE directory.confirmation (
    token_hash bytea PRIMARY KEY,
    service text NOT NULL,
    mailbox text NOT NULL,
    created_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    used_at timestamptz
);

-- The body goes when the mail is sent: it holds links.
CREATE TABLE directory.owner_mail (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    mailbox text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    only_due_soon boolean NOT NULL,
    created_on date NOT NULL,
    created_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL,
    sent_at timestamptz,
    failed_at timestamptz,
    message text NOT NULL DEFAULT ''
);
CREATE INDEX owner_mail_waiting ON directory.owner_mail (next_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX owner_mail_of_mailbox ON directory.owner_mail (mailbox, created_on);
