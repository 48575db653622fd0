-- Accounts that administrators close and reopen, and who did it.

ALTER TABLE access.account ADD COLUMN closed_at timestamptz;
CREATE INDEX account_by_authority ON access.account (authority, username);

-- Who did it, when that was not the owner of the account: an administrator's user name.
ALTER TABLE access.history ADD COLUMN actor text;
CREATE INDEX history_by_username ON access.history (username, id);
