-- Whoever sees the names in the training register, apart from those who keep the directory.

ALTER TABLE access.account_role DROP CONSTRAINT account_role_role_check;
ALTER TABLE access.account_role ADD CONSTRAINT account_role_role_check CHECK (role IN
    ('officer', 'contributor', 'approver', 'reviewer', 'publisher', 'qualified-person', 'auditor', 'analyst',
     'directory-editor', 'training-registrar', 'admin'));
