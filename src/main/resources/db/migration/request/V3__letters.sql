create table request.template (
  body       text not null,
  kind       text not null,
  docx       bytea not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (body, kind)
);
comment on table request.template is '文书模板：机关自己改过的；没有的用随程序带的';
comment on column request.template.body is '机构代码';
comment on column request.template.kind is '文书种类';
comment on column request.template.docx is '模板文件（.docx）';
comment on column request.template.changed_by is '更换的账号';
comment on column request.template.changed_at is '更换的时间';
call gongkai.own_rows('request.template', 'body');
