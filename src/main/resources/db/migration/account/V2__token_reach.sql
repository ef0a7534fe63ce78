alter table account.token add column body text;
comment on column account.token.body is '只能碰这个机构及下级；为空则由令牌的岗位决定';
