-- 编号属于来源单位自己：两个单位都可以从 1 编起，看不见的行不会挡住自己的登记
alter table obligation.formation drop constraint formation_external_id_key;
alter table obligation.formation add constraint formation_of_body unique (body, external_id);
comment on column obligation.formation.external_id is '来源系统里的编号，同一机构的同一编号只登记一次';

-- 数据的版次：义务、凭据、规则每次变化加一，汇总据此知道还能不能用
create table obligation.revision (
  one boolean primary key default true check (one),
  n   bigint not null,
  tx  bigint not null
);
insert into obligation.revision (n, tx) values (1, 0);
comment on table obligation.revision is '公开义务数据的版次，一个事务至多加一';
comment on column obligation.revision.one is '只有一行';
comment on column obligation.revision.n is '版次';
comment on column obligation.revision.tx is '最近一次改动的事务';

create function obligation.count_revision() returns trigger language plpgsql as $$
begin
  update obligation.revision set n = n + 1, tx = txid_current() where tx <> txid_current();
  return null;
end $$;
comment on function obligation.count_revision() is '版次加一';
create trigger revised after insert or update or delete on obligation.obligation
  for each statement execute function obligation.count_revision();
create trigger revised after insert or update or delete on obligation.evidence
  for each statement execute function obligation.count_revision();
create trigger revised after insert or update or delete on obligation.rule
  for each statement execute function obligation.count_revision();
