-- The marks named after days of the period said the wrong thing; they are named after what is left.
select set_config('gongkai.scope', '*', true);
alter table request.alert drop constraint alert_kind_check;
alter table request.alert disable trigger insert_only;
update request.alert set kind = 'CORRECTION_TWO_LEFT' where kind = 'CORRECTION_FIVE';
update request.alert set kind = 'CORRECTION_TODAY' where kind = 'CORRECTION_SEVEN';
alter table request.alert enable trigger insert_only;
alter table request.alert add constraint alert_kind_check check (kind in (
  'FIVE_LEFT', 'TWO_LEFT', 'OVERDUE', 'NOT_CONFIRMED', 'ENTERED_LATE', 'ORPHAN', 'CORRECTION_TWO_LEFT', 'CORRECTION_TODAY'));
