package org.gongkai;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * 启动前检查设置：数据文件夹、端口、数据库地址、自动化令牌。错了就停在这里，用一句话说明。
 *
 * <p>Looks at the settings before anything is started, so that a mistake costs one sentence and no half-started server.
 */
final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final int MAX_PORT = 65535;
    private static final int SHORTEST_TOKEN = 32;
    private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql://[^/]+/[^/?]+(\\?.*)?");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        token(environment.getProperty("GONGKAI_BOOTSTRAP_TOKEN", ""));
        address(environment);
        database(environment);
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            home(environment.getProperty("gongkai.home", ""));
        }
    }

    static void token(String token) {
        if (token.isEmpty()) {
            return;
        }
        if (token.length() < SHORTEST_TOKEN) {
            throw new WrongSetting("GONGKAI_BOOTSTRAP_TOKEN 只有 " + token.length() + " 个字符，至少要 " + SHORTEST_TOKEN
                    + " 个。可以用 openssl rand -hex 32 生成一个。");
        }
        if (!VISIBLE.matcher(token).matches()) {
            throw new WrongSetting("GONGKAI_BOOTSTRAP_TOKEN 只能用英文字母、数字和半角符号，不能有空格。可以用 openssl rand -hex 32 生成一个。");
        }
    }

    static void home(String home) {
        try {
            var folder = Path.of(home).toAbsolutePath();
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new WrongSetting("GONGKAI_HOME 指向的 " + folder + " 是文件，不是文件夹。请换一个文件夹。");
            }
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".write", null));
        } catch (InvalidPathException e) {
            throw new WrongSetting("GONGKAI_HOME 的值“" + home + "”不是文件夹路径。");
        } catch (IOException e) {
            throw new WrongSetting(
                    "不能在数据文件夹 " + Path.of(home).toAbsolutePath() + " 里写文件。请检查权限和磁盘空间，或用 GONGKAI_HOME 换一个文件夹。");
        }
    }

    private static void address(Environment environment) {
        var written = environment.getProperty("server.port", "8080");
        int port = port(written);
        var host = environment.getProperty("server.address", "");
        try {
            var address = host.isEmpty() ? null : InetAddress.getByName(host);
            free(address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port), host);
        } catch (UnknownHostException e) {
            throw new WrongSetting(
                    "SERVER_ADDRESS 的值“" + host + "”不是本机地址。只在本机使用写 127.0.0.1，对外服务写 ::（同时接受 IPv4 和 IPv6）。");
        }
    }

    static int port(String written) {
        try {
            int port = Integer.parseInt(written.strip());
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongSetting("SERVER_PORT 的值“" + written + "”不是端口号。请用 1 到 " + MAX_PORT + " 的整数。");
    }

    private static void free(InetSocketAddress place, String host) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(place);
        } catch (java.net.BindException e) {
            var why = String.valueOf(e.getMessage());
            if (why.contains("assign")) {
                throw new WrongSetting("SERVER_ADDRESS 的值“" + host + "”不是本机的地址。只在本机使用写 127.0.0.1，对外服务写 ::。");
            }
            throw new WrongSetting(
                    why.contains("ermission")
                            ? "没有权限使用端口 " + place.getPort() + "（1024 以下的端口需要授权）。请用 SERVER_PORT 换一个端口。"
                            : StartFailure.portInUse(place.getPort()));
        } catch (IOException e) {
            throw new WrongSetting("不能使用端口 " + place.getPort() + "：" + e.getMessage() + "。请用 SERVER_PORT 换一个端口。");
        }
    }

    private static void database(Environment environment) {
        var url = environment.getProperty("spring.datasource.url", "");
        var user = environment.getProperty("spring.datasource.username", "");
        if (url.isBlank()) {
            if (!user.isBlank()) {
                throw new WrongSetting(
                        "设置了 SPRING_DATASOURCE_USERNAME，却没有 SPRING_DATASOURCE_URL。用外部数据库请补上地址，用内置数据库请去掉用户名。");
            }
            return;
        }
        if (!JDBC_URL.matcher(url).matches()) {
            throw new WrongSetting(
                    "SPRING_DATASOURCE_URL 的写法不对，应为 jdbc:postgresql://主机:端口/库名，例如 jdbc:postgresql://10.0.0.5:5432/gongkai。");
        }
        if (user.isBlank() && !url.contains("user=")) {
            throw new WrongSetting(
                    "设置了 SPRING_DATASOURCE_URL，还需要 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD。");
        }
    }
}
