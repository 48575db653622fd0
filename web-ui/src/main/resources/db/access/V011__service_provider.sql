-- Whoever keeps the records of an organisation in the directory.

ALTER TABLE access.account_role DROP CONSTRAINT account_role_role_check;
ALTER TABLE access.account_role ADD CONSTRAINT account_role_role_check CHECK (role IN
    ('officer', 'contributor', 'approver', 'reviewer', 'publisher', 'qualified-person', 'auditor', 'analyst',
     'directory-editor', 'training-registrar', 'provider', 'admin'));
