package org.answerable.cohort.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Unit;

/**
 * What {@link CohortSql} counts one registration at a time, counted by {@code cohort.contact_block}:
 * up to 62 registrations of an area at a time, by a few operations on one number for each month.
 */
final class BlockSql {

    private final CheckedDefinition d;

    BlockSql(CheckedDefinition definition) {
        this.d = definition;
    }

    /** Whether the time begins and ends with a month, and the months are those of the blocks. */
    boolean answers() {
        SourceData source = d.source();
        return source.bornFrom() != null
                && isFirst(d.start())
                && isFirst(d.end())
                && holds(CheckedDefinition.month(d.start()))
                && holds(CheckedDefinition.month(d.end()))
                && d.conditions().stream().allMatch(this::holds);
    }

    private static boolean isFirst(LocalDate day) {
        return day.getDayOfMonth() == 1;
    }

    private boolean holds(Contact c) {
        return holds(d.firstWholeMonth(c)) && holds(d.afterLastWholeMonth(c));
    }

    /** Whether the first day of a month is at hand. */
    private boolean holds(int month) {
        return month >= d.source().firstMonth()
                && month <= CheckedDefinition.month(d.source().contactsTo().minusDays(1)) + 1;
    }

    /**
     * Rows of {@code area_key}, {@code eligible} and {@code members}: children, or the families that
     * have one child.
     */
    void rows(SqlText sql) {
        String eligible =
                "m.latest_on[%d] & m.lasting_past[%d] & %s"
                        .formatted(
                                CheckedDefinition.month(d.end()),
                                CheckedDefinition.month(d.start()),
                                born(d.firstBirthMonth(), d.lastBirthMonth()));
        sql.add("  -- the number of a month is its year * 12 + its month - 1\n");
        sql.add("  SELECT m.area_key,\n    bit_count((" + eligible + ")::bit(64))::integer");
        sql.add(" AS eligible,\n    bit_count((" + eligible);
        List<Contact> conditions = d.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            sql.add("\n      & " + (d.isEvent(i) ? "" : "~"));
            sql.add("(" + seen(conditions.get(i)) + ")");
        }
        sql.add(")::bit(64))::integer AS members\n  FROM cohort.contact_block m");
        sql.add("\n  WHERE m.dataset_id = ").value("contacts", d.source().contacts());
        sql.add(d.unit() == Unit.FAMILY ? " AND NOT m.siblings" : "");
        CohortSql.inside(d, sql, "\n    AND ", "m");
    }

    /** Who had a contact in the window, at the age that is asked for. */
    private String seen(Contact c) {
        String seen = d.unit() == Unit.FAMILY ? "m.family_seen" : "m.child_seen";
        MonthBand age = d.age(c);
        List<String> months = new ArrayList<>();
        for (int month = d.firstWholeMonth(c); month < d.afterLastWholeMonth(c); month++) {
            String inMonth = seen + "[" + month + "]";
            months.add(
                    age == null
                            ? inMonth
                            : "("
                                    + inMonth
                                    + " & "
                                    + born(month - age.to() + 1, month - age.from())
                                    + ")");
        }
        return String.join("\n        | ", months);
    }

    /** Who was born from one month to another, both included: who by the other, less who before. */
    private String born(int from, int to) {
        int earliest = d.source().bornFrom();
        if (to < earliest) {
            return "0";
        }
        String by = "m.born_by[" + to + "]";
        return from <= earliest ? by : "(" + by + " - m.born_by[" + (from - 1) + "])";
    }
}
