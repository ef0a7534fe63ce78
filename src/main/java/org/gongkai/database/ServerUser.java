package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * 以什么身份运行数据库程序。PostgreSQL 拒绝以 root 运行，所以 root 时换一个身份。
 *
 * <p>PostgreSQL refuses to run as root. As root we hide behind a user namespace, or, where the kernel forbids that, behind
 * {@code nobody}.
 */
enum ServerUser {
    /** 就是当前用户。 */
    SELF(List.of()),
    /** root（或没有名字的用户），内核允许用户命名空间。 */
    NAMESPACE(List.of("unshare", "-U")),
    /** root，换成 nobody。 */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    ServerUser(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    static ServerUser here() throws IOException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        if (!root && !nameless()) {
            return SELF;
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        return root ? NOBODY : SELF;
    }

    /** 用户号没有登记名字（某些容器如此），PostgreSQL 也会拒绝。 A user id without a name, as in some containers: refused as well. */
    private static boolean nameless() {
        return System.getProperty("user.name", "?").equals("?");
    }

    private static boolean works(ServerUser user) throws IOException {
        var command = new ArrayList<>(user.prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** 把文件夹交给这个身份。 */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (var path : (Iterable<Path>) walk::iterator) {
                Files.setAttribute(path, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
