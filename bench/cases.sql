-- 100,000 cases with 300,000 questions in one authority, most of them closed, as an authority has after years.
\set ON_ERROR_STOP on
set synchronous_commit = off;

create temporary table made as
select 1000000 + n as id,
       'LCC-' || (2020 + n % 7) || '-' || 10000 + n as reference,
       date '2020-01-06' + (n % 2300) as received,
       case when n % 50 = 0 then 'RECEIVED' when n % 50 = 1 then 'DRAFTING' when n % 50 = 2 then 'AWAITING_CLARIFICATION'
            when n % 50 = 3 then 'WITHDRAWN' else 'CLOSED' end as state,
       (array['school transport', 'road repairs', 'care homes', 'family hubs', 'planning fees', 'library hours',
              'bus lanes', 'health visitors', 'empty houses', 'parking fines'])[1 + n % 10] as topic,
       n
from generate_series(1, :cases) n;

insert into foi.foi_case (id, reference, authority, kind, subject, channel, received, request_text, state, outcome,
                          calendar, due, base_due, draft_due, submitted_by, approved_by, sent_on, sent_channel,
                          days_taken, days_late, ended_on, lapses_on, revision, changed_by, changed_by_name, changed_at,
                          registered_at, validity)
select id, reference, 'lincolnshire-cc', 'REQUEST', 'Figures about ' || topic || ' in ward ' || n % 997, 'EMAIL', received,
       'Please tell me about ' || topic || ' in ward ' || n % 997, state,
       case when state = 'CLOSED' then 'GRANTED' end,
       (select version from foi.calendar_version limit 1),
       case when state = 'AWAITING_CLARIFICATION' then null else received + 28 end, received + 28, received + 14,
       case when state = 'CLOSED' then 'officer' end, case when state = 'CLOSED' then 'approver' end,
       case when state = 'CLOSED' then received + 20 end, case when state = 'CLOSED' then 'EMAIL' end,
       case when state = 'CLOSED' then 14 end, case when state = 'CLOSED' then 0 end,
       case when state in ('CLOSED', 'WITHDRAWN') then received + 20 end,
       case when state = 'AWAITING_CLARIFICATION' then received + 100 end,
       1, 'officer', 'Olivia Officer', now(), now(), case when state = 'RECEIVED' then '' else 'VALID' end
from made;

insert into foi.requester select id, 'Invented Requester ' || n % 5000, 'r' || n % 5000 || '@example.org', '' from made;

alter table foi.question disable trigger user;
insert into foi.question (id, case_id, number, text, narrative, held_status, outcome, revision, changed_by_name,
                          changed_at, regime, due, sent_on, advice)
select id * 10 + q, id, q,
       (array['How many were there', 'What did they cost', 'Which firm was paid'])[q] || ' for ' || topic || ' in ward '
           || n % 997 || ' in ' || 2015 + n % 11 || '?',
       'There were ' || n || '.', case when state = 'CLOSED' then 'HELD' end, case when state = 'CLOSED' then 'GRANTED' end,
       1, 'Olivia Officer', now(), 'FOIA', received + 28, case when state = 'CLOSED' then received + 20 end, ''
from made, generate_series(1, 3) q;
alter table foi.question enable trigger user;

insert into foi.history (id, case_id, at, actor, actor_name, kind, text)
select id * 10 + k, id, received + k, 'officer', 'Olivia Officer', 'REGISTERED', 'Entry ' || k || ' of the history.'
from made, generate_series(1, 5) k order by id, k;

analyze foi.foi_case;
analyze foi.question;
analyze foi.history;
analyze foi.requester;
