package org.answerable.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.NewService;
import org.answerable.directory.ServicePage;
import org.answerable.directory.ServiceView;

/** The catalogue's tables. A page takes three statements, whatever its length. */
@ApplicationScoped
public class ServiceCatalogue {

    private static final String SERVICE =
            """
            SELECT s.id AS key, s.*, o.public_id AS organization_public_id,
                   o.name AS organization_name, o.url AS organization_url
            FROM directory.service s
            JOIN directory.organization o ON o.id = s.organization_id
            """;

    /** Words by the English dictionary, parts of words by plain comparison. */
    private static final String MATCH =
            """
            WHERE s.status IN ('active', 'temporarily closed')
              AND (? = '' OR s.search @@ websearch_to_tsquery('english', ?)
                   OR s.search_text ILIKE ?)
            """;

    private Transactions transactions;

    protected ServiceCatalogue() {}

    @Inject
    public ServiceCatalogue(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Services that match; see {@link org.answerable.directory.Directory#search}. */
    public ServicePage search(String text, int page, int perPage) {
        return transactions.run(
                c -> new ServicePage(found(c, text, page, perPage), page, perPage, count(c, text)));
    }

    public Optional<ServiceView> find(String publicId) {
        return transactions.run(
                c -> {
                    try (PreparedStatement select =
                            c.prepareStatement(SERVICE + "WHERE s.public_id = ?")) {
                        select.setString(1, publicId);
                        return read(c, select).stream().findFirst();
                    }
                });
    }

    /** Adds a service that has been checked, its organisation when it is new, and its places. */
    public void add(String publicId, NewService service, Actor actor, Instant now) {
        transactions.run(
                c -> {
                    long organization = organization(c, service);
                    long key = insertService(c, publicId, organization, service, now);
                    for (NewService.Place place : service.locations()) {
                        insertPlace(c, key, place);
                    }
                    insertHistory(c, publicId, service, actor, now);
                    return null;
                });
    }

    private static List<ServiceView> found(
            Connection connection, String text, int page, int perPage) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        SERVICE
                                + MATCH
                                + " ORDER BY ts_rank(s.search, websearch_to_tsquery('english', ?)) DESC,"
                                + " lower(s.name), s.public_id LIMIT ? OFFSET ?")) {
            bindMatch(select, text);
            select.setString(4, text);
            select.setInt(5, perPage);
            select.setLong(6, (page - 1L) * perPage);
            return read(connection, select);
        }
    }

    private static long count(Connection connection, String text) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM directory.service s " + MATCH)) {
            bindMatch(count, text);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void bindMatch(PreparedStatement statement, String text) throws SQLException {
        statement.setString(1, text);
        statement.setString(2, text);
        statement.setString(3, "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    /** Reads services, then the places of all of them at once. */
    private static List<ServiceView> read(Connection connection, PreparedStatement select)
            throws SQLException {
        Map<Long, ServiceView> services = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                services.put(row.getLong("key"), service(row));
            }
        }
        Map<Long, List<ServiceView.Location>> places = places(connection, services.keySet());
        return services.entrySet().stream()
                .map(e -> at(e.getValue(), places.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    private static Map<Long, List<ServiceView.Location>> places(
            Connection connection, Set<Long> services) throws SQLException {
        Map<Long, List<ServiceView.Location>> places = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT a.service_id, l.* FROM directory.service_at_location a"
                                + " JOIN directory.location l ON l.id = a.location_id"
                                + " WHERE a.service_id = ANY (?) ORDER BY l.name, l.public_id")) {
            select.setArray(1, connection.createArrayOf("bigint", services.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.computeIfAbsent(row.getLong("service_id"), k -> new ArrayList<>())
                            .add(
                                    new ServiceView.Location(
                                            row.getString("public_id"),
                                            row.getString("name"),
                                            row.getString("address"),
                                            row.getString("district"),
                                            row.getString("postcode"),
                                            row.getObject("latitude", Double.class),
                                            row.getObject("longitude", Double.class)));
                }
            }
        }
        return places;
    }

    private static ServiceView service(ResultSet row) throws SQLException {
        return new ServiceView(
                row.getString("public_id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("status"),
                row.getObject("minimum_age", Integer.class),
                row.getObject("maximum_age", Integer.class),
                row.getString("eligibility"),
                row.getString("url"),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("demonstration"),
                row.getObject("last_modified", OffsetDateTime.class).toInstant(),
                new ServiceView.Organization(
                        row.getString("organization_public_id"),
                        row.getString("organization_name"),
                        row.getString("organization_url")),
                List.of());
    }

    private static ServiceView at(ServiceView s, List<ServiceView.Location> locations) {
        return new ServiceView(
                s.id(),
                s.name(),
                s.description(),
                s.status(),
                s.minimumAge(),
                s.maximumAge(),
                s.eligibility(),
                s.url(),
                s.email(),
                s.phone(),
                s.demonstration(),
                s.lastModified(),
                s.organization(),
                locations);
    }

    /**
     * The key of the organisation of that name; two editors who add it at once get the same one.
     */
    private static long organization(Connection connection, NewService service)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO directory.organization (public_id, name, url) VALUES (?, ?, ?)"
                                + " ON CONFLICT (lower(name)) DO NOTHING")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, service.organization());
            insert.setString(3, service.organizationUrl());
            insert.executeUpdate();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id FROM directory.organization WHERE lower(name) = lower(?)")) {
            select.setString(1, service.organization());
            return key(select);
        }
    }

    private static long insertService(
            Connection connection, String publicId, long organization, NewService s, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO directory.service (public_id, organization_id, name, description,"
                                + " status, minimum_age, maximum_age, eligibility, url, email, phone,"
                                + " demonstration, last_modified, search_text)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, publicId);
            insert.setLong(2, organization);
            insert.setString(3, s.name());
            insert.setString(4, s.description());
            insert.setString(5, s.status());
            insert.setObject(6, s.minimumAge(), Types.INTEGER);
            insert.setObject(7, s.maximumAge(), Types.INTEGER);
            insert.setString(8, s.eligibility());
            insert.setString(9, s.url());
            insert.setString(10, s.email());
            insert.setString(11, s.phone());
            insert.setBoolean(12, s.demonstration());
            insert.setObject(13, now.atOffset(ZoneOffset.UTC));
            insert.setString(14, searchText(s));
            return key(insert);
        }
    }

    /** All that a search looks into, one part a line. */
    private static String searchText(NewService s) {
        StringBuilder text = new StringBuilder(s.name());
        text.append('\n').append(s.organization()).append('\n').append(s.description());
        if (s.eligibility() != null) {
            text.append('\n').append(s.eligibility());
        }
        for (NewService.Place place : s.locations()) {
            text.append('\n').append(place.name());
            text.append('\n').append(place.district());
            text.append('\n').append(place.postcode());
        }
        return text.toString();
    }

    private static void insertPlace(Connection connection, long service, NewService.Place place)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "WITH place AS (INSERT INTO directory.location (public_id, name, address,"
                                + " district, postcode, latitude, longitude)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id)"
                                + " INSERT INTO directory.service_at_location (service_id, location_id,"
                                + " public_id) SELECT ?, id, ? FROM place")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, place.name());
            insert.setString(3, place.address());
            insert.setString(4, place.district());
            insert.setString(5, place.postcode());
            insert.setObject(6, place.latitude(), Types.DOUBLE);
            insert.setObject(7, place.longitude(), Types.DOUBLE);
            insert.setLong(8, service);
            insert.setString(9, UUID.randomUUID().toString());
            insert.executeUpdate();
        }
    }

    private static void insertHistory(
            Connection connection, String publicId, NewService service, Actor actor, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO directory.history (at, actor, authority, event, subject, detail)"
                                + " VALUES (?, ?, ?, 'SERVICE_ADDED', ?, ?)")) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setString(2, actor.username());
            insert.setString(3, actor.authority());
            insert.setString(4, publicId);
            insert.setString(5, service.name());
            insert.executeUpdate();
        }
    }

    private static long key(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
