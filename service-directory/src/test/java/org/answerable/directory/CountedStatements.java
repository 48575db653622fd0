package org.answerable.directory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts the statements that are sent through it. */
final class CountedStatements {

    private final AtomicInteger number = new AtomicInteger();
    private final DataSource dataSource;

    CountedStatements(DataSource real) {
        dataSource = around(DataSource.class, real);
    }

    DataSource dataSource() {
        return dataSource;
    }

    int number() {
        return number.get();
    }

    private <T> T around(Class<T> type, T real) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        number.incrementAndGet();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        return method.getName().equals("unwrap") ? answer : counted(answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                };
        ClassLoader loader =
                type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader();
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }

    private Object counted(Object answer) {
        if (answer instanceof PreparedStatement statement) {
            return around(PreparedStatement.class, statement);
        }
        return answer instanceof Connection connection
                ? around(Connection.class, connection)
                : answer;
    }
}
