package org.answerable.cohort.definition;

import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.quantity.AgeRule;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Unit;

/**
 * A definition that can be counted.
 *
 * @param definition as given, trimmed
 * @param unit {@code CHILD} or {@code FAMILY}
 * @param start first day of the time; the day itself for a snapshot
 * @param end the day after its last
 */
public record CheckedDefinition(
        CohortDefinition definition,
        Unit unit,
        MonthBand age,
        AgeRule ageRule,
        LocalDate start,
        LocalDate end,
        SourceData source) {

    /** Conditions on contacts in order: events, then exclusions. */
    List<Contact> conditions() {
        return java.util.stream.Stream.concat(
                        definition.events().stream(), definition.exclusions().stream())
                .toList();
    }

    /** Whether the condition of this place is an event; otherwise it is an exclusion. */
    boolean isEvent(int condition) {
        return condition < definition.events().size();
    }

    /** First day of a condition's window. */
    LocalDate start(Contact contact) {
        return contact.from() == null ? start : contact.from();
    }

    /** The day after the last of a condition's window. */
    LocalDate end(Contact contact) {
        return contact.to() == null ? end : contact.to();
    }

    /** The first month of a condition's window that lies in it as a whole. */
    int firstWholeMonth(Contact contact) {
        LocalDate start = start(contact);
        return month(start) + (start.getDayOfMonth() > 1 ? 1 : 0);
    }

    /** The month after the last one that lies in a condition's window as a whole. */
    int afterLastWholeMonth(Contact contact) {
        return month(end(contact));
    }

    /** The age at the contact that a condition asks for, or null for any. */
    MonthBand age(Contact contact) {
        if (contact.ageFrom() != null) {
            return new MonthBand(contact.ageFrom(), contact.ageTo());
        }
        return ageRule == AgeRule.AT_EVENT ? age : null;
    }

    /** The earliest month of birth of the band. */
    int firstBirthMonth() {
        return month(start) - age.to() + 1;
    }

    /** The latest month of birth of the band. */
    int lastBirthMonth() {
        boolean oneDay = ageRule == AgeRule.AT_SNAPSHOT || ageRule == AgeRule.AT_WINDOW_START;
        return (oneDay ? month(start) : month(end.minusDays(1))) - age.from();
    }

    /** The number of a day's month: year × 12 + month - 1. */
    static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }
}
