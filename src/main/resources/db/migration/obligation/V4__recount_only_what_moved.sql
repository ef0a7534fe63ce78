-- 日历一变，只有最后一日真的动了的义务要改；办完的义务改了最后一日，索引不动
create table obligation.reckoned_day (
  limit_code text not null,
  starts_on  date not null,
  due_on     date,
  primary key (limit_code, starts_on)
);
comment on table obligation.reckoned_day is '推算过的最后一日：日历再变时，只看结果不同的';
comment on column obligation.reckoned_day.limit_code is '时限的代码';
comment on column obligation.reckoned_day.starts_on is '起算日';
comment on column obligation.reckoned_day.due_on is '最后一日；推不出的为空';
create index obligation_limit on obligation.obligation (limit_code, starts_on)
  where limit_code is not null and kind <> 'STANDING';

alter table obligation.obligation drop column due_order cascade;
alter table obligation.obligation
  add column listed_on date generated always as (
    coalesce(met_on, excused_on, ended_on, due_on, date '9999-12-31')) stored;
comment on column obligation.obligation.listed_on is '清单里排在哪一天：没有办的是最后一日，办了的是办的那一天';
create index obligation_listed on obligation.obligation (listed_on, id);
create index obligation_open on obligation.obligation (listed_on, id) where state = 'OPEN';
create index obligation_open_of_body on obligation.obligation (body, listed_on, id) where state = 'OPEN';
create index obligation_open_of_item on obligation.obligation (item, listed_on, id) where state = 'OPEN';
create index obligation_cell on obligation.obligation (body, area, state, listed_on, id);
alter table obligation.obligation set (fillfactor = 85);

-- 汇总只动数字变了的格子
create or replace function obligation.count_changes() returns trigger language plpgsql as $$
declare
  counted constant text := 'select body, area, kind, state, formed_on, due_on, met_on, %s as sign from %s';
  changes text := case tg_op
    when 'INSERT' then format(counted, '1', 'fresh')
    when 'DELETE' then format(counted, '-1', 'stale')
    else format(counted, '1', 'fresh') || ' union all ' || format(counted, '-1', 'stale') end;
begin
  execute format($q$
    insert into obligation.tally as t (body, area, owed, covered, open, met_on_time, met_late, excused)
    select * from (
      select body, area,
             coalesce(sum(sign) filter (where kind = 'STANDING' and state in ('OPEN', 'MET')), 0) as owed,
             coalesce(sum(sign) filter (where kind = 'STANDING' and state = 'MET'), 0) as covered,
             coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'OPEN' and formed_on is not null), 0) as open,
             coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'MET' and (due_on is null or met_on <= due_on)), 0) as on_time,
             coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'MET' and met_on > due_on), 0) as late,
             coalesce(sum(sign) filter (where kind <> 'STANDING' and state = 'EXCUSED'), 0) as excused
        from (%s) c group by body, area) cell
     where (owed, covered, open, on_time, late, excused) is distinct from (0, 0, 0, 0, 0, 0)
     order by body, area
    on conflict (body, area) do update set
      owed = t.owed + excluded.owed, covered = t.covered + excluded.covered, open = t.open + excluded.open,
      met_on_time = t.met_on_time + excluded.met_on_time, met_late = t.met_late + excluded.met_late,
      excused = t.excused + excluded.excused $q$, changes);
  return null;
end $$;
comment on function obligation.count_changes() is '义务有变，所在格子的汇总随之变';
drop function obligation.add_up(obligation.counted[]);
drop type obligation.counted;
