-- Searching for earlier answers, and erasing what has been kept long enough.

-- Earlier answers ---------------------------------------------------------------------------------------------

-- Trigram likeness under names of our own, bound when they are made: wherever pg_trgm was installed, they find it.
create function foi.likeness(one text, other text) returns real
    language sql immutable parallel safe
begin atomic
    select similarity(one, other);
end;
create function foi.alike(one text, other text) returns boolean
    language sql stable parallel safe
begin atomic
    select one % other;
end;
create index disclosure_by_subject on foi.disclosure using gin (subject gin_trgm_ops);

-- How many published answers have each word: a search looks the rarest words up and leaves the common ones out.
-- A little too high where answers were withdrawn, which does no harm.
create table foi.disclosure_word (
    word      text primary key,
    documents int not null check (documents > 0)
);
create function foi.count_words() returns trigger language plpgsql as $$
begin
    insert into foi.disclosure_word as w (word, documents)
    select n.word, count(*) from added a, unnest(tsvector_to_array(a.search)) as n (word)
    group by n.word
    order by n.word
    on conflict (word) do update set documents = w.documents + excluded.documents;
    return null;
end $$;
insert into foi.disclosure_word (word, documents)
    select word, ndoc from ts_stat('select search from foi.disclosure') where ndoc > 0;
create trigger words_are_counted after insert on foi.disclosure
    referencing new table as added for each statement execute function foi.count_words();

-- R13: earlier requests of the same person.
create index requester_by_email on foi.requester (lower(email));
create index requester_by_name on foi.requester (lower(name));

-- Retention ---------------------------------------------------------------------------------------------------

-- How long things are kept, by authority and outcome; the latest row of each is in force, the others tell who set
-- what before. Without a row: 3 years for what tells who asked, 6 years for the rest.
create table foi.retention_rule (
    id               bigint generated always as identity primary key,
    authority        text not null references foi.authority,
    outcome          text not null check (outcome in
        ('GRANTED', 'GRANTED_PART_HELD', 'PART', 'REFUSED', 'NOT_HELD', 'NCND', 'NONE')), -- NONE: ended unanswered
    requester_months int not null check (requester_months between 6 and 1200),
    record_months    int not null check (record_months between 6 and 1200),
    set_by           text not null,
    set_by_name      text not null,
    set_at           timestamptz not null,
    constraint record_is_kept_as_long_as_the_requester check (record_months >= requester_months)
);
create index retention_rule_latest on foi.retention_rule (authority, outcome, id desc);

create table foi.retention_hold (
    id             bigint generated always as identity primary key,
    case_id        bigint not null references foi.foi_case,
    reason         text not null check (reason <> ''),
    placed_by      text not null,
    placed_by_name text not null,
    placed_at      timestamptz not null
);
create index retention_hold_by_case on foi.retention_hold (case_id);

create table foi.retention_release (
    hold_id          bigint primary key references foi.retention_hold,
    reason           text not null check (reason <> ''),
    released_by      text not null,
    released_by_name text not null,
    released_at      timestamptz not null
);

-- What was removed: counts and references, nothing about anybody.
create table foi.retention_run (
    id          bigint generated always as identity primary key,
    authority   text not null references foi.authority,
    ran_at      timestamptz not null,
    ran_by_name text not null,
    requesters  text not null, -- references with spaces
    records     text not null,
    held        int not null
);
create index retention_run_by_authority on foi.retention_run (authority, id desc);

alter table foi.foi_case
    add column requester_erased_on date,
    add column record_erased_on date,
    add constraint the_requester_goes_first check (record_erased_on is null or requester_erased_on is not null);
create index foi_case_to_erase on foi.foi_case (authority, ended_on)
    where ended_on is not null and record_erased_on is null;

-- A case and all that grew out of it: reviews, complaints, tribunals.
create function foi.case_family(of_case bigint) returns table (case_id bigint) language sql stable as $$
    with recursive family (case_id) as (
        select of_case
        union
        select case when l.from_case = f.case_id then l.to_case else l.from_case end
        from family f
        join foi.case_link l on f.case_id in (l.from_case, l.to_case)
        where l.type in ('INTERNAL_REVIEW_OF', 'ICO_COMPLAINT_ABOUT', 'TRIBUNAL_ABOUT', 'SUBJECT_ACCESS_OF')
    )
    select f.case_id from family f
$$;

-- What may be erased on a day, and why it may not. The period runs from the end of the last case of the family.
create function foi.retention_due(of_authority text, on_day date)
    returns table (case_id bigint, reference text, stage text, due_on date, hold text) language sql stable as $$
    with ended as (
        select c.id, c.reference, c.kind, c.sent_on, c.requester_erased_on,
               coalesce(r.requester_months, 36) as requester_months, coalesce(r.record_months, 72) as record_months,
               f.last_end, f.any_open
        from foi.foi_case c
        left join lateral (
            select x.requester_months, x.record_months from foi.retention_rule x
            where x.authority = c.authority and x.outcome = coalesce(c.outcome, 'NONE')
            order by x.id desc limit 1) r on true
        cross join lateral (
            select max(o.ended_on) as last_end, bool_or(o.ended_on is null) as any_open
            from foi.case_family(c.id) m join foi.foi_case o on o.id = m.case_id) f
        where c.authority = of_authority and c.ended_on is not null and c.record_erased_on is null
          and c.ended_on <= on_day - interval '6 months'
    ), staged as (
        select e.id, e.reference, 'REQUESTER' as stage,
               (e.last_end + make_interval(months => e.requester_months))::date as due_on, e.any_open, e.sent_on
        from ended e where e.requester_erased_on is null
        union all
        select e.id, e.reference, 'RECORD',
               (e.last_end + make_interval(months => e.record_months))::date, e.any_open, e.sent_on
        from ended e
    )
    select s.id, s.reference, s.stage, s.due_on,
           case
               when s.any_open then 'A review, complaint or tribunal about it is open'
               when s.sent_on + 70 > on_day then 'A review may still be asked for'
               when exists (select 1 from foi.retention_hold h where h.case_id = s.id
                   and not exists (select 1 from foi.retention_release x where x.hold_id = h.id))
                   then 'On hold: ' || (select string_agg(h.reason, '; ' order by h.id) from foi.retention_hold h
                       where h.case_id = s.id
                         and not exists (select 1 from foi.retention_release x where x.hold_id = h.id))
               when exists (select 1 from foi.outgoing_mail m where m.case_id = s.id
                   and m.status in ('WAITING', 'HANDING_OVER')) then 'A message to the requester is still to be sent'
               else '' end
    from staged s
    where s.due_on <= on_day
$$;

-- Erasing is the one change that rows which never change may see. foi.erase_case writes a permit for its own
-- transaction, and takes it away before it ends; the triggers let an UPDATE pass while there is one. Nobody but the
-- owner of the schema can write a permit.
create table foi.erasure_permit (transaction xid8 primary key);
revoke all on foi.erasure_permit from public;

create function foi.erasing() returns boolean language sql stable security definer
    set search_path = foi, pg_temp as $$
    select exists (select 1 from foi.erasure_permit p where p.transaction = pg_current_xact_id_if_assigned())
$$;

create or replace function foi.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and foi.erasing() then
        return new;
    end if;
    raise exception 'foi.% is append-only: % is refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;

create or replace function foi.refuse_change_after_dispatch() returns trigger language plpgsql as $$
declare
    owner bigint;
begin
    if tg_op = 'UPDATE' and foi.erasing() then
        return new;
    end if;
    if tg_table_name = 'question' then
        if tg_op <> 'INSERT' and old.sent_on is not null then
            raise exception 'the answer was sent: foi.question can no longer change'
                using errcode = 'integrity_constraint_violation';
        end if;
        if tg_op = 'INSERT' and exists (
            select 1 from foi.foi_case c where c.id = new.case_id and c.sent_on is not null) then
            raise exception 'the answer was sent: no question can be added'
                using errcode = 'integrity_constraint_violation';
        end if;
    else
        owner := case when tg_op = 'INSERT' then new.question_id else old.question_id end;
        if exists (select 1 from foi.question q where q.id = owner and q.sent_on is not null) then
            raise exception 'the answer was sent: foi.% can no longer change', tg_table_name
                using errcode = 'integrity_constraint_violation';
        end if;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

-- Erases one stage of one case, after it has seen for itself that the stage is due today and nothing holds it.
-- REQUESTER: whatever may tell who asked. RECORD: the words of the case, too. Dates, outcomes, codes, published
-- copies and the hashes of the history stay, so that statistics and the chain still hold.
create function foi.erase_case(wanted bigint, wanted_stage text) returns void language plpgsql security definer
    set search_path = foi, pg_temp as $$
declare
    gone constant text := '[erased under retention]';
    owner text;
begin
    select c.authority into owner from foi.foi_case c where c.id = wanted for update;
    if not exists (
        select 1 from foi.retention_due(owner, current_date) d
        where d.case_id = wanted and d.stage = wanted_stage and d.hold = '') then
        raise exception 'this stage of the case is not due, or something holds it'
            using errcode = 'integrity_constraint_violation';
    end if;
    insert into foi.erasure_permit values (pg_current_xact_id()) on conflict do nothing;
    if exists (select 1 from foi.foi_case c where c.id = wanted and c.requester_erased_on is null) then
        update foi.requester set name = '', email = '', postal_address = '' where case_id = wanted;
        delete from foi.tracking where case_id = wanted;
        update foi.foi_case set request_text = gone, submission_key = null, requester_erased_on = current_date
            where id = wanted;
        update foi.letter set content = case when content is null then null else gone end,
                body = case when body is null then null else gone end,
                pdf = case when pdf is null then null else ''::bytea end
            where case_id = wanted;
        update foi.outgoing_mail set recipient = gone, subject = gone, body = gone, problem = ''
            where case_id = wanted;
        update foi.attachment a set file_name = gone, content = case when a.content is null then null else ''::bytea end
            from foi.received_mail m where m.id = a.mail_id and m.case_id = wanted;
        update foi.received_mail set sender_name = '', sender_email = '', subject = gone, text = gone, notes = '',
                reason = case when reason = '' then '' else gone end
            where case_id = wanted;
        update foi.history set text = gone where case_id = wanted;
        update foi.clock_event set note = case when note = '' then '' else gone end where case_id = wanted;
        update foi.validity_check set advice = case when advice = '' then '' else gone end where case_id = wanted;
        update foi.appeal set summary = case when summary = '' then '' else gone end where case_id = wanted;
    end if;
    if wanted_stage = 'RECORD' then
        update foi.ground g set reason = gone, in_favour = case when g.in_favour is null then null else gone end,
                against = case when g.against is null then null else gone end,
                balance = case when g.balance is null then null else gone end
            from foi.question q where q.id = g.question_id and q.case_id = wanted;
        update foi.opinion o set opinion = gone from foi.question q where q.id = o.question_id and q.case_id = wanted;
        update foi.cost_estimate set basis = gone where case_id = wanted;
        update foi.evidence set content = gone where case_id = wanted;
        update foi.question set text = gone, narrative = case when narrative = '' then '' else gone end,
                advice = case when advice = '' then '' else gone end
            where case_id = wanted;
        update foi.foi_case set subject = gone, record_erased_on = current_date where id = wanted;
    end if;
    insert into foi.history (id, case_id, at, actor, actor_name, kind, text)
        values (nextval('foi.record_seq'), wanted, now(), 'retention', 'Retention schedule', 'ERASED',
            case wanted_stage when 'RECORD' then 'The record was erased under the retention schedule.'
                else 'What may tell who asked was erased under the retention schedule.' end);
    delete from foi.erasure_permit where transaction = pg_current_xact_id();
end $$;

do $$
declare
    t text;
begin
    foreach t in array array['retention_rule', 'retention_hold', 'retention_release', 'retention_run'] loop
        execute format('create trigger append_only before update or delete on foi.%I '
            'for each row execute function foi.refuse_change()', t);
        execute format('create trigger append_only_as_a_whole before truncate on foi.%I '
            'for each statement execute function foi.refuse_change()', t);
    end loop;
end $$;

-- Done with the rights of the owner --------------------------------------------------------------------------

-- Emptying a withdrawn edition is all that the application may do to a public copy; the trigger of V004 sees that it
-- is nothing else.
create function foi.empty_disclosure(wanted bigint) returns void language sql security definer
    set search_path = foi, pg_temp as $$
    update foi.disclosure set subject = '', content = '', search_text = '', ground_codes = '' where id = wanted
$$;

alter function foi.count_words() security definer;
alter function foi.count_words() set search_path = foi, public, pg_temp;
comment on table foi.disclosure_word is 'kept by triggers';
comment on table foi.erasure_permit is 'kept by triggers';
