package org.answerable.cohort.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Unit;

/**
 * A definition as one statement. Each unit is counted once, in the area of its latest registration
 * in the time.
 *
 * <p>A condition "at least one contact of any kind" is a mask over the months with a contact, and the
 * contacts of the odd days before and after; any other condition is a set of children or families
 * taken from the contacts themselves.
 */
public final class CohortSql {

    /** Latest registration first, and its area, in one number that {@code max} can take. */
    private static final String LATEST =
            "((m.from_day - DATE '1900-01-01')::bigint << 32 | m.area_key)";

    private static final String AREA_OF_LATEST = " & 4294967295)::integer AS area_key";

    private final CheckedDefinition d;
    private final boolean families;
    private final List<Contact> conditions;

    public CohortSql(CheckedDefinition definition) {
        this.d = definition;
        this.families = definition.unit() == Unit.FAMILY;
        this.conditions = definition.conditions();
    }

    /**
     * The units of the definition by area: {@code area_key}, {@code eligible} (unit, age, time and
     * area), {@code members} (who meet the conditions on contacts, too).
     */
    public SqlText byArea() {
        BlockSql blocks = new BlockSql(d);
        boolean masks = IntStream.range(0, conditions.size()).noneMatch(this::isSet);
        return isMonths() && masks && blocks.answers()
                ? inBlocks(blocks)
                : counted("area_key", "m.area_key", "");
    }

    private SqlText inBlocks(BlockSql blocks) {
        SqlText sql = new SqlText();
        sql.add("SELECT t.area_key, sum(t.eligible) AS eligible, sum(t.members) AS members");
        sql.add("\nFROM (\n");
        blocks.rows(sql);
        if (families) {
            sql.add("\n  UNION ALL\n  SELECT u.area_key, 1, ");
            sql.add(conditions.isEmpty() ? "1" : "u.met::integer").add("\n  FROM (\n");
            several(sql, "area_key", "");
            sql.add("\n  ) u");
        }
        return sql.add("\n) t\nGROUP BY t.area_key");
    }

    /** The same by completed years of age: on the day, or on the first day of the window. */
    public SqlText byAge() {
        String age = "(" + CheckedDefinition.month(d.start()) + " - %s) / 12";
        return counted(
                "age",
                age.formatted("m.birth_month"),
                // Of several children the earliest's.
                ", " + age.formatted("max(m.birth_month)") + " AS age");
    }

    /**
     * One row a unit, counted by all cores at once: units that have one row as they are read,
     * families of several children after they were brought together.
     *
     * @param by name of what is counted by
     * @param ofOne the same worked out from one row
     * @param ofSeveral the column that a family needs for it, if it is not the area
     */
    private SqlText counted(String by, String ofOne, String ofSeveral) {
        SqlText sql = sets();
        sql.add("SELECT t." + by + ", count(*) AS eligible, count(*)");
        sql.add(conditions.isEmpty() ? "" : " FILTER (WHERE t.met)");
        sql.add(" AS members\nFROM (\n");
        one(sql, by, ofOne);
        if (families) {
            sql.add("\n  UNION ALL\n");
            several(sql, by, ofSeveral);
        }
        return sql.add("\n) t\nGROUP BY t." + by);
    }

    /**
     * What each condition leaves, one column a step: all, those registered, of the age, in the
     * areas (when some were chosen), and then one for each condition on contacts.
     */
    SqlText steps() {
        SqlText sql = sets();
        sql.add("SELECT count(*)");
        sql.add(",\n  count(*) FILTER (WHERE u.registered)");
        sql.add(",\n  count(*) FILTER (WHERE u.of_age)");
        SqlText so = new SqlText().add("u.of_age");
        if (!d.definition().areas().isEmpty()) {
            inside(d, so, " AND ", "u");
            sql.add(",\n  count(*) FILTER (WHERE ").add(so).add(")");
        }
        for (int i = 0; i < conditions.size(); i++) {
            so.add(d.isEvent(i) ? " AND u.c" : " AND NOT u.c").add("" + i);
            sql.add(",\n  count(*) FILTER (WHERE ").add(so).add(")");
        }
        sql.add("\nFROM (\n  SELECT bool_or(");
        registered(sql);
        sql.add(") AS registered,\n    bool_or(");
        ofAge(sql);
        sql.add(") AS of_age,\n    (max(CASE WHEN ");
        ofAge(sql);
        sql.add(" THEN " + LATEST + " END)" + AREA_OF_LATEST);
        for (int i = 0; i < conditions.size(); i++) {
            sql.add(",\n    bool_or(");
            ofAge(sql);
            sql.add(" AND ");
            condition(sql, i);
            sql.add(") AS c" + i);
        }
        from(sql, null);
        return sql.add("\n  WHERE ").add(dataset()).add("\n  GROUP BY m." + key() + "\n) u");
    }

    /**
     * Whether the months with a contact answer a condition, if need be together with the contacts of
     * the days before the first whole month and after the last.
     */
    private boolean isMask(int i) {
        Contact c = conditions.get(i);
        return c.atLeast() == 1
                && c.services().isEmpty()
                && c.modes().isEmpty()
                && d.firstWholeMonth(c) >= d.source().firstMonth()
                && d.firstWholeMonth(c) < d.afterLastWholeMonth(c);
    }

    /** Whether contacts have to be looked at, one by one. */
    private boolean isSet(int i) {
        Contact c = conditions.get(i);
        return !isMask(i) || d.start(c).getDayOfMonth() > 1 || d.end(c).getDayOfMonth() > 1;
    }

    private static LocalDate firstDay(int month) {
        return LocalDate.of(month / 12, month % 12 + 1, 1);
    }

    /** The sets of children or families for conditions that are no masks. */
    private SqlText sets() {
        SqlText sql = new SqlText();
        String lead = "WITH ";
        for (int i = 0; i < conditions.size(); i++) {
            if (isSet(i)) {
                sql.add(lead);
                set(sql, i);
                lead = ",\n";
            }
        }
        return lead.equals("WITH ") ? sql : sql.add("\n");
    }

    private void set(SqlText sql, int i) {
        Contact c = conditions.get(i);
        sql.add("c" + i + " AS (\n  SELECT c." + key() + " AS key FROM cohort.contact c\n  WHERE")
                .add(" c.dataset_id = ")
                .value("contacts", d.source().contacts());
        if (!families) {
            sql.add(" AND c.child_key IS NOT NULL");
        }
        sql.add(" AND c.day >= ").value("contacts from", d.start(c));
        sql.add(" AND c.day < ").value("contacts before", d.end(c));
        if (isMask(i)) {
            sql.add(" AND (c.day < ").value("first whole month", firstDay(d.firstWholeMonth(c)));
            sql.add(" OR c.day >= ")
                    .value("after the last whole month", firstDay(d.afterLastWholeMonth(c)));
            sql.add(")");
        }
        words(sql, "service", "SERVICE", c.services());
        words(sql, "mode", "MODE", c.modes());
        MonthBand age = d.age(c);
        if (age != null && families) {
            sql.add(
                    "\n    AND EXISTS (SELECT FROM "
                            + table()
                            + " m WHERE m.family_key = c.family_key");
            sql.add(" AND ").add(dataset()).add(" AND ");
            ofAge(sql);
            if (isMask(i)) {
                // Whose months answer already need no looking up, and those are nearly all.
                sql.add("\n      AND NOT (");
                mask(sql, c);
                sql.add(")");
            }
            ageAt(sql, "m", age);
            sql.add(")");
        } else if (age != null) {
            ageAt(sql, "c", age);
        }
        sql.add("\n  GROUP BY 1");
        if (c.atLeast() > 1) {
            sql.add(" HAVING count(*) >= ").value("contacts at least", c.atLeast());
        }
        sql.add(")");
    }

    private static void ageAt(SqlText sql, String child, MonthBand age) {
        sql.add(" AND c.month - " + child + ".birth_month >= ")
                .value("age from, months", age.from());
        sql.add(" AND c.month - " + child + ".birth_month < ").value("age to, months", age.to());
    }

    private static void words(SqlText sql, String column, String kind, List<String> words) {
        if (!words.isEmpty()) {
            sql.add(
                            " AND c."
                                    + column
                                    + " IN (SELECT w.key FROM cohort.contact_word w WHERE w.kind = '")
                    .add(kind)
                    .add("' AND w.word = ANY (")
                    .value(column + "s", words.toArray(String[]::new))
                    .add("))");
        }
    }

    /** Children, or families that have one child: one row each. */
    private void one(SqlText sql, String by, String ofOne) {
        sql.add("  SELECT " + ofOne + " AS " + by);
        for (int i = 0; i < conditions.size(); i++) {
            sql.add(i == 0 ? ",\n    " : " AND ").add(d.isEvent(i) ? "(" : "NOT (");
            condition(sql, i);
            sql.add(")");
        }
        sql.add(conditions.isEmpty() ? "" : " AS met");
        from(sql, families ? false : null);
        sql.add("\n  WHERE ")
                .add(dataset())
                .add(families && !isMonths() ? " AND NOT m.siblings" : "");
        sql.add(" AND ");
        ofAge(sql);
        inside(d, sql, "\n    AND ", "m");
    }

    /** Families with several children, brought together first. */
    private void several(SqlText sql, String by, String ofSeveral) {
        sql.add("  SELECT u." + by);
        for (int i = 0; i < conditions.size(); i++) {
            sql.add(i == 0 ? ", " : " AND ").add(d.isEvent(i) ? "u.c" : "NOT u.c").add("" + i);
        }
        sql.add(conditions.isEmpty() ? "" : " AS met");
        sql.add("\n  FROM (\n  SELECT (max(" + LATEST + ")" + AREA_OF_LATEST + ofSeveral);
        for (int i = 0; i < conditions.size(); i++) {
            sql.add(",\n    bool_or(");
            condition(sql, i);
            sql.add(") AS c" + i);
        }
        from(sql, true);
        sql.add("\n  WHERE ").add(dataset()).add(isMonths() ? "" : " AND m.siblings").add(" AND ");
        ofAge(sql);
        sql.add("\n  GROUP BY m.family_key\n  ) u");
        inside(d, sql, "\n  WHERE ", "u");
    }

    /**
     * @param siblings whether only families with several children, or only those with one; null for
     *     all
     */
    private void from(SqlText sql, Boolean siblings) {
        String part = siblings == null ? "" : siblings ? "_siblings" : "_alone";
        sql.add("\n  FROM " + table() + (isMonths() ? part : "") + " m");
    }

    private void condition(SqlText sql, int i) {
        boolean both = isMask(i) && isSet(i);
        sql.add(both ? "(" : "");
        if (isMask(i)) {
            mask(sql, conditions.get(i));
        }
        sql.add(both ? " OR " : "");
        if (isSet(i)) {
            // As a set looked into, and not as a join: only who fails the mask is looked up.
            sql.add("m." + key() + " IN (SELECT c" + i + ".key FROM c" + i + ")");
        }
        sql.add(both ? ")" : "");
    }

    private void mask(SqlText sql, Contact c) {
        String months = families ? "m.family_months" : "m.child_months";
        MonthBand age = d.age(c);
        if (age == null) {
            long bits = bits(d.firstWholeMonth(c), d.afterLastWholeMonth(c));
            sql.add(months + " & ").value("months as bits", bits).add(" <> 0");
            return;
        }
        int earliest = d.firstBirthMonth();
        Long[] byBirth = new Long[d.lastBirthMonth() - earliest + 1];
        for (int i = 0; i < byBirth.length; i++) {
            int born = earliest + i;
            byBirth[i] =
                    bits(
                            Math.max(d.firstWholeMonth(c), born + age.from()),
                            Math.min(d.afterLastWholeMonth(c), born + age.to()));
        }
        sql.add(months + " & (").value("months of that age as bits, by month of birth", byBirth);
        sql.add(")[m.birth_month - ").value("month before the first of birth", earliest - 1);
        sql.add("] <> 0");
    }

    /** Months as bits, as the database holds them; none where the end is not after the start. */
    private long bits(int from, int to) {
        int first = d.source().firstMonth();
        return to <= from ? 0 : (1L << to - first) - (1L << from - first);
    }

    /**
     * Contacts and time lived by area: {@code area_key}, {@code days} that children lived in the band,
     * the window and a registration, {@code contacts} that they had in it. A contact belongs to the
     * area where the child was registered on that day.
     */
    public SqlText contactsAndDaysByArea() {
        SqlText sql =
                new SqlText().add("WITH lived AS (\n  SELECT m.area_key, sum(GREATEST(0, LEAST(");
        sql.value("window before", d.end()).add("::date, m.to_day, ");
        birthday(sql, d.age().to());
        sql.add(")\n      - GREATEST(").value("window from", d.start()).add("::date, m.from_day, ");
        birthday(sql, d.age().from());
        sql.add("))) AS days\n  FROM cohort.registration m\n  WHERE m.dataset_id = ");
        sql.value("registrations", d.source().registrations()).add(" AND ");
        sql.add("m.birth_month BETWEEN ").value("born from, month", d.firstBirthMonth());
        sql.add(" AND ").value("born to, month", d.lastBirthMonth());
        sql.add("\n    AND m.from_day < ").value("registered before", d.end());
        sql.add(" AND m.to_day > ").value("registered after", d.start());
        sql.add("\n  GROUP BY m.area_key\n), seen AS (\n  SELECT r.area_key, count(*) AS contacts");
        sql.add("\n  FROM cohort.contact c JOIN cohort.registration r ON r.dataset_id = ");
        sql.value("registrations", d.source().registrations());
        sql.add(" AND r.child_key = c.child_key\n    AND c.day >= r.from_day");
        sql.add(" AND c.day < r.to_day\n  WHERE c.dataset_id = ");
        sql.value("contacts", d.source().contacts());
        sql.add(" AND c.day >= ").value("contacts from", d.start());
        sql.add(" AND c.day < ").value("contacts before", d.end());
        for (Contact c : d.definition().events()) {
            words(sql, "service", "SERVICE", c.services());
            words(sql, "mode", "MODE", c.modes());
        }
        ageAt(sql, "c", d.age());
        sql.add("\n  GROUP BY r.area_key\n)\nSELECT u.area_key, u.days AS eligible,");
        sql.add(
                " COALESCE(s.contacts, 0) AS members\nFROM lived u LEFT JOIN seen s USING (area_key)");
        inside(d, sql, "\nWHERE ", "u");
        return sql;
    }

    /** The first day of the month in which a child reaches an age. */
    private static void birthday(SqlText sql, int months) {
        sql.add("make_date((m.birth_month + ").value("age in months", months);
        sql.add(") / 12, (m.birth_month + ").value("age in months", months).add(") % 12 + 1, 1)");
    }

    private SqlText dataset() {
        boolean withContacts = d.source().contacts() != null;
        return new SqlText()
                .add("m.dataset_id = ")
                .value(
                        withContacts ? "contacts" : "registrations",
                        withContacts
                                ? d.source().contacts()
                                : (Integer) d.source().registrations());
    }

    /** Registered in the time, and this is the latest registration in it. */
    private void registered(SqlText sql) {
        sql.add("m.from_day < ").value("registered before", d.end());
        sql.add(" AND m.to_day > ").value("registered after", d.start());
        sql.add(" AND m.next_day >= ").value("no later registration before", d.end());
    }

    private void ofAge(SqlText sql) {
        sql.add("m.birth_month BETWEEN ").value("born from, month", d.firstBirthMonth());
        sql.add(" AND ").value("born to, month", d.lastBirthMonth()).add(" AND ");
        registered(sql);
    }

    /** The condition that a row lies in the chosen areas; nothing when none were chosen. */
    static void inside(CheckedDefinition d, SqlText sql, String lead, String row) {
        if (d.definition().areas().isEmpty()) {
            return;
        }
        String[] codes = d.definition().areas().toArray(String[]::new);
        sql.add(
                        lead
                                + row
                                + ".area_key IN (\n    SELECT p.area_key FROM cohort.area p WHERE p.vintage = ")
                .value("code set", d.source().vintage())
                .add(" AND (p.code = ANY (")
                .value("areas", codes)
                .add(")\n      OR EXISTS (SELECT FROM cohort.area_within w JOIN cohort.area a ON")
                .add(" a.area_key = w.whole\n        WHERE w.part = p.area_key AND a.code = ANY (")
                .value("areas", codes)
                .add("))))");
    }

    /** Whether the months with a contact are at hand. */
    private boolean isMonths() {
        return d.source().contacts() != null;
    }

    private String table() {
        return isMonths() ? "cohort.contact_month" : "cohort.registration";
    }

    private String key() {
        return families ? "family_key" : "child_key";
    }
}
