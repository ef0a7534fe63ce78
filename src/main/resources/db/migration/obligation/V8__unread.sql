-- 编译时读不懂而搁下的：写在清单上，改好了自动补上
create table obligation.unread (
  item   text not null,
  body   text not null,
  stored text not null,
  since  date not null,
  primary key (item, body)
);
comment on table obligation.unread is '存着的数据读不懂、编译时搁下的机构和事项；改好了抹去';
comment on column obligation.unread.item is '公开事项代码';
comment on column obligation.unread.body is '机构代码，行级权限用';
comment on column obligation.unread.stored is '读不懂的原文';
comment on column obligation.unread.since is '哪一天发现的';

call gongkai.own_rows('obligation.unread', 'body');
