comment on column request.paper.kind is '种类：ATTACHMENT 申请人附件，LETTER 文书，INTERNAL 发给别人的文书，SUPPLIED 随答复提供的文件';
create table request.paper_struck (
  paper   bigint primary key references request.paper (id),
  body    text not null,
  account text not null,
  at      timestamptz not null
);
comment on table request.paper_struck is '附上之后又取下的文件：不再列出，不提供给申请人，记录还在';
comment on column request.paper_struck.paper is '文件';
comment on column request.paper_struck.body is '受理机关代码，行级权限用';
comment on column request.paper_struck.account is '取下的账号';
comment on column request.paper_struck.at is '时间';
call gongkai.own_rows('request.paper_struck', 'body');
call gongkai.insert_only('request.paper_struck');
