package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gongkai.GongkaiTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@GongkaiTest
@DisplayName("申请人信息逐项加密")
class SealingModuleTests {

    private final Sealing sealing;
    private final SealingKey key;
    private final JdbcClient jdbc;

    SealingModuleTests(Sealing sealing, SealingKey key, JdbcClient jdbc) {
        this.sealing = sealing;
        this.key = key;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("同样的内容每次密文不同；挪到别的字段、别的申请就解不开；改一位也解不开")
    void a_sealed_field_opens_only_where_it_belongs() {
        byte[] one = sealing.seal("request.name", 7, "甲某");
        byte[] two = sealing.seal("request.name", 7, "甲某");

        assertThat(one).isNotEqualTo(two);
        assertThat(new String(one, StandardCharsets.UTF_8)).doesNotContain("甲某");
        assertThat(sealing.open("request.name", 7, one)).isEqualTo("甲某");
        assertThatThrownBy(() -> sealing.open("request.name", 8, one)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealing.open("request.phone", 7, one)).isInstanceOf(IllegalStateException.class);
        one[one.length - 1] ^= 1;
        assertThatThrownBy(() -> sealing.open("request.name", 7, one)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("带密钥的摘要：相等的相等，字段不同的不等")
    void keyed_digests_find_equals() {
        assertThat(sealing.digest("name", "甲某")).isEqualTo(sealing.digest("name", "甲某"));
        assertThat(sealing.digest("name", "甲某")).isNotEqualTo(sealing.digest("phone", "甲某"));
    }

    @Test
    @DisplayName("密钥文件只有本程序能读；换了、丢了、残缺了都不启动，并说明怎么办")
    void a_wrong_key_stops_the_start(@TempDir Path home) throws Exception {
        if (key.file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())))
                    .isEqualTo("rw-------");
        }
        var lost = new SealingKey(home.resolve("lost"));
        assertThatThrownBy(() -> new Sealing(lost, jdbc))
                .isInstanceOf(SealingKeyUnusable.class)
                .hasMessageContaining("备份");
        assertThat(lost.exists()).as("没有悄悄生成新的").isFalse();
        var other = new SealingKey(home.resolve("other"));
        other.create();
        assertThatThrownBy(() -> new Sealing(other, jdbc))
                .isInstanceOf(SealingKeyUnusable.class)
                .hasMessageContaining("不是这个数据库用的");
        Files.write(other.file(), new byte[3]);
        assertThatThrownBy(() -> new Sealing(other, jdbc))
                .isInstanceOf(SealingKeyUnusable.class)
                .hasMessageContaining("不完整");
    }
}
