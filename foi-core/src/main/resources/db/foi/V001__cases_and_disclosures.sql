-- Freedom of Information casework. What was sent, published or recorded is append-only: triggers hold that.

create function foi.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'foi.% is append-only: % is refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;

create table foi.authority (
    code   text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name   text not null check (name <> ''),
    kind   text not null check (kind in ('COUNCIL', 'ICB', 'NHS_TRUST')),
    prefix text not null unique check (prefix ~ '^[A-Z]{2,8}$')
);

-- Versions of the working calendar in their written form; the newest is used for new cases.
create table foi.calendar_version (
    version      text primary key,
    taken_at     date not null,
    content_hash text not null,
    content      text not null,
    loaded_at    timestamptz not null default now()
);

-- The last running number that was given, by authority and year of receipt.
create table foi.reference_counter (
    authority text not null references foi.authority,
    year      int  not null,
    last      int  not null check (last > 0),
    primary key (authority, year)
);

create sequence foi.case_seq start with 50 increment by 50;
create sequence foi.question_seq start with 50 increment by 50;
create sequence foi.record_seq start with 50 increment by 50;

create table foi.foi_case (
    id               bigint primary key,
    reference        text not null unique,
    authority        text not null references foi.authority,
    submission_key   text check (submission_key <> ''), -- null: the client gave none
    subject          text not null check (subject <> ''),
    channel          text not null,
    received         date not null,
    request_text     text not null check (length(request_text) <= 100000),
    state            text not null check (state in
        ('RECEIVED', 'DRAFTING', 'AWAITING_APPROVAL', 'APPROVED', 'DISPATCHED', 'PUBLISHED')),
    outcome          text check (outcome in
        ('GRANTED', 'GRANTED_PART_HELD', 'PART', 'REFUSED', 'NOT_HELD', 'NCND')),
    calendar         text not null references foi.calendar_version,
    due              date not null check (due > received),
    submitted_by     text,
    approved_by      text,
    sent_on          date check (sent_on >= received),
    sent_channel     text,
    responsible_team text not null default '',
    revision         int not null,
    changed_by       text not null,
    changed_by_name  text not null,
    changed_at       timestamptz not null,
    registered_at    timestamptz not null,
    unique (authority, submission_key),
    constraint approver_is_not_the_submitter check (approved_by <> submitted_by),
    constraint approved_before_it_is_sent check
        (state not in ('APPROVED', 'DISPATCHED', 'PUBLISHED')
            or (approved_by is not null and submitted_by is not null)),
    constraint sent_means_dated_and_decided check
        ((state in ('DISPATCHED', 'PUBLISHED')) =
         (sent_on is not null and sent_channel is not null and outcome is not null)),
    constraint late_answer_names_a_team check
        (sent_on is null or sent_on <= due or responsible_team <> '')
);
create index foi_case_by_due on foi.foi_case (authority, due, id);
create index foi_case_by_state on foi.foi_case (authority, state, due);
create index foi_case_by_receipt on foi.foi_case (authority, received desc, id);

-- Personal data of the requester, apart from the case so that it can be erased alone.
create table foi.requester (
    case_id        bigint primary key references foi.foi_case,
    name           text not null,
    email          text not null,
    postal_address text not null
);

create table foi.drafter (
    case_id  bigint not null references foi.foi_case,
    username text not null,
    primary key (case_id, username)
);

create table foi.question (
    id              bigint primary key,
    case_id         bigint not null references foi.foi_case,
    number          int not null check (number > 0),
    text            text not null check (text <> ''),
    narrative       text not null,
    held_status     text check (held_status in ('HELD', 'PART_HELD', 'NOT_HELD', 'NOT_CONFIRMED')),
    outcome         text check (outcome in ('GRANTED', 'PART', 'REFUSED', 'NOT_HELD', 'NCND')),
    drafted_by_name text,
    revision        int not null,
    changed_by_name text not null,
    changed_at      timestamptz not null,
    -- Renumbering passes through doubles, so this is looked at when the transaction ends.
    unique (case_id, number) deferrable initially deferred,
    constraint outcome_fits_held_status check
        (outcome is null or coalesce(case outcome
            when 'GRANTED' then held_status in ('HELD', 'PART_HELD')
            when 'PART' then held_status in ('HELD', 'PART_HELD')
            when 'NOT_HELD' then held_status = 'NOT_HELD'
            when 'NCND' then held_status = 'NOT_CONFIRMED'
            else held_status <> 'NOT_HELD' end, false))
);

create table foi.ground (
    id          bigint primary key,
    question_id bigint not null references foi.question on delete cascade,
    code        text not null,
    test        text not null check (test in ('ABSOLUTE', 'QUALIFIED', 'PROCEDURAL')),
    catalogue   text not null,
    reason      text not null check (reason <> ''),
    in_favour   text,
    against     text,
    balance     text,
    decided_by  text not null,
    decided_at  timestamptz not null,
    position    int not null,
    -- An edit writes the new grounds before it deletes the old, so this is looked at when the transaction ends.
    unique (question_id, code) deferrable initially deferred,
    -- I1: the test for a qualified exemption and for no other.
    constraint public_interest_test_if_qualified check
        ((test = 'QUALIFIED') = (coalesce(in_favour, '') <> '' and coalesce(against, '') <> ''
            and coalesce(balance, '') <> '')
         and (test = 'QUALIFIED' or (in_favour is null and against is null and balance is null)))
);

-- I3: withholding has a ground, giving has none. Looked at when the transaction ends.
create function foi.check_grounds() returns trigger language plpgsql as $$
declare
    wanted bigint;
begin
    if tg_table_name = 'question' then
        wanted := new.id;
    elsif tg_op = 'DELETE' then
        wanted := old.question_id;
    else
        wanted := new.question_id;
    end if;
    if exists (
        select 1 from foi.question q
        where q.id = wanted
          and coalesce(q.outcome in ('PART', 'REFUSED', 'NCND'), false)
              <> exists (select 1 from foi.ground g where g.question_id = q.id)) then
        raise exception 'an outcome that withholds needs a ground, any other has none (I3)'
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger grounds_fit_outcome after insert or update on foi.question
    deferrable initially deferred for each row execute function foi.check_grounds();
create constraint trigger grounds_fit_outcome after insert or update or delete on foi.ground
    deferrable initially deferred for each row execute function foi.check_grounds();

create function foi.check_approver() returns trigger language plpgsql as $$
begin
    if new.approved_by is not null and exists (
        select 1 from foi.drafter d where d.case_id = new.id and d.username = new.approved_by) then
        raise exception 'the approver drafted a part of the answer'
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger approver_is_no_drafter before insert or update of approved_by on foi.foi_case
    for each row execute function foi.check_approver();

-- Copies of figures. A copy is never changed or deleted; a citation ties it to a question.
create table foi.evidence (
    id            bigint primary key,
    case_id       bigint not null references foi.foi_case,
    figure_id     text not null,
    content       text not null,
    sha256        text not null,
    cited_by_name text not null,
    cited_at      timestamptz not null
);
create index evidence_by_case on foi.evidence (case_id);

create table foi.citation (
    question_id bigint not null references foi.question on delete cascade,
    evidence_id bigint not null references foi.evidence,
    primary key (question_id, evidence_id)
);

create table foi.history (
    id         bigint primary key,
    case_id    bigint not null references foi.foi_case,
    at         timestamptz not null,
    actor      text not null check (actor <> ''),
    actor_name text not null,
    kind       text not null,
    text       text not null
);
create index history_by_case on foi.history (case_id, id);

create table foi.letter (
    id      bigint primary key,
    case_id bigint not null references foi.foi_case,
    sent_on date not null,
    content text not null,
    sha256  text not null
);
create index letter_by_case on foi.letter (case_id, id);

-- An answer that was sent stays as it was sent.
create function foi.refuse_change_after_dispatch() returns trigger language plpgsql as $$
declare
    owner bigint;
begin
    if tg_table_name = 'question' then
        owner := case when tg_op = 'INSERT' then new.case_id else old.case_id end;
    else
        select q.case_id into owner from foi.question q
        where q.id = case when tg_op = 'INSERT' then new.question_id else old.question_id end;
    end if;
    if exists (select 1 from foi.foi_case c where c.id = owner and c.sent_on is not null) then
        raise exception 'the answer was sent: foi.% can no longer change', tg_table_name
            using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger sent_is_final before insert or update or delete on foi.question
    for each row execute function foi.refuse_change_after_dispatch();
create trigger sent_is_final before insert or update or delete on foi.ground
    for each row execute function foi.refuse_change_after_dispatch();
create trigger sent_is_final before insert or update or delete on foi.citation
    for each row execute function foi.refuse_change_after_dispatch();

-- The public copies: an allow-list (R28), written once, read without looking at any case.
create table foi.disclosure (
    id             bigint primary key,
    reference      text not null,
    edition        int not null check (edition > 0),
    authority      text not null,
    authority_name text not null,
    subject        text not null,
    received       date not null,
    answered       date not null,
    outcome        text not null,
    question_count int not null,
    content        text not null,
    search_text    text not null,
    published_at   timestamptz not null,
    search         tsvector generated always as (
        setweight(to_tsvector('english'::regconfig, subject), 'A')
        || setweight(to_tsvector('simple'::regconfig, reference), 'A')
        || to_tsvector('english'::regconfig, search_text)) stored,
    unique (reference, edition)
);
create index disclosure_by_words on foi.disclosure using gin (search);
create index disclosure_by_publication on foi.disclosure (published_at desc, id desc);
create index disclosure_by_authority on foi.disclosure (authority, published_at desc, id desc);
create index disclosure_by_answer on foi.disclosure (answered);

create table foi.withdrawal (
    disclosure_id bigint primary key references foi.disclosure,
    reason        text not null check (reason <> ''),
    withdrawn_at  timestamptz not null
);

do $$
declare
    t text;
begin
    foreach t in array array['history', 'evidence', 'letter', 'disclosure', 'withdrawal', 'calendar_version'] loop
        execute format('create trigger append_only before update or delete on foi.%I '
            'for each row execute function foi.refuse_change()', t);
        execute format('create trigger append_only_as_a_whole before truncate on foi.%I '
            'for each statement execute function foi.refuse_change()', t);
    end loop;
end $$;
