package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Practitioner.Spell;
import org.answerable.directory.Practitioner.Training;
import org.answerable.directory.PractitionerName;
import org.answerable.directory.Programme.Level;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;

/**
 * A hundred and sixty invented people of the training register, dated from the day of the first start, so that some
 * training counts, some lapses soon and some has lapsed.
 */
@ApplicationScoped
public class DemonstrationWorkforce {

    private static final Actor KEEPER =
            new Actor(
                    "registrar",
                    "Rosa Registrar",
                    DemonstrationData.COUNCIL,
                    Set.of(Role.DIRECTORY_EDITOR, Role.TRAINING_REGISTRAR));

    private static final int PEOPLE = 160;
    private static final int NAMED = 3;
    private static final List<String> DISTRICTS =
            List.of(
                    "E07000138",
                    "E07000137",
                    "E07000141",
                    "E07000138",
                    "E07000139",
                    "E07000136",
                    "E07000142",
                    "E07000138",
                    "E07000137",
                    "E07000140");
    private static final List<String> PROFESSIONS =
            List.of(
                    "health-visitor",
                    "health-visitor",
                    "family-health-worker",
                    "early-years-practitioner");
    private static final List<String> WTE = List.of("1", "0.8", "0.6", "1");

    @Inject private TrainingRegister register;
    @Inject private Clock clock;

    void add() {
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < PEOPLE; i++) {
            String person =
                    register.register(
                            new Spell(
                                    today.minusYears(4),
                                    null,
                                    "Demonstration employer",
                                    null,
                                    PROFESSIONS.get((i / 3) % PROFESSIONS.size()),
                                    DISTRICTS.get((i * 3 + i / 10) % DISTRICTS.size()),
                                    new BigDecimal(WTE.get(i % WTE.size()))),
                            i < NAMED
                                    ? new PractitionerName("Invented Person " + (i + 1), null)
                                    : null,
                            true,
                            KEEPER);
            train(person, i, today);
        }
    }

    private void train(String person, int i, LocalDate today) {
        if (i % 5 != 0) {
            record(
                    person,
                    "attachment-awareness",
                    Level.AWARE,
                    today.minusMonths(6 + i % 32),
                    null);
        }
        if (i % 2 == 0) {
            record(
                    person,
                    "antenatal-solihull",
                    Level.TRAINED,
                    today.minusMonths(3 + i % 20),
                    null);
        }
        if (i % 3 == 0) {
            record(
                    person,
                    "mellow-bumps",
                    Level.TRAINED,
                    today.minusMonths(4 + i % 40),
                    today.plusDays(i % 4 == 0 ? -20 : 60));
        }
        if (i % 9 == 0) {
            record(
                    person,
                    "vig",
                    Level.IN_SUPERVISION,
                    today.minusMonths(5 + i % 12),
                    today.plusDays(45));
        }
    }

    private void record(
            String person, String programme, Level level, LocalDate on, LocalDate supervisionDue) {
        register.train(
                person,
                new Training(
                        0,
                        programme,
                        level,
                        on,
                        "Invented for the demonstration",
                        null,
                        supervisionDue),
                KEEPER);
    }
}
