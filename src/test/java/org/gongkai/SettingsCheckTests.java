package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** F30: 设置不对，用一句话拒绝启动。 */
class SettingsCheckTests {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("F30 错误的设置各有一句话")
    @CsvSource(textBlock = """
                    server.port,                abc,                                SERVER_PORT
                    server.port,                70000,                              SERVER_PORT
                    server.port,                -1,                                 SERVER_PORT
                    server.address,             '[nonsense',                         SERVER_ADDRESS
                    server.address,             192.0.2.1,                          SERVER_ADDRESS
                    GONGKAI_BOOTSTRAP_TOKEN,    short,                              至少要 32
                    GONGKAI_BOOTSTRAP_TOKEN,    '01234567890123456789 1234567890123', 空格
                    GONGKAI_BOOTSTRAP_TOKEN,    令牌令牌令牌令牌令牌令牌令牌令牌令牌令牌令牌令牌令牌令牌令牌令牌, 半角
                    spring.datasource.url,      localhost/gongkai,                  jdbc:postgresql://
                    spring.datasource.url,      jdbc:mysql://localhost/gongkai,     jdbc:postgresql://
                    spring.datasource.url,      jdbc:postgresql://localhost,        jdbc:postgresql://
                    spring.datasource.url,      jdbc:postgresql://localhost/gongkai, SPRING_DATASOURCE_USERNAME
                    spring.datasource.username, gongkai,                            SPRING_DATASOURCE_URL
                    gongkai.home,               /proc/nowhere,                      GONGKAI_HOME
                    """)
    void a_wrong_setting_gets_one_sentence(String name, String value, String words) {
        refused(Map.of(name, value), words);
    }

    @Test
    @DisplayName("F30 数据文件夹其实是文件")
    void home_is_a_file() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        refused(Map.of("gongkai.home", file.toString()), "是文件");
        refused(Map.of("gongkai.home", file.resolve("below").toString()), "不能在数据文件夹");
    }

    @Test
    @DisplayName("F30 端口已被占用")
    void port_in_use() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(Map.of("server.port", String.valueOf(taken.getLocalPort())), "已被别的程序占用");
        }
    }

    @Test
    @DisplayName("正确的设置没有话说")
    void right_settings_pass() {
        assertThatCode(() -> check(Map.of("GONGKAI_BOOTSTRAP_TOKEN", "0123456789abcdef0123456789abcdef")))
                .doesNotThrowAnyException();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("F30 真的启动：退出码 78，只有一句话，没有堆栈")
    void a_real_start_ends_with_78_and_one_sentence() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstderr.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "launch.Main",
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/gongkai",
                        "--spring.datasource.username=gongkai")
                .redirectErrorStream(true)
                .start();
        var said = process.inputReader()
                .lines()
                .filter(line -> !line.contains(" INFO "))
                .collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).isEqualTo(78);
        assertThat(said.strip()).startsWith("公开没有启动：连不上数据库").doesNotContain("\n", "Exception");
    }

    private void refused(Map<String, String> settings, String words) {
        assertThatThrownBy(() -> check(settings))
                .isInstanceOf(WrongSetting.class)
                .satisfies(e -> assertThat(StartFailure.sentence(new IllegalStateException(e)))
                        .hasValueSatisfying(sentence -> assertThat(sentence)
                                .contains(words)
                                .doesNotContain("\n")
                                .doesNotContain("Exception")));
    }

    private void check(Map<String, String> settings) {
        Map<String, Object> all = Stream.of(Map.of("server.port", "0", "gongkai.home", folder.toString()), settings)
                .flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", all));
        new SettingsCheck()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
    }
}
