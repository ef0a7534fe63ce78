-- 原系统编号在一个机构之内唯一：别的机构的“1”号不是我的“1”号，导入一个机构的文件不会碰到另一个机构的信息
alter table publication.disclosure drop constraint disclosure_external_id_key;
create unique index disclosure_by_external_id on publication.disclosure (external_id, body);
