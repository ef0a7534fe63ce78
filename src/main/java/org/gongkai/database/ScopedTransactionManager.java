package org.gongkai.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 事务开始时把行级权限的范围告诉数据库，事务结束即失效。
 *
 * <p>Tells PostgreSQL the {@link RowScope} when a transaction begins; the setting ends with the transaction, so nothing leaks through
 * the pool. A scope of nothing needs no round trip: an unset scope sees nothing.
 */
final class ScopedTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient RowScope.Source source;

    ScopedTransactionManager(DataSource dataSource, RowScope.Source source) {
        super(dataSource);
        this.source = source;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var scope = RowScope.current(source);
        super.doBegin(transaction, definition);
        if (scope.equals(RowScope.NOTHING)) {
            return;
        }
        try {
            tell(connection(), scope);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new DataAccessResourceFailureException("could not set the row scope", e);
        }
    }

    private Connection connection() {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        return Objects.requireNonNull(holder, "bound by doBegin").getConnection();
    }

    private static void tell(Connection connection, RowScope scope) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select set_config('gongkai.scope', ?, true), set_config('gongkai.bodies', ?, true)")) {
            statement.setString(1, scope.all() ? "*" : "");
            statement.setString(2, String.join(",", scope.bodies()));
            statement.execute();
        }
    }
}
