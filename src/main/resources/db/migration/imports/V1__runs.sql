create schema if not exists imports;

create table imports.run (
    id bigint generated always as identity primary key,
    kind text not null,
    file_name text not null,
    parameters jsonb not null,
    dry_run boolean not null,
    actor jsonb not null,
    account text not null,
    state text not null,
    done bigint not null default 0,
    total bigint not null default 0,
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    rejected bigint not null default 0,
    message text not null default '',
    created_at timestamptz not null default now(),
    finished_at timestamptz
);
create index on imports.run (account, id);
comment on table imports.run is '一次批量导入';
comment on column imports.run.id is '编号';
comment on column imports.run.kind is '种类';
comment on column imports.run.file_name is '文件名';
comment on column imports.run.parameters is '参数';
comment on column imports.run.dry_run is '只预览，不写入';
comment on column imports.run.actor is '上传人的岗位和范围，后台以此身份执行';
comment on column imports.run.account is '上传人账号';
comment on column imports.run.state is '状态';
comment on column imports.run.done is '已处理';
comment on column imports.run.total is '总数；未知时为零';
comment on column imports.run.added is '新增';
comment on column imports.run.changed is '修改';
comment on column imports.run.unchanged is '未变';
comment on column imports.run.rejected is '错误';
comment on column imports.run.message is '整个文件不能导入时的说明';
comment on column imports.run.created_at is '上传时间';
comment on column imports.run.finished_at is '结束时间';

create table imports.problem (
    run bigint not null references imports.run on delete cascade,
    seq integer not null,
    sheet text not null,
    row_number bigint not null,
    column_name text not null,
    value text not null,
    level text not null,
    message text not null,
    primary key (run, seq)
);
comment on table imports.problem is '导入时发现的问题';
comment on column imports.problem.run is '导入';
comment on column imports.problem.seq is '顺序';
comment on column imports.problem.sheet is '工作表';
comment on column imports.problem.row_number is '行号，从一数；零表示整个文件';
comment on column imports.problem.column_name is '列：字母或字段名';
comment on column imports.problem.value is '原文';
comment on column imports.problem.level is '错误、警告、提示';
comment on column imports.problem.message is '说明和改法';

create table imports.parsed_row (
    run bigint not null references imports.run on delete cascade,
    seq integer not null,
    content jsonb not null,
    primary key (run, seq)
);
comment on table imports.parsed_row is '读懂的行';
comment on column imports.parsed_row.run is '导入';
comment on column imports.parsed_row.seq is '顺序';
comment on column imports.parsed_row.content is '内容';
