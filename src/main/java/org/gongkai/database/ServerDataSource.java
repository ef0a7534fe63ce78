package org.gongkai.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** 每次连接都问服务器现在的地址：重启换了端口，连接池也能自己恢复。 Asks for the address at every connect, so the pool follows a restart. */
final class ServerDataSource extends AbstractDataSource {

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
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(server.url(), properties);
    }
}
