-- 本级要求的报送日：早于法定的最后一日，只增不改，最近的一条算数（R-ANN-04）
create table report.internal_day (
  id     bigint generated always as identity primary key,
  body   text    not null,
  year   integer not null check (year between 2008 and 2100),
  scope  text    not null check (scope in ('OWN', 'GATHERED')),
  due_on date,
  set_by text    not null,
  set_at timestamptz not null
);
comment on table report.internal_day is '主管部门要求的报送日，不改变法定的最后一日；改了就再记一条';
comment on column report.internal_day.id is '编号，最大的算数';
comment on column report.internal_day.body is '本级政府的机构代码';
comment on column report.internal_day.year is '报告哪一年';
comment on column report.internal_day.scope is '哪一种报告：OWN 各机关的，GATHERED 政府的';
comment on column report.internal_day.due_on is '报送的最后一日；为空是取消';
comment on column report.internal_day.set_by is '定的账号';
comment on column report.internal_day.set_at is '定的时间';

alter table report.internal_day enable row level security;
alter table report.internal_day force row level security;
create policy everybody_reads on report.internal_day for select using (true);
create policy own_rows on report.internal_day for insert
  with check ((select gongkai.sees_all()) or body = any ((select gongkai.bodies())::text[]));
call gongkai.insert_only('report.internal_day');
