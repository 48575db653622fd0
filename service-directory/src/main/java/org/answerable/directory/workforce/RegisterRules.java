package org.answerable.directory.workforce;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Geography;
import org.answerable.directory.Practitioner;
import org.answerable.directory.PractitionerName;
import org.answerable.directory.Programme;
import org.answerable.directory.input.Checks;

/** What a programme, a spell of work and a training must say before they are recorded. */
final class RegisterRules {

    private static final BigDecimal MOST_WTE = new BigDecimal("1.5");
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,60}");
    private static final Pattern MAILBOX =
            Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
    private static final int LONGEST_RENEWAL = 240;

    private final Checks checks = new Checks();

    Checks checks() {
        return checks;
    }

    Programme checked(Programme given) {
        String code = checks.needed("code", given.code(), 60, "Enter a code");
        if (code != null && !CODE.matcher(code).matches()) {
            checks.error("code", "Use small letters, digits and hyphens, for example mellow-bumps");
        }
        if (given.kind() == null) {
            checks.error("kind", "Choose what it makes of somebody");
        }
        if (given.levels().isEmpty()) {
            checks.error("levels", "Choose at least one level");
        }
        Programme clean =
                new Programme(
                        code,
                        checks.needed("name", given.name(), Checks.SHORT, "Enter a name"),
                        given.kind(),
                        given.levels().stream().distinct().sorted().toList(),
                        checks.whole("renewalMonths", given.renewalMonths(), 1, LONGEST_RENEWAL),
                        given.supervision());
        checks.done();
        return clean;
    }

    Practitioner.Spell checked(
            Practitioner.Spell given, Set<String> professions, Geography geography) {
        LocalDate starts = checks.neededDate("starts", given.starts());
        LocalDate ends = checks.date("ends", given.ends());
        checks.order("ends", starts, ends);
        if (given.profession() == null || !professions.contains(given.profession())) {
            checks.error("profession", "Choose a profession of the list");
        }
        boolean district =
                given.district() != null
                        && geography
                                .area(given.district())
                                .map(Area::kind)
                                .filter(AreaKind.DISTRICT::equals)
                                .isPresent();
        if (!district) {
            checks.error("district", "Choose the district where the work is based");
        }
        if (given.wte() == null
                || given.wte().signum() <= 0
                || given.wte().compareTo(MOST_WTE) > 0
                || given.wte().stripTrailingZeros().scale() > 2) {
            checks.error("wte", "Enter whole-time equivalents above 0 and up to 1.5, such as 0.8");
        }
        return new Practitioner.Spell(
                starts,
                ends,
                checks.needed("employer", given.employer(), Checks.SHORT, "Enter the employer"),
                checks.text("team", given.team(), Checks.SHORT),
                given.profession(),
                given.district(),
                given.wte());
    }

    PractitionerName checked(PractitionerName given) {
        if (given == null) {
            return null;
        }
        String mailbox = checks.text("mailbox", given.mailbox(), Checks.SHORT);
        if (mailbox != null && !MAILBOX.matcher(mailbox).matches()) {
            checks.error("mailbox", "Write it in the form name@example.org");
        }
        return new PractitionerName(
                checks.needed("name", given.name(), Checks.SHORT, "Enter the name"), mailbox);
    }

    Practitioner.Training checked(
            Practitioner.Training given, List<Programme> programmes, LocalDate today) {
        Programme programme =
                programmes.stream()
                        .filter(p -> p.code().equals(given.programme()))
                        .findFirst()
                        .orElse(null);
        if (programme == null) {
            checks.error("programme", "Choose a programme of the list");
        } else if (given.level() == null || !programme.levels().contains(given.level())) {
            checks.error(
                    "level",
                    "Choose a level that the programme has: "
                            + String.join(
                                    ", ",
                                    programme.levels().stream()
                                            .map(
                                                    level ->
                                                            level.label()
                                                                    .toLowerCase(
                                                                            java.util.Locale.ROOT))
                                            .toList()));
        }
        LocalDate on = checks.neededDate("on", given.on());
        if (on != null && on.isAfter(today)) {
            checks.error("on", "The training is still to come");
        }
        LocalDate until = checks.date("validUntil", given.validUntil());
        checks.order("validUntil", on, until);
        LocalDate due = checks.date("supervisionDue", given.supervisionDue());
        checks.order("supervisionDue", on, due);
        if (due != null && programme != null && !programme.supervision()) {
            checks.error("supervisionDue", "This programme wants no supervision");
        }
        if (until == null && on != null && programme != null && programme.renewalMonths() != null) {
            until = on.plusMonths(programme.renewalMonths());
        }
        return new Practitioner.Training(
                0,
                given.programme(),
                given.level(),
                on,
                checks.needed(
                        "evidence", given.evidence(), Checks.SHORT, "Enter where it can be seen"),
                until,
                due);
    }
}
