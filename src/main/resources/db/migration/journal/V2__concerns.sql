alter table journal.line add column concerns text;
create index on journal.line (concerns, id);
create index on journal.line (subject_type, id);
comment on column journal.line.concerns is '涉及的机构代码';
