-- 生效日未到的新版不取代现行版：现行的是生效日已到的各版里版次最高的一版
drop index catalogue.one_adopted;
create index on catalogue.version (owner, number) where state = 'ADOPTED';

-- 起草、导入、调整过草案的人都不能审核它
create table catalogue.version_editor (
    version bigint not null references catalogue.version on delete cascade,
    account text not null,
    primary key (version, account)
);
comment on table catalogue.version_editor is '起草、导入、调整过这一版的人';
comment on column catalogue.version_editor.version is '版本';
comment on column catalogue.version_editor.account is '账号';
insert into catalogue.version_editor (version, account) select id, author from catalogue.version;

create function catalogue.four_eyes_of_all() returns trigger language plpgsql as $$
begin
  if new.reviewer is distinct from old.reviewer and not new.by_token and exists (
       select from catalogue.version_editor e where e.version = new.id and e.account = new.reviewer) then
    raise exception 'catalogue version % is reviewed by one who edited it', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger four_eyes_of_all before update on catalogue.version
  for each row execute function catalogue.four_eyes_of_all();

create table catalogue.adjustment (
    version bigint not null references catalogue.version on delete cascade,
    item text not null references catalogue.item,
    change text not null,
    reason text not null,
    account text not null,
    adjusted_at timestamptz not null default now(),
    primary key (version, item)
);
comment on table catalogue.adjustment is '每一处调整的理由，随版本公布（A-16）';
comment on column catalogue.adjustment.version is '版本';
comment on column catalogue.adjustment.item is '事项';
comment on column catalogue.adjustment.change is '新增、修改、撤销';
comment on column catalogue.adjustment.reason is '理由';
comment on column catalogue.adjustment.account is '经办人账号';
comment on column catalogue.adjustment.adjusted_at is '时间';

-- 因地制宜的调整：单位提出，政务公开科审核，公布后才算数
alter table catalogue.adaptation drop constraint adaptation_pkey;
alter table catalogue.adaptation
    add column id bigint generated always as identity primary key,
    add column state text not null default 'APPROVED',
    add column applies boolean not null default true,
    add column limit_text text,
    add column reviewed_by text,
    add column reviewed_at timestamptz,
    add column review_note text not null default '',
    add constraint adaptation_four_eyes check (reviewed_by is distinct from decided_by);
create unique index one_approved_adaptation on catalogue.adaptation (item, body) where state = 'APPROVED';
create unique index one_proposed_adaptation on catalogue.adaptation (item, body) where state = 'PROPOSED';
comment on column catalogue.adaptation.id is '编号';
comment on column catalogue.adaptation.state is '状态：待审核、已公布、未通过、已撤回';
comment on column catalogue.adaptation.applies is '本单位是否有这一事项';
comment on column catalogue.adaptation.limit_text is '改用的时限，原文';
comment on column catalogue.adaptation.decided_by is '提出人账号';
comment on column catalogue.adaptation.reviewed_by is '审核人账号，不得是提出人';
comment on column catalogue.adaptation.reviewed_at is '审核时间';
comment on column catalogue.adaptation.review_note is '审核意见';

alter table catalogue.adaptation enable row level security;
alter table catalogue.adaptation force row level security;
create policy adaptation_seen on catalogue.adaptation for select
  using (state = 'APPROVED' or (select gongkai.sees_all()) or body = any ((select gongkai.bodies())::text[]));
create policy adaptation_added on catalogue.adaptation for insert
  with check ((select gongkai.sees_all()) or body = any ((select gongkai.bodies())::text[]));
create policy adaptation_changed on catalogue.adaptation for update
  using ((select gongkai.sees_all()) or body = any ((select gongkai.bodies())::text[]));
