package org.answerable.foi.store;

import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A WHERE clause that grows with the filters in use; values are always parameters. */
final class SqlText {

    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition; each {@code ?} in it stands for the one value. */
    SqlText and(String condition, Object value) {
        values.add(value instanceof LocalDate date ? Date.valueOf(date) : value);
        where.append(where.isEmpty() ? " where " : " and ")
                .append(condition.replace("?", "?" + values.size()));
        return this;
    }

    SqlText and(String condition) {
        where.append(where.isEmpty() ? " where " : " and ").append(condition);
        return this;
    }

    String where() {
        return where.toString();
    }

    Query bind(Query query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /** The pattern that finds these words literally. */
    static String containing(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A date, or null. */
    static LocalDate date(Object column) {
        if (column == null) {
            return null;
        }
        return column instanceof LocalDate date ? date : ((Date) column).toLocalDate();
    }

    static Instant instant(Object column) {
        return column instanceof OffsetDateTime time
                ? time.toInstant()
                : ((Timestamp) column).toInstant();
    }

    static int number(Object column) {
        return ((Number) column).intValue();
    }

    static Optional<Instant> instantIfAny(Object column) {
        return Optional.ofNullable(column).map(SqlText::instant);
    }

    /** The rows of a query that selects several columns. */
    static List<Object[]> rows(Query query) {
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }
}
