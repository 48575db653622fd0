package org.answerable.cohort.conversion;

import java.util.List;
import java.util.Optional;
import org.answerable.cohort.quantity.Code;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;

/**
 * One conversion on offer.
 *
 * @param description what it does, with the numbers concerned
 * @param needs what has to be found before it can be done; empty when it was done
 * @param lifts the reasons it can lift
 * @param result the converted number, always an estimate; empty when something is needed
 * @param replaces the number whose place it takes; empty when something is needed
 * @param outcome the operation with the converted number, when the check then has nothing against it
 * @param assumptions ids of what it assumes
 * @param influences what each uncertain input does to the outcome, the strongest first
 * @param notes what has to be said with it
 */
public record Conversion(
        ConversionName name,
        String description,
        List<String> needs,
        List<Code> lifts,
        Optional<Quantity> result,
        Optional<Quantity> replaces,
        Optional<Outcome> outcome,
        List<String> assumptions,
        List<Influence> influences,
        List<String> notes) {

    /** One that cannot be done with the data at hand. */
    static Conversion lacking(Pair pair, ConversionName name, String description, String... needs) {
        return new Conversion(
                name,
                description,
                List.of(needs),
                pair.liftedBy(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    /** One that was done. */
    static Conversion done(
            Pair pair,
            ConversionName name,
            String description,
            Quantity replaced,
            Quantity result,
            Optional<Outcome> outcome,
            List<String> assumptions,
            List<String> notes) {
        return new Conversion(
                name,
                description,
                List.of(),
                pair.liftedBy(name),
                Optional.of(result),
                Optional.of(replaced),
                outcome,
                assumptions,
                List.of(),
                notes);
    }

    Conversion with(List<Influence> influences) {
        return new Conversion(
                name,
                description,
                needs,
                lifts,
                result,
                replaces,
                outcome,
                assumptions,
                influences,
                notes);
    }
}
