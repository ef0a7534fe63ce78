package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("目录草案的名称")
class DraftsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            '', '', 基层政务公开标准目录
            '', 社会救助领域基层政务公开标准目录, 社会救助领域基层政务公开标准目录
            社会救助领域基层政务公开标准目录, 社会救助领域基层政务公开标准目录, 社会救助领域基层政务公开标准目录
            社会救助领域基层政务公开标准目录, '', 社会救助领域基层政务公开标准目录
            社会救助领域基层政务公开标准目录, 养老服务领域基层政务公开标准目录, 基层政务公开标准目录
            基层政务公开标准目录, 养老服务领域基层政务公开标准目录, 基层政务公开标准目录
            海坛片区管理局基层政务公开标准目录, 海坛片区管理局基层政务公开标准目录（修订版）, 海坛片区管理局基层政务公开标准目录（修订版）
            """)
    @DisplayName("几个领域的文件合成一本时，不叫其中一个领域的名字；修订版用新的名字")
    void several_areas_get_the_general_name(String old, String title, String name) {
        assertThat(Drafts.name(old, title)).isEqualTo(name);
    }
}
