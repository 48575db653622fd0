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

-- The disclosure log ------------------------------------------------------------------------------------------

-- Adding columns to rows that may not change: nothing of their content does.
alter table foi.disclosure disable trigger user;
alter table foi.disclosure
    add column ground_codes text not null default '', -- codes with spaces
    add column origin       text not null default 'CASE' check (origin in ('CASE', 'IMPORT')),
    add column grounds      text[] generated always as (string_to_array(ground_codes, ' ')) stored,
    add column year         int generated always as (extract(year from answered)::int) stored;
update foi.disclosure d set ground_codes = coalesce((
    select string_agg(distinct g.ground ->> 'code', ' ' order by g.ground ->> 'code')
    from json_array_elements(d.content::json -> 'questions') q,
         json_array_elements(q -> 'grounds') as g (ground)), '');
-- A withdrawn edition keeps its place and date; its words are gone for good.
update foi.disclosure d set subject = '', content = '', search_text = '', ground_codes = ''
where exists (select 1 from foi.withdrawal w where w.disclosure_id = d.id);
alter table foi.disclosure enable trigger user;
alter table foi.disclosure alter column ground_codes drop default, alter column origin drop default;

create index disclosure_by_ground on foi.disclosure using gin (grounds);
create index disclosure_by_year on foi.disclosure (year, published_at desc, id desc);

-- An edition is written once. The one change there may be is the emptying of an edition that is withdrawn, since
-- words that should not have been published must not be kept where the public log is kept. It is allowed to nobody
-- else and to nothing else: not a word can be put in the place of another.
create function foi.refuse_change_but_emptying() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and exists (select 1 from foi.withdrawal w where w.disclosure_id = old.id)
        and new.subject = '' and new.content = '' and new.search_text = '' and new.ground_codes = ''
        and (new.id, new.reference, new.edition, new.authority, new.authority_name, new.received, new.answered,
             new.outcome, new.question_count, new.published_at, new.origin)
          = (old.id, old.reference, old.edition, old.authority, old.authority_name, old.received, old.answered,
             old.outcome, old.question_count, old.published_at, old.origin) then
        return new;
    end if;
    raise exception 'foi.disclosure is append-only: % is refused', lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
drop trigger append_only on foi.disclosure;
create trigger append_only before update or delete on foi.disclosure
    for each row execute function foi.refuse_change_but_emptying();

-- Who took over which earlier log. The entries themselves say that they are imported.
create table foi.disclosure_import (
    id               bigint generated always as identity primary key,
    authority        text not null references foi.authority,
    file_sha256      text not null,
    rows             int not null,
    added            int not null,
    imported_by      text not null,
    imported_by_name text not null,
    imported_at      timestamptz not null
);
create trigger append_only before update or delete on foi.disclosure_import
    for each row execute function foi.refuse_change();
create trigger append_only_as_a_whole before truncate on foi.disclosure_import
    for each statement execute function foi.refuse_change();
