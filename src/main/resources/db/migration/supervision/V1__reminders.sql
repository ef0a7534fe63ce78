create schema if not exists supervision;

create table supervision.reminder (
  id         bigint generated always as identity primary key,
  body       text not null,
  area       text not null default '',
  text       text not null check (text <> ''),
  overdue    bigint not null,
  sent_by    text not null,
  sender     text not null,
  sent_on    date not null,
  sent_at    timestamptz not null
);
create index reminder_body on supervision.reminder (body, sent_on desc);
create unique index reminder_once_a_day on supervision.reminder (body, area, sent_on);
comment on table supervision.reminder is '催办：政务公开科请某机构办理逾期事项（A-136），同一格一天一次';
comment on column supervision.reminder.id is '编号';
comment on column supervision.reminder.body is '被催办的机构，行级权限用';
comment on column supervision.reminder.area is '领域；空串为全部';
comment on column supervision.reminder.text is '内容';
comment on column supervision.reminder.overdue is '当时逾期几条';
comment on column supervision.reminder.sent_by is '催办人账号';
comment on column supervision.reminder.sender is '催办人姓名';
comment on column supervision.reminder.sent_on is '催办日';
comment on column supervision.reminder.sent_at is '时间';
call gongkai.own_rows('supervision.reminder', 'body');
