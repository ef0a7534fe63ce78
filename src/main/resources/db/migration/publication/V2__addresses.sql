-- 门户地址由机构和索引号斜线后的一段组成；组织机构代码变了，旧地址仍然找得到（R-WEB-10）
create index disclosure_by_address on publication.disclosure (body, split_part(index_number, '/', 2))
  where index_number is not null;

-- 换了前段码，接着这个机构当年用过的最大流水往下
create index disclosure_last_serial on publication.disclosure
  (body, split_part(split_part(index_number, '/', 2), '-', 1), (cast(split_part(index_number, '-', -1) as integer)))
  where index_number is not null;
