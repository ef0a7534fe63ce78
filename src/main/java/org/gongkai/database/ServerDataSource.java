package org.gongkai.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** 每次连接都问服务器现在的地址：重启换了端口，连接池也能自己恢复。 Asks for the address at every connect, so the pool follows a restart. */
final class ServerDataSource extends AbstractDataSource {

    private static final int SECONDS = 5;

    private final DatabaseServer server;

    ServerDataSource(DatabaseServer server) {
        this.server = server;
    }

    String url() {
        return server.url();
    }

    Connection connect() throws SQLException {
        return getConnection(server.user(), server.password());
    }

    /** How long the pool waits for connections under way when it closes. */
    @Override
    public int getLoginTimeout() {
        return SECONDS;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // fixed
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        var properties = new Properties();
        if (!username.isEmpty()) {
            properties.setProperty("user", username);
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "gongkai");
        properties.setProperty("connectTimeout", Integer.toString(SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(server.url(), properties);
    }
}
