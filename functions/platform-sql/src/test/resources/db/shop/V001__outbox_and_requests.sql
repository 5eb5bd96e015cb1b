-- As the package documentation gives them.

create table outbox (
    id uuid primary key,
    type varchar(200) not null,
    event text not null,
    happened_at timestamptz not null
);

create table idempotent_requests (
    caller varchar(255) not null,
    key varchar(255) not null,
    content_hash char(64) not null,
    created_at timestamptz not null,
    answer text,
    sealed_answer bytea,
    primary key (caller, key)
);

create index idempotent_requests_by_age on idempotent_requests (created_at);

create table things (id int primary key, made_at timestamptz);
