create table request.export (
  id           bigint generated always as identity primary key,
  request      bigint not null references request.request (id),
  body         text not null,
  purpose      text not null,
  state        text not null check (state in ('ASKED', 'APPROVED', 'REFUSED')),
  asked_by     text not null,
  asked_name   text not null,
  asked_at     timestamptz not null,
  decided_by   text,
  decided_name text,
  decided_at   timestamptz,
  reason       text not null default '',
  until        timestamptz,
  downloads    integer not null default 0,
  constraint four_eyes check (decided_by <> asked_by),
  constraint decided_by_somebody check ((state = 'ASKED') = (decided_by is null and decided_at is null)),
  constraint approved_for_a_time check ((state = 'APPROVED') = (until is not null)),
  constraint downloaded_only_when_approved check (downloads = 0 or state = 'APPROVED')
);
comment on table request.export is '导出卷宗：写明用途申请，另一人批准，限时下载';
comment on column request.export.id is '编号';
comment on column request.export.request is '申请';
comment on column request.export.body is '受理机关代码，行级权限用';
comment on column request.export.purpose is '用途';
comment on column request.export.state is '办到哪一步：ASKED 待批，APPROVED 批准，REFUSED 不批准';
comment on column request.export.asked_by is '申请导出的账号';
comment on column request.export.asked_name is '申请导出的人';
comment on column request.export.asked_at is '申请导出的时间';
comment on column request.export.decided_by is '决定的账号，不能是申请导出的账号';
comment on column request.export.decided_name is '决定的人';
comment on column request.export.decided_at is '决定的时间';
comment on column request.export.reason is '不批准的理由';
comment on column request.export.until is '可以下载到什么时候';
comment on column request.export.downloads is '下载了几次';
create unique index export_waiting on request.export (request, asked_by) where state = 'ASKED';
create index export_by_body on request.export (body, state, id);

-- What was asked and what was decided stays; only an open question can be answered, and only once.
create function request.keep_decision() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE'
       or (old.request, old.body, old.purpose, old.asked_by, old.asked_at)
          is distinct from (new.request, new.body, new.purpose, new.asked_by, new.asked_at)
       or old.state <> 'ASKED'
          and (old.state, old.decided_by, old.decided_at, old.reason, old.until)
              is distinct from (new.state, new.decided_by, new.decided_at, new.reason, new.until)
       or new.downloads < old.downloads then
        raise exception 'an export once asked for or decided stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
comment on function request.keep_decision() is '导出的申请和决定不能改写、不能删除';
create trigger keep_decision before update or delete on request.export
    for each row execute function request.keep_decision();
call gongkai.own_rows('request.export', 'body');
