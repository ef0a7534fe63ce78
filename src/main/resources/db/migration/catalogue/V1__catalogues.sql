create schema if not exists catalogue;

create table catalogue.area (
    code text primary key,
    name text not null unique,
    aliases text[] not null default '{}',
    ministry text not null default '',
    local boolean not null default false,
    enabled boolean not null default true
);
comment on table catalogue.area is '领域；二十六个试点领域之外可以增加本地领域';
comment on column catalogue.area.code is '代码';
comment on column catalogue.area.name is '名称';
comment on column catalogue.area.aliases is '别名';
comment on column catalogue.area.ministry is '国家主管部门';
comment on column catalogue.area.local is '是否本地增加';
comment on column catalogue.area.enabled is '本区是否启用';

create table catalogue.version (
    id bigint generated always as identity primary key,
    owner text not null,
    number integer not null,
    state text not null,
    title text not null,
    reason text not null,
    effective_from date,
    author text not null,
    reviewer text,
    adopter text,
    by_token boolean not null default false,
    changed_at timestamptz not null default now(),
    unique (owner, number),
    constraint four_eyes check (by_token or reviewer is distinct from author or reviewer is null)
);
create unique index one_draft on catalogue.version (owner) where state in ('DRAFT', 'REVIEWED');
create unique index one_adopted on catalogue.version (owner) where state = 'ADOPTED';
comment on table catalogue.version is '标准目录的版本';
comment on column catalogue.version.id is '编号';
comment on column catalogue.version.owner is '编制机构；区级目录为区政府，空串表示还没有机构名录';
comment on column catalogue.version.number is '第几版';
comment on column catalogue.version.state is '状态';
comment on column catalogue.version.title is '名称';
comment on column catalogue.version.reason is '本次调整的理由';
comment on column catalogue.version.effective_from is '生效日';
comment on column catalogue.version.author is '起草人账号';
comment on column catalogue.version.reviewer is '审核人账号，不得是起草人';
comment on column catalogue.version.adopter is '审定人账号';
comment on column catalogue.version.by_token is '由接口令牌办理';
comment on column catalogue.version.changed_at is '最近变化';

create table catalogue.item (
    code text primary key,
    owner text not null,
    key text not null,
    area text not null references catalogue.area,
    unique (owner, key)
);
comment on table catalogue.item is '公开事项的身份；代码不变、不复用';
comment on column catalogue.item.code is '事项代码：领域-一级-二级';
comment on column catalogue.item.owner is '编制机构';
comment on column catalogue.item.key is '领域、各级事项名称归一后的键';
comment on column catalogue.item.area is '领域';

create table catalogue.item_row (
    version bigint not null references catalogue.version on delete cascade,
    item text not null references catalogue.item,
    position integer not null,
    primary_item text not null,
    secondary_item text not null,
    tertiary_item text not null,
    content text not null,
    basis text not null,
    limit_text text not null,
    limit_kind text not null,
    limit_code text,
    body_text text not null,
    channels text[] not null,
    channel_texts text[] not null,
    audience text not null,
    audience_text text not null,
    mode text not null,
    levels text[] not null,
    stage text not null,
    original jsonb not null,
    digest text not null,
    primary key (version, item)
);
create index on catalogue.item_row (item);
comment on table catalogue.item_row is '某一版里的一行，原文与解读并存';
comment on column catalogue.item_row.version is '版本';
comment on column catalogue.item_row.item is '事项';
comment on column catalogue.item_row.position is '顺序';
comment on column catalogue.item_row.primary_item is '一级事项';
comment on column catalogue.item_row.secondary_item is '二级事项';
comment on column catalogue.item_row.tertiary_item is '三级事项';
comment on column catalogue.item_row.content is '公开内容';
comment on column catalogue.item_row.basis is '公开依据';
comment on column catalogue.item_row.limit_text is '公开时限，原文';
comment on column catalogue.item_row.limit_kind is '时限的种类';
comment on column catalogue.item_row.limit_code is '时限的代码；读不懂时为空';
comment on column catalogue.item_row.body_text is '公开主体，原文';
comment on column catalogue.item_row.channels is '渠道';
comment on column catalogue.item_row.channel_texts is '选中的渠道，原文';
comment on column catalogue.item_row.audience is '公开对象';
comment on column catalogue.item_row.audience_text is '特定群体的说明';
comment on column catalogue.item_row.mode is '公开方式';
comment on column catalogue.item_row.levels is '公开层级';
comment on column catalogue.item_row.stage is '公开环节';
comment on column catalogue.item_row.original is '各列原文';
comment on column catalogue.item_row.digest is '各列归一后的摘要，用来判断是否修改';

create table catalogue.body_phrase (
    key text primary key,
    phrase text not null,
    bodies text[] not null,
    decided_by text not null,
    decided_at timestamptz not null default now()
);
comment on table catalogue.body_phrase is '公开主体的写法由人认定成哪些机构；空数组表示本区没有';
comment on column catalogue.body_phrase.key is '归一后的写法';
comment on column catalogue.body_phrase.phrase is '原文';
comment on column catalogue.body_phrase.bodies is '机构代码';
comment on column catalogue.body_phrase.decided_by is '认定人';
comment on column catalogue.body_phrase.decided_at is '认定时间';

create table catalogue.adaptation (
    item text not null references catalogue.item,
    body text not null,
    limit_code text,
    content text,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null default now(),
    primary key (item, body)
);
comment on table catalogue.adaptation is '单位对上级目录一行的因地制宜调整（A-15）';
comment on column catalogue.adaptation.item is '事项';
comment on column catalogue.adaptation.body is '机构';
comment on column catalogue.adaptation.limit_code is '改用的时限';
comment on column catalogue.adaptation.content is '改用的内容';
comment on column catalogue.adaptation.reason is '理由';
comment on column catalogue.adaptation.decided_by is '经办人';
comment on column catalogue.adaptation.decided_at is '时间';
