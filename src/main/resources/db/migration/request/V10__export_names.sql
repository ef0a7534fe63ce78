-- The names stay as they were written too, and the table cannot be emptied.
create or replace function request.keep_decision() returns trigger
    language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'an export once asked for or decided stays as it is' using errcode = 'insufficient_privilege';
    end if;
    if (old.id, old.request, old.body, old.purpose, old.asked_by, old.asked_name, old.asked_at)
          is distinct from (new.id, new.request, new.body, new.purpose, new.asked_by, new.asked_name, new.asked_at)
       or old.state <> 'ASKED'
          and (old.state, old.decided_by, old.decided_name, old.decided_at, old.reason, old.until)
              is distinct from (new.state, new.decided_by, new.decided_name, new.decided_at, new.reason, new.until)
       or new.downloads < old.downloads then
        raise exception 'an export once asked for or decided stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger keep_all before truncate on request.export
    for each statement execute function request.keep_decision();
