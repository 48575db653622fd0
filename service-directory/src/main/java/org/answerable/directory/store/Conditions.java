package org.answerable.directory.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.directory.search.Near;
import org.answerable.directory.search.ServiceFilter;
import org.answerable.directory.search.Window;
import org.answerable.directory.search.Wish;

/** A filter as conditions on {@code directory.service s}, and around a point on its places {@code a}. */
final class Conditions {

    private final LocalDate today;

    /**
     * @param today for what depends on the day
     */
    Conditions(LocalDate today) {
        this.today = today;
    }

    /** All of the filter but the circle, starting with the service being open to be seen. */
    Sql of(ServiceFilter filter) {
        Sql sql = new Sql().add(filter.asksForStatus() ? "s.offered" : "s.listed");
        filter.wishes().forEach(wish -> add(sql.add(" AND "), wish));
        return sql;
    }

    private void add(Sql sql, Wish wish) {
        if (wish instanceof Wish.Words words) {
            sql.add("s.words @@ to_tsquery('simple', ?)", beginnings(words.beginnings()));
        } else if (wish instanceof Wish.Speech speech) {
            speech(sql, speech.text());
        } else if (wish instanceof Wish.Terms terms) {
            sql.addList(
                    "EXISTS (SELECT FROM directory.service_term t WHERE t.service_id = s.id AND t.term = ANY (?))",
                    terms.anyOf());
        } else if (wish instanceof Wish.Taxonomies taxonomies) {
            sql.addList(
                    "EXISTS (SELECT FROM directory.service_term t WHERE t.service_id = s.id AND t.taxonomy = ANY (?))",
                    taxonomies.anyOf());
        } else if (wish instanceof Wish.Organizations organizations) {
            sql.addList(
                    "s.organization_id IN (SELECT id FROM directory.organization WHERE public_id = ANY (?))",
                    organizations.anyOf());
        } else if (wish instanceof Wish.ModifiedSince since) {
            sql.add("s.last_modified >= ?", since.at().atOffset(ZoneOffset.UTC));
        } else if (wish instanceof Wish.LivesIn home) {
            sql.addList(
                    "(NOT s.area_stated OR EXISTS (SELECT FROM directory.covered_area c WHERE c.service_id = s.id"
                            + " AND c.area = ANY (?)))",
                    home.areas());
        } else if (wish instanceof Wish.Covers covers) {
            covers(sql, covers);
        } else if (wish instanceof Wish.Ages ages) {
            sql.add(
                    "(s.age_from IS NULL OR s.age_from <= coalesce(?, 1000000))"
                            + " AND (s.age_to IS NULL OR s.age_to >= coalesce(?, 0))",
                    ages.months().to(),
                    ages.months().from());
        } else if (wish instanceof Wish.InPregnancy pregnancy) {
            sql.add("s.week_from IS NOT NULL");
            if (pregnancy.week() != null) {
                sql.add(" AND ? BETWEEN s.week_from AND s.week_to", pregnancy.week());
            }
        } else if (wish instanceof Wish.OpenIn open) {
            open(sql, open.window());
        } else if (wish instanceof Wish.OpenAt open) {
            sql.add(
                    "EXISTS (SELECT FROM directory.opening o WHERE o.service_id = s.id AND ? >= o.starts AND ? < o.ends)",
                    open.moment(),
                    open.moment());
        } else if (wish instanceof Wish.Travelling travelling) {
            sql.add(
                    (travelling.needed() ? "NOT " : "")
                            + "(s.attending && '{online,telephone}' OR NOT EXISTS (SELECT FROM"
                            + " directory.service_at_location a WHERE a.service_id = s.id))");
        } else if (wish instanceof Wish.Room room) {
            room(sql, room);
        } else {
            addPlain(sql, wish);
        }
    }

    private static void addPlain(Sql sql, Wish wish) {
        if (wish instanceof Wish.Tiers tiers) {
            sql.addList("s.tier = ANY (?)", tiers.anyOf());
        } else if (wish instanceof Wish.LeadProfessions professions) {
            sql.addList("lower(s.lead_profession) = ANY (?)", professions.anyOf());
        } else if (wish instanceof Wish.Free) {
            sql.add("s.free");
        } else if (wish instanceof Wish.Languages languages) {
            sql.addList("s.languages && ?", languages.anyOf());
        } else if (wish instanceof Wish.Attending attending) {
            sql.addList("s.attending && ?", attending.anyOf());
        } else if (wish instanceof Wish.Statuses statuses) {
            if (statuses.anyOf().isEmpty()) {
                sql.add("true");
            } else {
                sql.addList("s.status = ANY (?)", statuses.anyOf());
            }
        } else if (wish instanceof Wish.AssuredSince since) {
            sql.add("s.assured_date >= ?", since.day());
        } else if (wish instanceof Wish.Only only) {
            sql.addList("s.public_id = ANY (?)", only.ids());
        } else {
            throw new IllegalArgumentException("Not known: " + wish);
        }
    }

    /** Words in any form, the last one as a beginning, too. */
    private static void speech(Sql sql, String text) {
        List<String> words = List.of(text.split(" "));
        sql.add(
                "(s.speech @@ plainto_tsquery('english', ?) OR s.speech @@ to_tsquery('simple', ?)"
                        + " OR s.words @@ to_tsquery('simple', ?))",
                text,
                beginnings(words),
                beginnings(words));
    }

    private static String beginnings(List<String> words) {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    private static void covers(Sql sql, Wish.Covers covers) {
        sql.addList(
                "(EXISTS (SELECT FROM directory.covered_area c WHERE c.service_id = s.id AND c.area = ANY (?))",
                covers.around());
        if (!covers.parts().isEmpty()) {
            if (covers.whole()) {
                sql.addList(
                                " OR NOT EXISTS (SELECT FROM unnest(?) AS p (part) WHERE NOT EXISTS (SELECT FROM"
                                        + " directory.covered_area c WHERE c.service_id = s.id AND (c.area = p.part OR"
                                        + " EXISTS (SELECT FROM directory.area_part x WHERE x.area = c.area AND"
                                        + " x.lsoa21 = p.part))))",
                                covers.parts())
                        .add("");
            } else {
                sql.addList(
                        " OR EXISTS (SELECT FROM directory.covered_area c WHERE c.service_id = s.id AND (c.area ="
                                + " ANY (?)",
                        covers.parts());
                sql.addList(
                        " OR EXISTS (SELECT FROM directory.area_part x WHERE x.area = c.area AND x.lsoa21 = ANY (?))))",
                        covers.parts());
            }
        }
        sql.add(")");
    }

    private void open(Sql sql, Window window) {
        List<Window.Span> spans = window.spans(today);
        sql.addList(
                        "EXISTS (SELECT FROM directory.opening o JOIN unnest(?::timestamp[]",
                        spans.stream().map(span -> span.from().toString()).toList())
                .addList(
                        ", ?::timestamp[]) AS w (opens, closes) ON o.starts < w.closes AND o.ends > w.opens"
                                + " WHERE o.service_id = s.id)",
                        spans.stream().map(span -> span.to().toString()).toList());
    }

    private void room(Sql sql, Wish.Room room) {
        sql.add(
                "EXISTS (SELECT FROM directory.capacity c WHERE c.service_id = s.id AND c.updated >= ?"
                        + " AND c.available "
                        + (room.atLeast() == null ? "> 0" : ">= ?"),
                today.minusDays(Wish.Room.DAYS).atStartOfDay(Signature.HERE).toOffsetDateTime());
        if (room.atLeast() != null) {
            sql.add("", room.atLeast());
        }
        if (room.unit() != null) {
            sql.add(" AND c.unit = ?", room.unit());
        }
        sql.add(")");
    }

    /** The distance of the place {@code a} in metres, a straight line on a sphere (haversine). */
    static Sql distance(Near near) {
        return new Sql()
                .add(
                        "2 * "
                                + Near.EARTH
                                + " * asin(least(1, sqrt(power(sin(radians(a.latitude - ?) / 2), 2)"
                                + " + cos(radians(?)) * cos(radians(a.latitude))"
                                + " * power(sin(radians(a.longitude - ?) / 2), 2))))",
                        near.latitude(),
                        near.latitude(),
                        near.longitude());
    }

    /** The place {@code a} lies in the box around the circle: what the index can tell. */
    static Sql inBox(Near near) {
        return new Sql()
                .add(
                        "a.latitude BETWEEN ? AND ? AND a.longitude BETWEEN ? AND ?",
                        near.latitude() - near.latitudes(),
                        near.latitude() + near.latitudes(),
                        near.longitude() - near.longitudes(),
                        near.longitude() + near.longitudes());
    }
}
