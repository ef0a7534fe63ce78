package org.gongkai.database;

/** 所用的数据库服务器：内置的，或外部的。 The server in use. The address may change when the embedded server had to be restarted. */
interface DatabaseServer extends AutoCloseable {

    /** 连接地址。 */
    String url();

    String user();

    String password();

    @Override
    default void close() {}

    /** 外部服务器。 An external server, from {@code SPRING_DATASOURCE_URL}. */
    record External(String url, String user, String password) implements DatabaseServer {

        @Override
        public String toString() {
            return url;
        }
    }
}
