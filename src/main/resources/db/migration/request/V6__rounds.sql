alter table request.request add column round_of bigint references request.request (id);
alter table request.request add column round integer not null default 1;
alter table request.request add constraint later_round_of_a_first check ((round_of is null) = (round = 1));
comment on column request.request.round_of is '按复议决定、判决重新办理的，是哪一件的又一轮；第一轮为空，年报只数第一轮';
comment on column request.request.round is '第几轮办理';
create unique index request_rounds on request.request (round_of, round) where round_of is not null;
