-- Families of several children in their order, with all that a count of whole months needs: they are brought together by a
-- walk along the index, without a table of all families in memory and without the rows themselves.
CREATE INDEX contact_month_by_family ON cohort.contact_month_siblings (dataset_id, family_key)
    INCLUDE (birth_month, from_day, to_day, next_day, family_months, area_key);
