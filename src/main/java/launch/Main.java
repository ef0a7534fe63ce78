package launch;

/**
 * 程序入口：先检查 Java 版本，再启动。Entry point compiled for an old Java, so that a wrong JVM gets one sentence instead of a stack trace.
 */
public final class Main {

    private static final int NEEDED = 25;
    private static final int EX_CONFIG = 78;

    private Main() {}

    public static void main(String[] args) throws Exception {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println("需要 Java " + NEEDED + " 或更高版本，当前是 Java " + found
                    + "。请安装 JDK 25，或用 ./gongkai run 启动（它会自己寻找 JDK）。"
                    + " / Java " + NEEDED + " or newer is needed, this is Java " + found + ".");
            System.exit(EX_CONFIG);
        }
        Class.forName("org.gongkai.Gongkai").getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
