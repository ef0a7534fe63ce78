-- A second kind of case: rectification of a record about the applicant (R-REQ-22). The annual report never counts it.
alter table request.request add column case_kind text not null default 'DISCLOSURE'
  constraint known_kind check (case_kind in ('DISCLOSURE', 'RECTIFICATION'));
alter table request.request add column should_be_sealed bytea;
alter table request.request drop constraint ended_in_one_row;
alter table request.request add constraint ended_in_one_row
  check (ended_on is null or state = 'DIVIDED' or (annual_row is null) = (case_kind = 'RECTIFICATION'));
alter table request.request add constraint rectified_to_something
  check ((should_be_sealed is null) = (case_kind = 'DISCLOSURE'));
comment on column request.request.case_kind is '种类：DISCLOSURE 申请公开，RECTIFICATION 申请更正与本人有关的政府信息；年报表三只数前一种';
comment on column request.request.should_be_sealed is '申请更正的，应当更正为什么，加密';
