-- 法律直接定的义务，不由目录编译：例如每年的年度报告
alter table obligation.obligation drop constraint obligation_kind_check;
alter table obligation.obligation add constraint obligation_kind_check
  check (kind in ('FORMED', 'PERIODIC', 'STANDING', 'IMMEDIATE', 'STATUTORY'));
comment on column obligation.obligation.kind is
  '种类：FORMED 形成后若干日、PERIODIC 定期、STANDING 长期、IMMEDIATE 即时、STATUTORY 法律直接定的日子，不由目录来';
create index obligation_statutory on obligation.obligation (item, body, starts_on) where kind = 'STATUTORY';
