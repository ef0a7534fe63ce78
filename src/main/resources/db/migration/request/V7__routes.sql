create table request.route (
  body     text not null,
  step     text not null check (step in ('ACCEPT', 'ASSIGN', 'HANDLE', 'REVIEW', 'SECRECY', 'SIGN', 'DELIVER', 'ARCHIVE')),
  duties   text[] not null check (cardinality(duties) > 0),
  accounts text[] not null default '{}',
  primary key (body, step)
);
comment on table request.route is '办理路径：机关自己定的每个环节由哪些岗位、哪些人办；没有的按流程表';
comment on column request.route.body is '机构代码';
comment on column request.route.step is '环节：受理、分办、承办、审核、保密审查、签发、送达、归档，一个也不能省';
comment on column request.route.duties is '岗位，流程表允许的那些里面的';
comment on column request.route.accounts is '只由这些账号办；空为有岗位的都可以';
call gongkai.own_rows('request.route', 'body');
