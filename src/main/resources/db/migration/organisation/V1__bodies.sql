create schema if not exists organisation;

create table organisation.body (
    code text primary key,
    name text not null,
    short_name text not null,
    aliases text[] not null default '{}',
    parent text references organisation.body deferrable initially deferred,
    level text not null,
    kind text not null,
    functions text[] not null default '{}',
    organisation_code text not null default '',
    changed_at timestamptz not null default now()
);
comment on table organisation.body is '机构名录';
comment on column organisation.body.code is '机构代码，稳定不变，不复用';
comment on column organisation.body.name is '全称';
comment on column organisation.body.short_name is '简称';
comment on column organisation.body.aliases is '曾用名、俗称、挂牌名';
comment on column organisation.body.parent is '上级机构';
comment on column organisation.body.level is '层级';
comment on column organisation.body.kind is '种类';
comment on column organisation.body.functions is '职能词';
comment on column organisation.body.organisation_code is '组织机构代码九位，索引号前段';
comment on column organisation.body.changed_at is '最近修改';

create table organisation.guide (
    body text primary key references organisation.body,
    classification text not null,
    arrangement text not null,
    ways text not null,
    office text not null,
    address text not null,
    hours text not null,
    telephone text not null,
    fax text not null,
    internet text not null,
    updated_on date not null
);
comment on table organisation.guide is '政府信息公开指南（条例第十二条）';
comment on column organisation.guide.body is '机构';
comment on column organisation.guide.classification is '信息的分类';
comment on column organisation.guide.arrangement is '编排体系';
comment on column organisation.guide.ways is '获取方式';
comment on column organisation.guide.office is '公开工作机构名称';
comment on column organisation.guide.address is '办公地址';
comment on column organisation.guide.hours is '办公时间';
comment on column organisation.guide.telephone is '联系电话';
comment on column organisation.guide.fax is '传真号码';
comment on column organisation.guide.internet is '互联网联系方式';
comment on column organisation.guide.updated_on is '更新日期';
