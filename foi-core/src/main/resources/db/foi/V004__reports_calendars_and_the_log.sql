-- Compliance reports, calendar imports, the disclosure log's imports and tombstones, earlier answers.

-- Compliance reports of the whole system read by date of receipt alone.
create index foi_case_by_receipt_anywhere on foi.foi_case (received) where kind = 'REQUEST';
create index foi_case_by_end_of_review on foi.foi_case (ended_on) where kind = 'INTERNAL_REVIEW';

-- Calendars: an uploaded list waits here until an administrator has seen what it changes.
create table foi.calendar_proposal (
    id               bigint generated always as identity primary key,
    against          text not null references foi.calendar_version,
    content          text not null,
    kept             text not null, -- what was kept of the older version, a line for each nation
    proposed_by      text not null,
    proposed_by_name text not null,
    proposed_at      timestamptz not null
);

alter table foi.calendar_version
    add column proposal        bigint unique references foi.calendar_proposal,
    add column adopted_by      text,
    add column adopted_by_name text,
    add column reason          text not null default '',
    add constraint adopted_by_somebody check ((proposal is null) = (adopted_by is null));

-- The open cases that were counted anew when a version came into force.
create table foi.calendar_redating (
    version    text not null references foi.calendar_version,
    case_id    bigint not null references foi.foi_case,
    due_before date,
    due_after  date,
    primary key (version, case_id)
);

do $$
declare
    t text;
begin
    foreach t in array array['calendar_proposal', 'calendar_redating'] loop
        execute format('create trigger append_only before update or delete on foi.%I '
            'for each row execute function foi.refuse_change()', t);
        execute format('create trigger append_only_as_a_whole before truncate on foi.%I '
            'for each statement execute function foi.refuse_change()', t);
    end loop;
end $$;
