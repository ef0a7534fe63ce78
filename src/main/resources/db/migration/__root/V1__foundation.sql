-- The technical room: row scope, protection of tables, event registry, sessions, jobs.
comment on schema gongkai is '技术用表：迁移记录、事件登记、会话、后台任务；行级权限的函数';

create table gongkai.migrated (
    digest text primary key,
    at timestamptz not null default now()
);
comment on table gongkai.migrated is '最近一次迁移后全部脚本的摘要；相同就不再逐个检查';
comment on column gongkai.migrated.digest is '摘要（SHA-256）';
comment on column gongkai.migrated.at is '迁移完成时间';

-- Row scope ------------------------------------------------------------------------------------------------------

create function gongkai.sees_all() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('gongkai.scope', true), '') = '*';
comment on function gongkai.sees_all() is '当前事务是否可见全部行（全区职责或系统自身）';

create function gongkai.bodies() returns text[]
    language sql stable parallel safe
    return string_to_array(coalesce(current_setting('gongkai.bodies', true), ''), ',');
comment on function gongkai.bodies() is '当前事务可见的机构代码';

-- call gongkai.own_rows('publication.draft', 'body'): only rows of bodies in scope can be seen or changed.
create procedure gongkai.own_rows(target regclass, body_column name)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy own_rows on %s using ((select gongkai.sees_all()) or %I = any ((select gongkai.bodies())::text[]))',
        target, body_column);
end $$;
comment on procedure gongkai.own_rows(regclass, name) is '给表加上行级权限：只看得到、改得了范围内机构的行';

-- call gongkai.insert_only('journal.line'): rows can be added, never changed or removed, not even by the owner.
create function gongkai.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '% is insert-only', tg_relid::regclass using errcode = 'insufficient_privilege';
end $$;
comment on function gongkai.refuse_change() is '拒绝修改和删除';

create procedure gongkai.insert_only(target regclass)
    language plpgsql as $$
begin
    execute format('create trigger insert_only before update or delete or truncate on %s
        for each statement execute function gongkai.refuse_change()', target);
    if exists (select from pg_roles where rolname = 'gongkai_app') then
        execute format('revoke update, delete, truncate on %s from gongkai_app', target);
    end if;
end $$;
comment on procedure gongkai.insert_only(regclass) is '把表设为只增：任何人都不能修改、删除';

-- Event registry of Spring Modulith, schema v2 -------------------------------------------------------------------

create table gongkai.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index on gongkai.event_publication using hash (serialized_event);
create index on gongkai.event_publication (completion_date);
comment on table gongkai.event_publication is '事件登记：提交后还要做的事（索引、通知、督查），做完才算完';
comment on column gongkai.event_publication.id is '编号';
comment on column gongkai.event_publication.listener_id is '监听者';
comment on column gongkai.event_publication.event_type is '事件类型';
comment on column gongkai.event_publication.serialized_event is '事件内容（JSON）';
comment on column gongkai.event_publication.publication_date is '发生时间';
comment on column gongkai.event_publication.completion_date is '完成时间';
comment on column gongkai.event_publication.status is '状态';
comment on column gongkai.event_publication.completion_attempts is '尝试次数';
comment on column gongkai.event_publication.last_resubmission_date is '最近一次重新提交时间';

-- Sessions of Spring Session -------------------------------------------------------------------------------------

create table gongkai.spring_session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name text
);
create unique index on gongkai.spring_session (session_id);
create index on gongkai.spring_session (expiry_time);
create index on gongkai.spring_session (principal_name);
comment on table gongkai.spring_session is '登录会话';
comment on column gongkai.spring_session.primary_id is '内部编号';
comment on column gongkai.spring_session.session_id is '会话编号';
comment on column gongkai.spring_session.creation_time is '建立时间（毫秒）';
comment on column gongkai.spring_session.last_access_time is '最近访问（毫秒）';
comment on column gongkai.spring_session.max_inactive_interval is '最长闲置（秒）';
comment on column gongkai.spring_session.expiry_time is '到期（毫秒）';
comment on column gongkai.spring_session.principal_name is '账号';

create table gongkai.spring_session_attributes (
    session_primary_id char(36) not null references gongkai.spring_session (primary_id) on delete cascade,
    attribute_name text not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table gongkai.spring_session_attributes is '会话内容';
comment on column gongkai.spring_session_attributes.session_primary_id is '会话';
comment on column gongkai.spring_session_attributes.attribute_name is '名称';
comment on column gongkai.spring_session_attributes.attribute_bytes is '内容';

-- Jobs of db-scheduler -------------------------------------------------------------------------------------------

create table gongkai.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on gongkai.scheduled_tasks (execution_time);
create index on gongkai.scheduled_tasks (last_heartbeat);
comment on table gongkai.scheduled_tasks is '后台任务';
comment on column gongkai.scheduled_tasks.task_name is '任务';
comment on column gongkai.scheduled_tasks.task_instance is '实例';
comment on column gongkai.scheduled_tasks.task_data is '参数';
comment on column gongkai.scheduled_tasks.execution_time is '应执行时间';
comment on column gongkai.scheduled_tasks.picked is '是否已被领取';
comment on column gongkai.scheduled_tasks.picked_by is '领取的节点';
comment on column gongkai.scheduled_tasks.last_success is '最近成功';
comment on column gongkai.scheduled_tasks.last_failure is '最近失败';
comment on column gongkai.scheduled_tasks.consecutive_failures is '连续失败次数';
comment on column gongkai.scheduled_tasks.last_heartbeat is '心跳';
comment on column gongkai.scheduled_tasks.version is '版本';
comment on column gongkai.scheduled_tasks.priority is '优先级';
