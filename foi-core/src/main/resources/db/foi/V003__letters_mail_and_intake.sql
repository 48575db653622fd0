-- Letters as they look, their templates, e-mail in and out, attachments, and requests from the public.

-- A template is never changed: a save is the next version. Version 1 is the one that comes with the product.
create table foi.letter_template (
    authority     text not null references foi.authority,
    kind          text not null,
    version       int not null check (version > 0),
    text          text not null check (text <> ''),
    shipped       boolean not null,
    saved_by_name text not null,
    saved_at      timestamptz not null,
    primary key (authority, kind, version)
);

-- Letters that were kept as data stay as they are; new ones are kept as XHTML and PDF.
alter table foi.letter
    alter column content drop not null,
    add column kind text not null default 'DECISION' check (kind in ('ACKNOWLEDGEMENT', 'CLARIFICATION',
        'FEES_NOTICE', 'EXTENSION', 'TRANSFER', 'DECISION', 'REFUSAL', 'REVIEW_OUTCOME')),
    add column title text not null default '',
    add column template_version int, -- null: made before there were templates
    add column body text,
    add column pdf bytea,
    add column pdf_sha256 text,
    add column channel text,
    add column sent_by_name text not null default '',
    add constraint kept_in_one_form check
        ((content is null) = (body is not null and pdf is not null and pdf_sha256 is not null));

-- The outbox. A row is written with its letter, and committed as HANDING_OVER before the mail server is
-- called, so that a crash in between is seen as UNCERTAIN and never repeated by itself.
create table foi.outgoing_mail (
    id             bigint primary key,
    letter_id      bigint unique references foi.letter, -- null: a tracking link
    case_id        bigint not null references foi.foi_case,
    message_id     text not null unique,
    recipient      text not null,
    subject        text not null,
    body           text not null,
    status         text not null check (status in
        ('WAITING', 'HANDING_OVER', 'SENT', 'UNCERTAIN', 'FAILED', 'BY_HAND')),
    attempts       int not null default 0,
    waits_since    timestamptz not null,
    next_attempt   timestamptz not null,
    handed_over_at timestamptz,
    settled_at     timestamptz,
    problem        text not null default ''
);
create index outgoing_mail_due on foi.outgoing_mail (next_attempt, id) where status = 'WAITING';
create index outgoing_mail_handed_over on foi.outgoing_mail (handed_over_at) where status = 'HANDING_OVER';
create index outgoing_mail_by_case on foi.outgoing_mail (case_id);

-- Mail that came in, by upload or from the mailbox: each message once for an authority.
create table foi.received_mail (
    id              bigint primary key,
    authority       text not null references foi.authority,
    message_id      text not null check (message_id <> ''),
    source          text not null check (source in ('UPLOAD', 'MAILBOX')),
    sender_name     text not null,
    sender_email    text not null,
    subject         text not null,
    received        date not null,
    text            text not null,
    notes           text not null, -- what could not be read, one line each
    status          text not null check (status in ('NEW', 'REGISTERED', 'ATTACHED', 'DISMISSED')),
    case_id         bigint references foi.foi_case,
    reason          text not null default '',
    settled_by_name text not null default '',
    taken_at        timestamptz not null,
    unique (authority, message_id),
    constraint a_case_unless_new_or_dismissed check
        ((status in ('REGISTERED', 'ATTACHED')) = (case_id is not null)),
    constraint dismissed_with_a_reason check (status <> 'DISMISSED' or reason <> '')
);
create index received_mail_new on foi.received_mail (authority, received, id) where status = 'NEW';
create index received_mail_by_case on foi.received_mail (case_id);

-- A file that came with a message. A refused one is recorded without its content.
create table foi.attachment (
    id           bigint primary key,
    mail_id      bigint not null references foi.received_mail,
    position     int not null,
    file_name    text not null,
    claimed_type text not null,
    media_type   text not null,
    size         bigint not null,
    sha256       text not null,
    refusal      text not null default '',
    content      bytea,
    unique (mail_id, position),
    constraint refused_or_kept check ((refusal = '') = (content is not null))
);

-- The requester's own link to a case: only the hash of its secret.
create table foi.tracking (
    token_sha256 text primary key,
    case_id      bigint not null references foi.foi_case,
    made_at      timestamptz not null
);
create index tracking_by_case on foi.tracking (case_id);

-- How often an address has sent the public form lately. The address is hashed with a salt of the day.
create table foi.public_attempt_salt (
    day  date primary key,
    salt bytea not null
);
create table foi.public_attempt (
    address_hash text not null,
    at           timestamptz not null
);
create index public_attempt_by_address on foi.public_attempt (address_hash, at);
create index public_attempt_by_time on foi.public_attempt (at);

create trigger append_only before update or delete on foi.letter_template
    for each row execute function foi.refuse_change();
create trigger append_only_as_a_whole before truncate on foi.letter_template
    for each statement execute function foi.refuse_change();
