-- Local accounts, sign-in sessions, API tokens and their append-only record.

CREATE TABLE access.account (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username      text NOT NULL UNIQUE CHECK (username = lower(username) AND length(username) BETWEEN 1 AND 100),
    display_name  text NOT NULL,
    authority     text NOT NULL,
    password_hash text NOT NULL,
    failures      integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    locked_until  timestamptz,
    created_at    timestamptz NOT NULL
);

CREATE TABLE access.account_role (
    account_id bigint NOT NULL REFERENCES access.account,
    role       text NOT NULL CHECK (role IN ('officer', 'contributor', 'approver', 'analyst', 'directory-editor', 'admin')),
    PRIMARY KEY (account_id, role)
);

-- Only the hash of the cookie's token is kept: a copy of this table signs nobody in.
CREATE TABLE access.session (
    token_hash bytea PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES access.account,
    created_at timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    idle_until timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL
);
CREATE INDEX session_by_account ON access.session (account_id);
CREATE INDEX session_by_end ON access.session ((least(idle_until, ends_at)));

CREATE TABLE access.api_token (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    account_id bigint NOT NULL REFERENCES access.account,
    name       text NOT NULL,
    created_at timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX api_token_by_account ON access.api_token (account_id);

CREATE TABLE access.history (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    username text NOT NULL,
    event    text NOT NULL
);

CREATE FUNCTION access.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME;
END
$$;

CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.history
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
