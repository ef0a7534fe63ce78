create schema if not exists journal;

create table journal.line (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    account text not null,
    name text not null,
    duties text[] not null,
    body text,
    act text not null,
    subject_type text not null,
    subject_id text not null,
    summary text not null,
    details jsonb not null,
    basis text[] not null
);
create index on journal.line (subject_type, subject_id, id);
create index on journal.line (account, id);
call gongkai.insert_only('journal.line');
comment on table journal.line is '操作留痕：只增不改';
comment on column journal.line.id is '编号';
comment on column journal.line.at is '时间';
comment on column journal.line.account is '账号';
comment on column journal.line.name is '姓名';
comment on column journal.line.duties is '岗位';
comment on column journal.line.body is '所在机构';
comment on column journal.line.act is '行为';
comment on column journal.line.subject_type is '对象类型';
comment on column journal.line.subject_id is '对象编号';
comment on column journal.line.summary is '一句话';
comment on column journal.line.details is '变化前后等细节，不含个人信息';
comment on column journal.line.basis is '依据的条款';
