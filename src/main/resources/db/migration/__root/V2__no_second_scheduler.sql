-- No job ever used it: work by the clock runs by Spring's scheduler, what follows a commit by the event registry.
drop table gongkai.scheduled_tasks;
