-- The whole way of a case: its kinds and links, the clock's events, decisions in parts, and a chained history.

create extension if not exists pg_trgm;

alter table foi.foi_case disable trigger user;
alter table foi.question disable trigger user;
alter table foi.history disable trigger user;

-- Kinds and states --------------------------------------------------------------------------------------------

alter table foi.foi_case
    drop constraint foi_case_state_check,
    drop constraint foi_case_check,
    drop constraint approver_is_not_the_submitter,
    drop constraint approved_before_it_is_sent,
    drop constraint sent_means_dated_and_decided,
    drop constraint late_answer_names_a_team;

alter table foi.foi_case
    add column kind text not null default 'REQUEST'
        check (kind in ('REQUEST', 'INTERNAL_REVIEW', 'SUBJECT_ACCESS', 'ICO_COMPLAINT', 'TRIBUNAL')),
    add column base_due date,
    add column draft_due date,
    add column extended boolean not null default false,
    add column complex boolean not null default false, -- a review with the longer target (R23)
    add column ended_on date,
    add column days_taken int check (days_taken >= 0),
    add column days_late int check (days_late >= 0), -- of the part that was latest
    add column lapses_on date,
    add column validity text not null default '' check (validity in ('', 'VALID', 'INVALID')),
    alter column due drop not null;

update foi.foi_case
    set state = case when state = 'DISPATCHED' then 'CLOSED' else state end,
        base_due = due,
        ended_on = sent_on,
        validity = case when state = 'RECEIVED' then '' else 'VALID' end;

alter table foi.foi_case
    alter column kind drop default,
    alter column validity drop default,
    add constraint foi_case_state_check check (state in
        ('RECEIVED', 'VALIDATING', 'INVALID', 'AWAITING_CLARIFICATION', 'ALLOCATED', 'FEE_PENDING', 'GATHERING',
         'COMPUTING', 'ASSESSING', 'DRAFTING', 'AWAITING_APPROVAL', 'APPROVED', 'DISPATCHED', 'CLOSED', 'PUBLISHED',
         'TRANSFERRED', 'WITHDRAWN', 'LAPSED')),
    add constraint due_after_receipt check (due >= received and base_due >= received),
    -- A request has a second person's approval; a review is decided by its reviewer (R23).
    add constraint approver_is_not_the_submitter check (kind <> 'REQUEST' or approved_by <> submitted_by),
    add constraint approved_before_it_is_sent check
        (kind not in ('REQUEST', 'INTERNAL_REVIEW') or state not in ('APPROVED', 'DISPATCHED', 'CLOSED', 'PUBLISHED')
            or (approved_by is not null and submitted_by is not null)),
    add constraint sent_means_dated_and_decided check
        (kind not in ('REQUEST', 'INTERNAL_REVIEW') or
         (state in ('DISPATCHED', 'CLOSED', 'PUBLISHED')) =
         (sent_on is not null and sent_channel is not null and outcome is not null)),
    add constraint only_an_ended_case_has_an_end check
        ((state in ('DISPATCHED', 'CLOSED', 'PUBLISHED', 'INVALID', 'TRANSFERRED', 'WITHDRAWN', 'LAPSED'))
         = (ended_on is not null)),
    add constraint late_answer_names_a_team check
        (coalesce(days_late, 0) = 0 or responsible_team <> ''),
    -- R1: nothing is worked on before somebody has found the request valid.
    add constraint worked_on_means_valid check
        (validity = 'VALID' or state in
            ('RECEIVED', 'VALIDATING', 'INVALID', 'AWAITING_CLARIFICATION', 'TRANSFERRED', 'WITHDRAWN', 'LAPSED')),
    -- One number that puts open cases first, the most urgent on top, and then the others, the latest on top.
    add column urgency int not null generated always as (
        case when state in ('DISPATCHED', 'CLOSED', 'PUBLISHED', 'INVALID', 'TRANSFERRED', 'WITHDRAWN', 'LAPSED')
            then 2000000 - (coalesce(due, received) - date '2000-01-01')
            else coalesce(due - date '2000-01-01', 500000) end) stored;

drop index foi.foi_case_by_due;
drop index foi.foi_case_by_state;
create index foi_case_by_urgency on foi.foi_case (authority, urgency, id);
create index foi_case_by_state on foi.foi_case (authority, state, urgency, id);
create index foi_case_open on foi.foi_case (authority, urgency, id) include (due) where ended_on is null;
create index foi_case_by_subject on foi.foi_case using gin (subject gin_trgm_ops);
create index foi_case_by_reference_part on foi.foi_case using gin (reference gin_trgm_ops);
create index question_by_text on foi.question using gin (text gin_trgm_ops);

-- How many cases an authority has in each state, so that a list need not count them all each time it is shown.
create table foi.case_count (
    authority text not null references foi.authority,
    state     text not null,
    cases     bigint not null check (cases >= 0),
    primary key (authority, state)
);
comment on table foi.case_count is 'kept by triggers';

insert into foi.case_count select authority, state, count(*) from foi.foi_case group by authority, state;

create function foi.count_cases() returns trigger language plpgsql security definer
    set search_path = foi, pg_temp as $$
begin
    if tg_op = 'UPDATE' then -- both rows in one order, so that two moves in opposite directions never wait for each other
        perform 1 from foi.case_count where authority = old.authority and state in (old.state, new.state)
            order by state for update;
    end if;
    if tg_op <> 'INSERT' then
        update foi.case_count set cases = cases - 1 where authority = old.authority and state = old.state;
    end if;
    if tg_op <> 'DELETE' then
        insert into foi.case_count values (new.authority, new.state, 1)
            on conflict (authority, state) do update set cases = case_count.cases + 1;
    end if;
    return null;
end $$;
create trigger counted after insert or delete on foi.foi_case for each row execute function foi.count_cases();
create trigger counted_anew after update of state on foi.foi_case for each row
    when (old.state is distinct from new.state) execute function foi.count_cases();

-- R1: what was found about the request, kept each time that somebody looked.
create table foi.validity_check (
    id          bigint primary key,
    case_id     bigint not null references foi.foi_case,
    written     boolean not null,
    real_name   boolean not null,
    address     boolean not null,
    describes   boolean not null,
    advice      text not null,
    checked_by  text not null,
    checked_at  timestamptz not null
);
create index validity_check_by_case on foi.validity_check (case_id);

-- Links -------------------------------------------------------------------------------------------------------

create table foi.case_link (
    from_case bigint not null references foi.foi_case,
    to_case   bigint not null references foi.foi_case,
    type      text not null check (type in ('RELATED', 'DUPLICATE', 'INTERNAL_REVIEW_OF', 'SAME_ENQUIRY',
                                            'ICO_COMPLAINT_ABOUT', 'TRIBUNAL_ABOUT', 'SUBJECT_ACCESS_OF')),
    linked_at timestamptz not null,
    linked_by text not null,
    primary key (from_case, to_case, type),
    constraint no_case_is_linked_with_itself check (from_case <> to_case)
);
create index case_link_by_target on foi.case_link (to_case);

-- What a link may join: the kinds at both ends, and the same authority except for one enquiry to several (R10).
create function foi.check_link() returns trigger language plpgsql as $$
declare
    a foi.foi_case;
    b foi.foi_case;
begin
    select * into a from foi.foi_case where id = new.from_case;
    select * into b from foi.foi_case where id = new.to_case;
    if new.type <> 'SAME_ENQUIRY' and a.authority <> b.authority then
        raise exception 'only cases of one enquiry are linked across authorities' using errcode = 'check_violation';
    end if;
    if not (case new.type
        when 'INTERNAL_REVIEW_OF' then a.kind = 'INTERNAL_REVIEW' and b.kind = 'REQUEST'
        when 'ICO_COMPLAINT_ABOUT' then a.kind = 'ICO_COMPLAINT' and b.kind in ('REQUEST', 'INTERNAL_REVIEW')
        when 'TRIBUNAL_ABOUT' then a.kind = 'TRIBUNAL' and b.kind = 'ICO_COMPLAINT'
        when 'SUBJECT_ACCESS_OF' then a.kind = 'SUBJECT_ACCESS' and b.kind = 'REQUEST'
        when 'SAME_ENQUIRY' then a.kind = 'REQUEST' and b.kind = 'REQUEST' and a.authority <> b.authority
        when 'DUPLICATE' then a.kind = 'REQUEST' and b.kind = 'REQUEST'
        else true end) then
        raise exception 'a % cannot be linked with a % as %', a.kind, b.kind, new.type
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger link_is_on_the_whitelist before insert or update on foi.case_link
    for each row execute function foi.check_link();

-- What a regulator or tribunal says about a case; the stage itself is a case of its own (R23).
create table foi.appeal (
    case_id      bigint primary key references foi.foi_case,
    their_reference text not null,
    respond_by   date,
    decided_on   date,
    decision     text check (decision in ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'RESOLVED', 'WITHDRAWN')),
    comply_by    date,
    summary      text not null default '',
    constraint decided_means_dated check ((decision is null) = (decided_on is null))
);

-- The clock ---------------------------------------------------------------------------------------------------

create table foi.clock_event (
    id          bigint primary key,
    case_id     bigint not null references foi.foi_case,
    type        text not null check (type in ('CLARIFICATION_REQUESTED', 'CLARIFICATION_RECEIVED', 'FEES_NOTICE',
                    'FEE_PAID', 'PUBLIC_INTEREST_EXTENSION', 'EIR_EXTENSION', 'RESPONDED', 'TRANSFERRED',
                    'WITHDRAWN', 'LAPSED')),
    on_date     date not null,
    to_date     date,
    questions   text not null default '', -- numbers with commas; empty: all
    exemptions  text not null default '', -- codes with commas
    amount      numeric(8, 2) check (amount > 0),
    note        text not null,
    actor       text not null,
    actor_name  text not null,
    recorded_at timestamptz not null,
    constraint extension_names_its_end check ((type = 'PUBLIC_INTEREST_EXTENSION') = (to_date is not null)),
    constraint only_a_fees_notice_names_a_fee check (amount is null or type = 'FEES_NOTICE')
);
create index clock_event_by_case on foi.clock_event (case_id, id);
-- The same thing on the same day is recorded once, however often the button is pressed.
create unique index clock_event_once on foi.clock_event (case_id, type, on_date, questions)
    where type <> 'RESPONDED';

-- Questions ---------------------------------------------------------------------------------------------------

alter table foi.question
    add column regime text not null default 'FOIA' check (regime in ('FOIA', 'EIR')),
    add column due date,
    add column extended boolean not null default false,
    add column sent_on date,
    add column advice text not null default '',
    add column allotted_to text,
    add column allotted_name text;

update foi.question q set due = c.due, sent_on = c.sent_on from foi.foi_case c where c.id = q.case_id;

alter table foi.question
    alter column regime drop default,
    alter column advice drop default,
    add constraint sent_means_decided check (sent_on is null or outcome is not null),
    add constraint allotted_to_somebody check ((allotted_to is null) = (allotted_name is null));
create index question_by_allotment on foi.question (allotted_to, case_id) where allotted_to is not null;

alter table foi.ground
    add column refers_to text not null default '',
    add column statistical boolean not null default false,
    -- I4: s.21 says where, s.14(2) says which earlier answer.
    add constraint says_where check (code not in ('s.21', 's.14(2)') or refers_to <> ''),
    add constraint statistics_concern_s36_only check (not statistical or code like 's.36%');

-- I2: the opinion of the qualified person, never written by whoever drafts the answer.
create table foi.opinion (
    id          bigint primary key,
    question_id bigint not null references foi.question,
    name        text not null check (name <> ''),
    position    text not null check (position <> ''),
    limb        text not null check (limb <> ''),
    opinion     text not null check (opinion <> ''),
    dated       date not null,
    recorded_by text not null,
    recorded_at timestamptz not null
);
create index opinion_by_question on foi.opinion (question_id);

-- R12: the estimate of s.12, in minutes of the four activities that count.
create table foi.cost_estimate (
    id             bigint primary key,
    case_id        bigint not null references foi.foi_case,
    questions      text not null default '',
    confirm_only   boolean not null,
    determining    int not null check (determining >= 0),
    locating       int not null check (locating >= 0),
    retrieving     int not null check (retrieving >= 0),
    extracting     int not null check (extracting >= 0),
    aggregated     text not null default '', -- references with commas
    aggregated_minutes int not null default 0 check (aggregated_minutes >= 0),
    limit_minutes  int not null check (limit_minutes > 0),
    limit_version  text not null,
    basis          text not null check (basis <> ''),
    recorded_by    text not null,
    recorded_at    timestamptz not null
);
create index cost_estimate_by_case on foi.cost_estimate (case_id, id);

-- I1-I5 as far as one row or its neighbours can tell. Looked at when the transaction ends.
create or replace function foi.check_grounds() returns trigger language plpgsql as $$
declare
    wanted bigint;
    q foi.question;
begin
    if tg_table_name = 'question' then
        wanted := new.id;
    elsif tg_op = 'DELETE' then
        wanted := old.question_id;
    else
        wanted := new.question_id;
    end if;
    select * into q from foi.question where id = wanted;
    if not found then
        return null;
    end if;
    if coalesce(q.outcome in ('PART', 'REFUSED', 'NCND') or (q.outcome = 'NOT_HELD' and q.regime = 'EIR'), false)
            <> exists (select 1 from foi.ground g where g.question_id = q.id) then
        raise exception 'an outcome that withholds needs a ground, any other has none (I3)'
            using errcode = 'check_violation';
    end if;
    if exists (select 1 from foi.ground g where g.question_id = q.id and (g.code like 'r1%') <> (q.regime = 'EIR')) then
        raise exception 'exemptions belong to FOIA questions, exceptions to EIR questions (I4)'
            using errcode = 'check_violation';
    end if;
    if q.outcome in ('PART', 'NCND')
            and exists (select 1 from foi.ground g where g.question_id = q.id and g.code like 's.12%') then
        raise exception 's.12 cannot be the ground of % (I3)', q.outcome using errcode = 'check_violation';
    end if;
    if q.sent_on is not null and exists (
            select 1 from foi.ground g where g.question_id = q.id and g.code like 's.36%' and not g.statistical
              and not exists (select 1 from foi.opinion o where o.question_id = q.id and o.dated <= q.sent_on)) then
        raise exception 's.36 needs the opinion of the qualified person, dated no later than the refusal (I2)'
            using errcode = 'check_violation';
    end if;
    if q.sent_on is not null and exists (
            select 1 from foi.ground g where g.question_id = q.id and g.code like 's.12%'
              and not exists (select 1 from foi.cost_estimate e where e.case_id = q.case_id
                  and e.confirm_only = (g.code = 's.12(2)')
                  and e.determining + e.locating + e.retrieving + e.extracting + e.aggregated_minutes
                      > e.limit_minutes)) then
        raise exception 's.12 needs an estimate above the appropriate limit (R12)' using errcode = 'check_violation';
    end if;
    return null;
end $$;

create or replace function foi.check_approver() returns trigger language plpgsql as $$
begin
    if new.approved_by is null then
        return new;
    end if;
    if new.kind = 'REQUEST' and exists (
        select 1 from foi.drafter d where d.case_id = new.id and d.username = new.approved_by) then
        raise exception 'the approver drafted a part of the answer' using errcode = 'check_violation';
    end if;
    -- R23: who decides a review had no part in the decision that is reviewed.
    if new.kind = 'INTERNAL_REVIEW' and exists (
        select 1 from foi.case_link l join foi.foi_case o on o.id = l.to_case
        where l.from_case = new.id and l.type = 'INTERNAL_REVIEW_OF'
          and (new.approved_by in (o.approved_by, o.submitted_by)
               or exists (select 1 from foi.drafter d where d.case_id = o.id and d.username = new.approved_by))) then
        raise exception 'the reviewer had a part in the decision under review' using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- An answer that was sent stays as it was sent; a case may be answered in parts (R7).
create or replace function foi.refuse_change_after_dispatch() returns trigger language plpgsql as $$
declare
    owner bigint;
begin
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

-- The history as a chain --------------------------------------------------------------------------------------

alter table foi.history
    add column position int,
    add column text_hash text,
    add column previous_hash text,
    add column entry_hash text;

create function foi.sha256_of(content text) returns text language sql immutable as $$
    select encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;

-- The hash of one entry: over everything but the text itself, for which its own hash stands, so that a text can be
-- erased when its time has come and the chain still holds.
create function foi.hash_of(previous text, case_id bigint, place int, at timestamptz, actor text, actor_name text,
                            kind text, text_hash text) returns text language sql immutable as $$
    select foi.sha256_of(json_build_array(previous, case_id, place, (extract(epoch from at) * 1000000)::bigint,
        actor, actor_name, kind, text_hash)::text)
$$;

-- How long each chain is and how it ends, so that a missing end is seen, too.
create table foi.history_end (
    case_id    bigint primary key references foi.foi_case,
    position   int not null,
    entry_hash text not null
);
comment on table foi.history_end is 'kept by triggers';

create function foi.chain_history() returns trigger language plpgsql security definer
    set search_path = foi, pg_temp as $$
declare
    ending foi.history_end;
begin
    select * into ending from foi.history_end e where e.case_id = new.case_id for update;
    new.position := coalesce(ending.position, 0) + 1;
    new.previous_hash := coalesce(ending.entry_hash, '');
    new.text_hash := foi.sha256_of(new.text);
    new.entry_hash := foi.hash_of(new.previous_hash, new.case_id, new.position, new.at, new.actor, new.actor_name,
        new.kind, new.text_hash);
    insert into foi.history_end values (new.case_id, new.position, new.entry_hash)
        on conflict on constraint history_end_pkey
        do update set position = excluded.position, entry_hash = excluded.entry_hash;
    return new;
end $$;

do $$
declare
    h record;
    place int := 0;
    before text := '';
    owner bigint := 0;
begin
    for h in select * from foi.history order by case_id, at, id loop
        if h.case_id <> owner then
            owner := h.case_id;
            place := 0;
            before := '';
        end if;
        place := place + 1;
        update foi.history set position = place, text_hash = foi.sha256_of(h.text), previous_hash = before,
            entry_hash = foi.hash_of(before, h.case_id, place, h.at, h.actor, h.actor_name, h.kind,
                foi.sha256_of(h.text))
            where id = h.id
            returning entry_hash into before;
        insert into foi.history_end values (h.case_id, place, before)
            on conflict (case_id) do update set position = excluded.position, entry_hash = excluded.entry_hash;
    end loop;
end $$;

alter table foi.history
    alter column position set not null,
    alter column text_hash set not null,
    alter column previous_hash set not null,
    alter column entry_hash set not null,
    add constraint history_in_order unique (case_id, position);
drop index foi.history_by_case;
create trigger chained before insert on foi.history for each row execute function foi.chain_history();

-- Every entry that does not fit into its chain, of one case or of all.
create function foi.broken_history(only_case bigint) returns table (case_id bigint, place int, fault text)
    language sql stable as $$
    with chain as (
        select h.*, lag(h.entry_hash) over w as before, lag(h.position) over w as place_before
        from foi.history h
        where only_case is null or h.case_id = only_case
        window w as (partition by h.case_id order by h.position)
    )
    select c.case_id, c.position,
           case when c.position <> coalesce(c.place_before, 0) + 1 then 'an entry before it is missing'
                when c.previous_hash <> coalesce(c.before, '') then 'it does not follow from the entry before it'
                when c.text_hash <> foi.sha256_of(c.text) and c.text <> '[erased under retention]'
                    then 'its text was changed'
                else 'its date, actor or kind was changed' end
    from chain c
    where c.position <> coalesce(c.place_before, 0) + 1
       or c.previous_hash <> coalesce(c.before, '')
       or (c.text_hash <> foi.sha256_of(c.text) and c.text <> '[erased under retention]')
       or c.entry_hash <> foi.hash_of(c.previous_hash, c.case_id, c.position, c.at, c.actor, c.actor_name, c.kind,
            c.text_hash)
    union all
    select e.case_id, e.position, 'the history ends too early'
    from foi.history_end e
    where (only_case is null or e.case_id = only_case)
      and not exists (select 1 from foi.history h where h.case_id = e.case_id and h.position = e.position
          and h.entry_hash = e.entry_hash)
$$;

alter table foi.foi_case enable trigger user;
alter table foi.question enable trigger user;
alter table foi.history enable trigger user;

do $$
declare
    t text;
begin
    foreach t in array array['clock_event', 'validity_check', 'opinion', 'cost_estimate'] loop
        execute format('create trigger append_only before update or delete on foi.%I '
            'for each row execute function foi.refuse_change()', t);
        execute format('create trigger append_only_as_a_whole before truncate on foi.%I '
            'for each statement execute function foi.refuse_change()', t);
    end loop;
end $$;
