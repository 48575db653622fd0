-- The roles of casework beyond officer, contributor and approver.

ALTER TABLE access.account_role DROP CONSTRAINT account_role_role_check;
ALTER TABLE access.account_role ADD CONSTRAINT account_role_role_check CHECK (role IN
    ('officer', 'contributor', 'approver', 'reviewer', 'publisher', 'qualified-person', 'auditor', 'analyst',
     'directory-editor', 'admin'));

-- Whoever could publish before, by being an officer, still can.
INSERT INTO access.account_role (account_id, role)
    SELECT account_id, 'publisher' FROM access.account_role WHERE role = 'officer';

CREATE INDEX account_role_by_role ON access.account_role (role, account_id);
