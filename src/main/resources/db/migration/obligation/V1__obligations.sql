create schema if not exists obligation;

-- ---------------------------------------------------------------- 规则：已采用的目录逐行逐机构
create table obligation.rule (
  item           text not null,
  body           text not null,
  effective_from date not null,
  area           text not null,
  name           text not null,
  limit_code     text,
  limit_kind     text not null,
  version        bigint not null,
  ended_on       date,
  primary key (item, body, effective_from)
);
comment on table obligation.rule is '应公开什么：已采用目录的一行对一个机构；时限改了留下旧的，按信息形成日选用';
comment on column obligation.rule.item is '公开事项代码';
comment on column obligation.rule.body is '机构代码';
comment on column obligation.rule.effective_from is '自哪一天起';
comment on column obligation.rule.area is '领域代码';
comment on column obligation.rule.name is '事项名称';
comment on column obligation.rule.limit_code is '时限代码；读不出的为空';
comment on column obligation.rule.limit_kind is '时限种类';
comment on column obligation.rule.version is '目录版本';
comment on column obligation.rule.ended_on is '自哪一天起不再要求公开';

-- ---------------------------------------------------------------- 事实之一：信息形成
create table obligation.formation (
  id          bigint generated always as identity primary key,
  external_id text unique,
  body        text not null,
  item        text not null,
  formed_on   date not null,
  title       text not null,
  source      text not null check (source in ('DESK', 'API', 'IMPORT')),
  slot        text,
  created_by  text not null,
  created_at  timestamptz not null
);
create index formation_slot on obligation.formation (item, body, slot);
comment on table obligation.formation is '信息形成或者变更的登记，义务由此产生（R-ACT-01）';
comment on column obligation.formation.id is '编号';
comment on column obligation.formation.external_id is '来源系统里的编号，同一编号只登记一次';
comment on column obligation.formation.body is '机构代码';
comment on column obligation.formation.item is '公开事项代码';
comment on column obligation.formation.formed_on is '形成日';
comment on column obligation.formation.title is '名称';
comment on column obligation.formation.source is '登记途径：DESK 工作台，API 接口，IMPORT 导入';
comment on column obligation.formation.slot is '归到哪一格：F 形成日，P 一期的首日';
comment on column obligation.formation.created_by is '登记的账号';
comment on column obligation.formation.created_at is '登记时间';

-- ---------------------------------------------------------------- 公开义务
create table obligation.obligation (
  id            bigint generated always as identity primary key,
  body          text not null,
  item          text not null,
  area          text not null,
  name          text not null,
  kind          text not null check (kind in ('FORMED', 'PERIODIC', 'STANDING', 'IMMEDIATE')),
  key           text not null,
  slot          text not null,
  title         text not null default '',
  starts_on     date not null,
  formed_on     date,
  limit_code    text,
  due_on        date,
  due_order     date generated always as (coalesce(due_on, date '9999-12-31')) stored,
  ended_on      date,
  met_by        bigint,
  met_on        date,
  excused_on    date,
  excused_by    text,
  excuse        text check (excuse in ('NOTHING_NEW', 'NOT_APPLICABLE', 'LAWFULLY_WITHHELD', 'OTHER')),
  excuse_reason text,
  state         text not null generated always as (
    case when met_on is not null and (due_on is null or met_on <= due_on) then 'MET'
         when excused_on is not null then 'EXCUSED'
         when met_on is not null then 'MET'
         when ended_on is not null then 'VOID'
         else 'OPEN' end) stored,
  created_at    timestamptz not null default now(),
  unique (body, item, key),
  constraint an_excuse_has_a_reason_and_a_name check (
    (excused_on is null) = (excuse is null) and (excused_on is null or (excused_by <> '' and excuse_reason <> '')))
);
create index obligation_slot on obligation.obligation (item, body, slot);
create index obligation_open on obligation.obligation (due_order, id) where state = 'OPEN';
create index obligation_open_of_body on obligation.obligation (body, due_order, id) where state = 'OPEN';
create index obligation_cell on obligation.obligation (body, area, state, due_order, id);
comment on table obligation.obligation is '公开义务：某机构在某日之前应当公开某项信息；按时、迟延由日期推出，不存';
comment on column obligation.obligation.id is '编号';
comment on column obligation.obligation.body is '机构代码，行级权限用';
comment on column obligation.obligation.item is '公开事项代码';
comment on column obligation.obligation.area is '领域代码';
comment on column obligation.obligation.name is '事项名称';
comment on column obligation.obligation.kind is '种类：FORMED 形成后若干日，PERIODIC 定期，STANDING 应当一直有有效信息，IMMEDIATE 即时、及时';
comment on column obligation.obligation.key is '同一机构同一事项之内的唯一键';
comment on column obligation.obligation.slot is '归到哪一格：F 形成日，P 一期的首日，S 长期';
comment on column obligation.obligation.title is '形成的信息的名称';
comment on column obligation.obligation.starts_on is '起算日；定期的为一期首日';
comment on column obligation.obligation.formed_on is '信息形成日；定期的还没有形成时为空';
comment on column obligation.obligation.limit_code is '时限代码';
comment on column obligation.obligation.due_on is '最后一日，由起算日、时限和日历推出（日历版次见 reckoned）；写“及时”等算不出的为空';
comment on column obligation.obligation.due_order is '排序用的最后一日';
comment on column obligation.obligation.ended_on is '自哪一天起不再要求';
comment on column obligation.obligation.met_by is '由哪条公开信息履行';
comment on column obligation.obligation.met_on is '履行日，即公开日';
comment on column obligation.obligation.excused_on is '说明日';
comment on column obligation.obligation.excused_by is '说明人账号';
comment on column obligation.obligation.excuse is '不公开的情形';
comment on column obligation.obligation.excuse_reason is '理由';
comment on column obligation.obligation.state is '状态：OPEN 待公开，MET 已公开，EXCUSED 已说明，VOID 不再要求';
comment on column obligation.obligation.created_at is '产生时间';

-- ---------------------------------------------------------------- 事实之二：公开与撤回
create table obligation.evidence (
  disclosure   bigint primary key,
  body         text not null,
  item         text not null,
  edition      integer not null,
  title        text,
  formed_on    date,
  published_on date,
  withdrawn_on date,
  reopens      boolean not null default false,
  duplicate    boolean not null default false,
  counts_until date generated always as (case when reopens then withdrawn_on end) stored,
  asked        bigint,
  slot         text,
  pinned       text,
  obligation   bigint
);
create index evidence_slot on obligation.evidence (item, body, slot);
create index evidence_standing on obligation.evidence (body, item, published_on) where withdrawn_on is null;
create index evidence_obligation on obligation.evidence (obligation) where obligation is not null;
comment on table obligation.evidence is '履行的凭据：公开过的信息，随发布的事件而来';
comment on column obligation.evidence.disclosure is '公开信息编号';
comment on column obligation.evidence.body is '机构代码';
comment on column obligation.evidence.item is '公开事项代码';
comment on column obligation.evidence.edition is '已知的最新版次';
comment on column obligation.evidence.title is '标题';
comment on column obligation.evidence.formed_on is '形成日';
comment on column obligation.evidence.published_on is '首次公开日';
comment on column obligation.evidence.withdrawn_on is '撤回日';
comment on column obligation.evidence.reopens is '撤回后是否仍应公开（发布有误、含个人信息、重复发布）';
comment on column obligation.evidence.duplicate is '因重复而撤回';
comment on column obligation.evidence.counts_until is '到哪一天为止算作履行';
comment on column obligation.evidence.asked is '发布时指明的公开义务';
comment on column obligation.evidence.slot is '归到哪一格';
comment on column obligation.evidence.pinned is '指明的义务的键';
comment on column obligation.evidence.obligation is '履行了哪条公开义务';

-- ---------------------------------------------------------------- 汇总：随义务的每次变化同步
create table obligation.tally (
  body        text not null,
  area        text not null,
  owed        bigint not null,
  covered     bigint not null,
  open        bigint not null,
  met_on_time bigint not null,
  met_late    bigint not null,
  excused     bigint not null,
  primary key (body, area)
);
comment on table obligation.tally is '各机构各领域的汇总，由触发器随义务同步，与逐条清点相等';
comment on column obligation.tally.body is '机构代码';
comment on column obligation.tally.area is '领域代码';
comment on column obligation.tally.owed is '应公开事项数';
comment on column obligation.tally.covered is '已有有效公开信息的事项数';
comment on column obligation.tally.open is '信息已形成、待公开的';
comment on column obligation.tally.met_on_time is '按时公开的';
comment on column obligation.tally.met_late is '迟延公开的';
comment on column obligation.tally.excused is '已说明的';

create function obligation.count_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform obligation.add_up(array(select row(body, area, kind, state, formed_on, due_on, met_on, 1)::obligation.counted from fresh));
  elsif tg_op = 'DELETE' then
    perform obligation.add_up(array(select row(body, area, kind, state, formed_on, due_on, met_on, -1)::obligation.counted from stale));
  else
    perform obligation.add_up(array(
      select row(body, area, kind, state, formed_on, due_on, met_on, 1)::obligation.counted from fresh union all
      select row(body, area, kind, state, formed_on, due_on, met_on, -1)::obligation.counted from stale));
  end if;
  return null;
end $$;
create type obligation.counted as (
  body text, area text, kind text, state text, formed_on date, due_on date, met_on date, sign integer);
create function obligation.add_up(changes obligation.counted[]) returns void language sql as $$
  insert into obligation.tally as t (body, area, owed, covered, open, met_on_time, met_late, excused)
  select body, area,
         coalesce(sum(sign) filter (where kind = 'STANDING' and state in ('OPEN', 'MET')), 0),
         coalesce(sum(sign) filter (where kind = 'STANDING' and state = 'MET'), 0),
         coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'OPEN' and formed_on is not null), 0),
         coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'MET' and (due_on is null or met_on <= due_on)), 0),
         coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'MET' and met_on > due_on), 0),
         coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'EXCUSED'), 0)
    from unnest(changes) group by body, area order by body, area
  on conflict (body, area) do update set
    owed = t.owed + excluded.owed, covered = t.covered + excluded.covered, open = t.open + excluded.open,
    met_on_time = t.met_on_time + excluded.met_on_time, met_late = t.met_late + excluded.met_late, excused = t.excused + excluded.excused
$$;
comment on function obligation.add_up(obligation.counted[]) is '把变化加到汇总里';
create trigger count_inserted after insert on obligation.obligation
  referencing new table as fresh for each statement execute function obligation.count_changes();
create trigger count_updated after update on obligation.obligation
  referencing new table as fresh old table as stale for each statement execute function obligation.count_changes();
create trigger count_deleted after delete on obligation.obligation
  referencing old table as stale for each statement execute function obligation.count_changes();

create table obligation.reckoned (
  one     boolean primary key default true check (one),
  edition integer not null,
  at      timestamptz not null
);
comment on table obligation.reckoned is '到期日是按哪一版日历推出的';
comment on column obligation.reckoned.one is '只有一行';
comment on column obligation.reckoned.edition is '日历版次';
comment on column obligation.reckoned.at is '推算时间';

call gongkai.own_rows('obligation.obligation', 'body');
call gongkai.own_rows('obligation.formation', 'body');
call gongkai.own_rows('obligation.evidence', 'body');
