create table request.viewing (
  request bigint not null references request.request (id),
  body    text not null,
  account text not null,
  hour    timestamptz not null,
  primary key (request, account, hour)
);
comment on table request.viewing is '谁在哪一小时看过一件申请的申请人信息；同一人、同一件、同一小时只留痕一次';
comment on column request.viewing.request is '申请';
comment on column request.viewing.body is '受理机关代码，行级权限用';
comment on column request.viewing.account is '账号';
comment on column request.viewing.hour is '那一小时的开头';
call gongkai.own_rows('request.viewing', 'body');
call gongkai.insert_only('request.viewing');
