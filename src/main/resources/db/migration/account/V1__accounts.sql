create schema if not exists account;

create table account.account (
    id bigint generated always as identity primary key,
    login text not null unique,
    name text not null,
    body text,
    district boolean not null default false,
    password text not null,
    totp_secret text,
    recovery_codes text[] not null default '{}',
    enabled boolean not null default true,
    last_totp_step bigint not null default 0,
    created_at timestamptz not null default now()
);
comment on table account.account is '账号；没有默认账号';
comment on column account.account.id is '编号';
comment on column account.account.login is '登录名';
comment on column account.account.name is '姓名';
comment on column account.account.body is '所在机构代码';
comment on column account.account.district is '数据范围是否全区';
comment on column account.account.password is '口令摘要（Argon2id）';
comment on column account.account.totp_secret is '动态口令密钥；为空表示还没有绑定';
comment on column account.account.recovery_codes is '恢复码摘要，用一个少一个';
comment on column account.account.enabled is '是否启用；账号不删除';
comment on column account.account.last_totp_step is '最近用过的动态口令时间步，防重放';
comment on column account.account.created_at is '建立时间';

create table account.account_duty (
    account bigint not null references account.account,
    duty text not null,
    primary key (account, duty)
);
comment on table account.account_duty is '账号的岗位';
comment on column account.account_duty.account is '账号';
comment on column account.account_duty.duty is '岗位代码';

-- 三员分立：系统、安全、审计管理员不能是同一个人
create function account.three_administrators() returns trigger language plpgsql as $$
begin
    if (select count(*) from account.account_duty
        where account = new.account and duty in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR')) > 1 then
        raise exception 'three administrators must be three people' using errcode = 'check_violation', constraint = 'three_administrators';
    end if;
    return null;
end $$;
create constraint trigger three_administrators after insert or update on account.account_duty
    for each row execute function account.three_administrators();

create table account.token (
    id bigint generated always as identity primary key,
    account bigint not null references account.account,
    name text not null,
    digest text not null unique,
    duties text[] not null,
    expires_on date not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now()
);
comment on table account.token is '接口令牌，只存摘要';
comment on column account.token.id is '编号';
comment on column account.token.account is '持有的账号';
comment on column account.token.name is '用途';
comment on column account.token.digest is '摘要（SHA-256）';
comment on column account.token.duties is '令牌可用的岗位，不超过账号的岗位';
comment on column account.token.expires_on is '到期日';
comment on column account.token.last_used_at is '最近使用';
comment on column account.token.revoked_at is '吊销时间';
comment on column account.token.created_at is '建立时间';

create table account.setup_code (
    one boolean primary key default true check (one),
    digest text not null,
    created_at timestamptz not null default now()
);
comment on table account.setup_code is '首位管理员的一次性设置码，只存摘要，用过即删';
comment on column account.setup_code.one is '只有一行';
comment on column account.setup_code.digest is '摘要（SHA-256）';
comment on column account.setup_code.created_at is '生成时间';
