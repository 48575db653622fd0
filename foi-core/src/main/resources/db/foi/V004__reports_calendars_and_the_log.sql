-- Compliance reports, calendar imports, the disclosure log's imports and tombstones, earlier answers.

-- Compliance reports of the whole system read by date of receipt alone.
create index foi_case_by_receipt_anywhere on foi.foi_case (received) where kind = 'REQUEST';
create index foi_case_by_end_of_review on foi.foi_case (ended_on) where kind = 'INTERNAL_REVIEW';
