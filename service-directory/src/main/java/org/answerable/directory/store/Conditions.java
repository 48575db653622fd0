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
            sql.add(travelling.needed() ? "s.travelling" : "NOT s.travelling");
        } else if (wish instanceof Wish.Room room) {
            room(sql, room);
        } else {
            addPlain(sql, wish);
        }
    }

    private void addPlain(Sql sql, Wish wish) {
        if (wish instanceof Wish.Needs needs) {
            sql.addList(
                    "EXISTS (SELECT FROM directory.service_term t JOIN directory.taxonomy_term x ON x.public_id = t.term"
                            + " WHERE t.service_id = s.id AND x.code = ANY (?))",
                    needs.anyOf());
        } else if (wish instanceof Wish.Tiers tiers) {
            sql.addList("(s.tier = ANY (?) OR ", tiers.anyOf());
            contracted(sql, "lower(l.tier) = ANY (?)", tiers.anyOf());
            sql.add(")");
        } else if (wish instanceof Wish.LeadProfessions professions) {
            sql.addList("(lower(s.lead_profession) = ANY (?) OR ", professions.anyOf());
            contracted(
                    sql,
                    "l.lead_profession IN (SELECT code FROM directory.profession WHERE lower(name) = ANY (?)"
                            + " OR code = ANY (?))",
                    professions.anyOf(),
                    professions.anyOf());
            sql.add(")");
        } else if (wish instanceof Wish.Commissioners commissioners) {
            contracted(
                    sql,
                    "EXISTS (SELECT FROM directory.contract_commissioner c WHERE c.contract = v.contract AND"
                            + " c.version = v.version AND c.organization_id = ANY (?))",
                    commissioners.anyOf());
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

    /** The newest version of a contract that is in force today names the service, and has such a line. */
    @SafeVarargs
    private void contracted(Sql sql, String line, List<String>... values) {
        sql.add(
                "s.public_id IN (SELECT unnest(v.services) FROM directory.contract_version v JOIN"
                        + " directory.contract_line l ON l.contract = v.contract AND l.version = v.version WHERE"
                        + " v.version = (SELECT max(n.version) FROM directory.contract_version n WHERE n.contract ="
                        + " v.contract) AND v.starts <= ? AND coalesce(v.extension_until, v.ends, 'infinity') >= ?"
                        + " AND (v.terminated_on IS NULL OR v.terminated_on > ?) AND ",
                today,
                today,
                today);
        sql.add(line);
        for (List<String> each : values) {
            sql.addList("", each);
        }
        sql.add(")");
    }

    private static void speech(Sql sql, String text) {
        sql.add("s.speech @@ ").add(query(text));
    }

    /** The words in any form of English, or each as the beginning of one. */
    static Sql query(String text) {
        return new Sql()
                .add(
                        "(plainto_tsquery('english', ?) || to_tsquery('simple', ?))",
                        text,
                        beginnings(List.of(text.split(" "))));
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
