package org.answerable.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody in the training register, by reference only.
 *
 * @param reference such as T-2026-0001
 * @param spells where the person worked, in order of time
 * @param records what the person was trained in, withdrawn ones left out, newest first
 */
public record Practitioner(
        String reference,
        String authority,
        boolean demonstration,
        List<Spell> spells,
        List<Training> records) {

    /**
     * Work at one place.
     *
     * @param ends last day, or null while it goes on
     * @param team or null
     * @param profession its code
     * @param district code of the district where the work is based
     * @param wte whole-time equivalent, more than 0 and at most 1.5
     */
    public record Spell(
            LocalDate starts,
            LocalDate ends,
            String employer,
            String team,
            String profession,
            String district,
            BigDecimal wte) {

        public boolean on(LocalDate day) {
            return !day.isBefore(starts) && (ends == null || !day.isAfter(ends));
        }
    }

    /**
     * A training.
     *
     * @param id number of the record; 0 before it is recorded
     * @param programme its code
     * @param validUntil last day on which it counts, or null for ever
     * @param supervisionDue day by which supervision is to have happened, or null
     */
    public record Training(
            long id,
            String programme,
            Programme.Level level,
            LocalDate on,
            String evidence,
            LocalDate validUntil,
            LocalDate supervisionDue) {

        /** As it stands on a day; to be asked from the day of the training on. */
        public TrainingStatus statusOn(LocalDate day) {
            if (validUntil != null && day.isAfter(validUntil)) {
                return TrainingStatus.LAPSED;
            }
            return supervisionDue != null && day.isAfter(supervisionDue)
                    ? TrainingStatus.SUPERVISION_OVERDUE
                    : TrainingStatus.CURRENT;
        }
    }

    public Practitioner {
        spells = List.copyOf(spells);
        records = List.copyOf(records);
    }

    /** Where the person works on a day. */
    public Optional<Spell> spellOn(LocalDate day) {
        return spells.stream().filter(spell -> spell.on(day)).findFirst();
    }
}
