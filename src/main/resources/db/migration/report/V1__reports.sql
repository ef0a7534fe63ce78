create schema if not exists report;

-- ---------------------------------------------------------------- 未发布的稿子：本机构才看得到
create table report.draft (
  body        text    not null,
  year        integer not null check (year between 2008 and 2100),
  scope       text    not null check (scope in ('OWN', 'GATHERED')),
  figures     jsonb   not null default '{}',
  overview    text    not null default '',
  problems    text    not null default '',
  others      text    not null default '',
  explanation text    not null default '',
  version     integer not null default 0,
  edited_by   text    not null,
  edited_at   timestamptz not null,
  primary key (body, year, scope)
);
comment on table report.draft is '年度报告的稿子：人填的表二和三段文字；表三、表四不存，由台账随时算出';
comment on column report.draft.body is '机构代码，行级权限用';
comment on column report.draft.year is '报告哪一年';
comment on column report.draft.scope is '范围：OWN 本机关，GATHERED 汇总下级（R-ANN-11）';
comment on column report.draft.figures is '人填的格，地址到数';
comment on column report.draft.overview is '一、总体情况';
comment on column report.draft.problems is '五、存在的主要问题及改进情况';
comment on column report.draft.others is '六、其他需要报告的事项';
comment on column report.draft.explanation is '上年结转与上一年度报告不一致的书面说明（R-ANN-23-4）';
comment on column report.draft.version is '并发版本';
comment on column report.draft.edited_by is '最近修改的账号';
comment on column report.draft.edited_at is '最近修改的时间';
call gongkai.own_rows('report.draft', 'body');

-- ---------------------------------------------------------------- 发布的报告：谁都看得到，只增不改
create table report.issued (
  id          bigint generated always as identity primary key,
  body        text    not null,
  year        integer not null check (year between 2008 and 2100),
  scope       text    not null check (scope in ('OWN', 'GATHERED')),
  edition     integer not null check (edition > 0),
  origin      text    not null check (origin in ('ISSUED', 'IMPORTED')),
  form        text    not null check (form in ('2019', '2021')),
  figures     jsonb   not null,
  overview    text    not null,
  problems    text    not null,
  others      text    not null,
  explanation text    not null,
  carried     jsonb,
  source      text    not null,
  issued_on   date    not null,
  issued_by   text    not null,
  issuer      text    not null,
  issued_at   timestamptz not null,
  unique (body, year, scope, edition)
);
comment on table report.issued is '已发布的年度报告，更正就再发一版；往年的由导入而来';
comment on column report.issued.id is '编号';
comment on column report.issued.body is '机构代码';
comment on column report.issued.year is '报告哪一年';
comment on column report.issued.scope is '范围：OWN 本机关，GATHERED 汇总下级';
comment on column report.issued.edition is '第几版';
comment on column report.issued.origin is '来历：ISSUED 在这里发布，IMPORTED 往年的报告导入';
comment on column report.issued.form is '格式：2019 或 2021';
comment on column report.issued.figures is '全部格子，地址到数；空着的格子不在其中';
comment on column report.issued.overview is '一、总体情况';
comment on column report.issued.problems is '五、存在的主要问题及改进情况';
comment on column report.issued.others is '六、其他需要报告的事项';
comment on column report.issued.explanation is '上年结转不一致的书面说明';
comment on column report.issued.carried is '结转下年的收件编号，下一年核对用；导入的没有，为空';
comment on column report.issued.source is '导入的文件；在这里发布的是空串';
comment on column report.issued.issued_on is '发布之日';
comment on column report.issued.issued_by is '发布的账号';
comment on column report.issued.issuer is '发布人姓名';
comment on column report.issued.issued_at is '发布时间';

alter table report.issued enable row level security;
alter table report.issued force row level security;
create policy everybody_reads on report.issued for select using (true);
create policy own_rows on report.issued for insert
  with check ((select gongkai.sees_all()) or body = any ((select gongkai.bodies())::text[]));
call gongkai.insert_only('report.issued');
