-- 目录的一行对一个机构要求哪些渠道；改过的留下旧的，按日选用
create table obligation.channel_demand (
  item     text   not null,
  body     text   not null,
  since    date   not null,
  channels text[] not null,
  primary key (item, body, since)
);
comment on table obligation.channel_demand is '目录的一行要求一个机构在哪些渠道公开；渠道改了留下旧的，按日选用（R-CAT-11）';
comment on column obligation.channel_demand.item is '公开事项代码';
comment on column obligation.channel_demand.body is '机构代码，行级权限用';
comment on column obligation.channel_demand.since is '自哪一天起';
comment on column obligation.channel_demand.channels is '渠道；目录没有写明的为空';

-- 事实之三：还在哪个渠道公开过
create table obligation.outlet (
  outlet       bigint primary key,
  disclosure   bigint not null,
  body         text   not null,
  channel      text   not null,
  disclosed_on date   not null,
  struck_on    date
);
create index outlet_disclosure on obligation.outlet (disclosure);
comment on table obligation.outlet is '公开信息还在哪个渠道公开过，随发布的事件而来';
comment on column obligation.outlet.outlet is '公开载体编号';
comment on column obligation.outlet.disclosure is '公开信息编号';
comment on column obligation.outlet.body is '机构代码，行级权限用';
comment on column obligation.outlet.channel is '公开渠道';
comment on column obligation.outlet.disclosed_on is '在这个渠道公开的日期';
comment on column obligation.outlet.struck_on is '划去日；划去的从来不算';

create index obligation_standing on obligation.obligation (body, item) where kind = 'STANDING';

create trigger revised after insert or update or delete on obligation.channel_demand
  for each statement execute function obligation.count_revision();
create trigger revised after insert or update or delete on obligation.outlet
  for each statement execute function obligation.count_revision();

call gongkai.own_rows('obligation.channel_demand', 'body');
call gongkai.own_rows('obligation.outlet', 'body');
