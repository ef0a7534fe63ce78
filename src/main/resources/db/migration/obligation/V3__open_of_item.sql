-- 门户按事项问：还有什么没有公开，最晚哪一天
create index obligation_open_of_item on obligation.obligation (item, due_order, id) where state = 'OPEN';
