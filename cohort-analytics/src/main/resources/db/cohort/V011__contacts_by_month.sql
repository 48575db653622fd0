-- A window of odd days looks at the contacts of the months that it cuts: two of them, however long the extract is.
CREATE INDEX contact_by_month ON cohort.contact (dataset_id, month);
