-- 长期公示的要有一份有效的：失效、废止了的不再算
alter table obligation.evidence add column lapses_on date;
comment on column obligation.evidence.lapses_on is '自这一天起失效或者废止；没有期限的为空';
create index evidence_lapse on obligation.evidence (lapses_on) where lapses_on is not null;
