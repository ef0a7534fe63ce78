package org.gongkai;

import java.util.Optional;
import org.gongkai.database.DatabaseUnusable;
import org.gongkai.request.SealingKeyUnusable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * 启动失败时，设置的问题用一句中文说清，不打印堆栈。
 *
 * <p>Says in one sentence what is wrong with the settings. Whatever it does not know is a bug and keeps its stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(text -> System.err.println("公开没有启动：" + text));
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var text = known(cause);
            if (text != null) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String known(Throwable cause) {
        return switch (cause) {
            case WrongSetting setting -> setting.getMessage();
            case DatabaseUnusable database -> database.getMessage();
            case SealingKeyUnusable key -> key.getMessage();
            case PortInUseException port -> portInUse(port.getPort());
            case BindException bind -> notBound(bind);
            case ConfigurationPropertiesBindException properties
            when properties.getCause() == null -> "有一项设置读不懂：" + properties.getMessage();
            case org.yaml.snakeyaml.error.YAMLException yaml -> "设置文件不是正确的 YAML：" + firstLine(yaml) + "。请改正后再启动。";
            default -> null;
        };
    }

    static String portInUse(int port) {
        return "端口 " + port + " 已被别的程序占用。请关掉它，或用 SERVER_PORT 换一个端口（例如 SERVER_PORT=8081 ./gongkai run）。";
    }

    private static String notBound(BindException bind) {
        var property = bind.getProperty();
        return property == null
                ? "设置 " + bind.getName() + " 读不懂。"
                : "设置 " + property.getName() + " 的值“" + property.getValue() + "”不对。请改正后再启动。";
    }

    private static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}
