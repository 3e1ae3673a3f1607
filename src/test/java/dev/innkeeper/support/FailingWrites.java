package dev.innkeeper.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that fails at the n-th thing a test's thread writes, as one does that runs full or
 * goes away. The commit counts as a write. Until a test asks for a failure, nothing is changed.
 */
@TestComponent
public final class FailingWrites implements BeanPostProcessor {

    private static final Set<String> EXECUTIONS =
            Set.of(
                    "execute",
                    "executeUpdate",
                    "executeLargeUpdate",
                    "executeBatch",
                    "executeQuery");

    private Thread failing = Thread.currentThread();
    private long left = Long.MAX_VALUE;
    private volatile boolean away;

    /** Thrown by a write that was told to fail. */
    public static final class WriteFailed extends SQLException {
        private static final long serialVersionUID = 1L;

        WriteFailed(String sql) {
            super("told to fail: " + sql, "HY000", 1021);
        }
    }

    /** Lets the n-th write of this thread fail, counted from now; the first is 1. */
    public void failAt(int nth) {
        failing = Thread.currentThread();
        left = nth;
    }

    /** Gives nobody a connection any more, as when the database is away. */
    public void takeDatabaseAway() {
        away = true;
    }

    /** Lets everything work again. */
    public void stop() {
        away = false;
        left = Long.MAX_VALUE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new Watched(dataSource) : bean;
    }

    private void write(String sql) throws SQLException {
        if (Thread.currentThread() == failing && left != Long.MAX_VALUE && --left == 0) {
            throw new WriteFailed(sql);
        }
    }

    private static boolean isWrite(String sql) {
        var start = sql.stripLeading().toLowerCase(Locale.ROOT);
        return !start.startsWith("select") || start.contains("next value for");
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLTransientConnectionException("told to be away", "08001");
            }
            return watch(super.getConnection());
        }
    }

    private Connection watch(Connection connection) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        write("commit");
                    }
                    var result = method.invoke(connection, arguments);
                    if (result instanceof PreparedStatement statement) {
                        return watch(PreparedStatement.class, statement, (String) arguments[0]);
                    }
                    return result instanceof Statement statement
                            ? watch(Statement.class, statement, "")
                            : result;
                });
    }

    private <S extends Statement> S watch(Class<S> type, S statement, String prepared) {
        return proxy(
                type,
                (method, arguments) -> {
                    if (EXECUTIONS.contains(method.getName())) {
                        var sql =
                                arguments != null && arguments[0] instanceof String text
                                        ? text
                                        : prepared;
                        if (isWrite(sql)) {
                            write(sql);
                        }
                    }
                    return method.invoke(statement, arguments);
                });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            try {
                                return call.on(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
