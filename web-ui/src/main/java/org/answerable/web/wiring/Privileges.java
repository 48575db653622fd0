package org.answerable.web.wiring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the application's database user may do, when the tables belong to another: read and write
 * what changes, only add to what is append-only, and only read what triggers keep. It can neither
 * alter a table nor switch off a trigger, whatever the application's code does.
 */
final class Privileges {

    /** An append-only table is known by its trigger, one that triggers keep by its comment. */
    private static final String TABLES =
            """
            select format('revoke all on table %I.%I from %I', n.nspname, c.relname, ?) || '; '
                || format('grant %s on table %I.%I to %I',
                    case
                        when c.relname = 'flyway_schema_history'
                            or obj_description(c.oid, 'pg_class') = 'kept by triggers' then 'select'
                        when exists (select 1 from pg_trigger t
                            where t.tgrelid = c.oid and t.tgname like '%append_only%') then 'select, insert'
                        else 'select, insert, update, delete'
                    end,
                    n.nspname, c.relname, ?)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'p')
            """;

    private Privileges() {}

    /**
     * @param owner a connection of the user to whom the tables belong
     * @param application the user that the data source of the application has
     */
    static void grant(Connection owner, String schema, String application) throws SQLException {
        List<String> grants = new ArrayList<>();
        try (PreparedStatement tables = owner.prepareStatement(TABLES)) {
            tables.setString(1, application);
            tables.setString(2, application);
            tables.setString(3, schema);
            try (ResultSet rows = tables.executeQuery()) {
                while (rows.next()) {
                    grants.add(rows.getString(1));
                }
            }
        }
        try (PreparedStatement rest =
                owner.prepareStatement(
                        "select format('grant usage on schema %1$I to %2$I; grant usage on all"
                                + " sequences in schema %1$I to %2$I', ?, ?)")) {
            rest.setString(1, schema);
            rest.setString(2, application);
            try (ResultSet row = rest.executeQuery()) {
                row.next();
                grants.add(row.getString(1));
            }
        }
        try (Statement statement = owner.createStatement()) {
            for (String grant : grants) {
                statement.execute(grant);
            }
        }
    }
}
