package org.answerable.cohort.assumption;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.Assumption.Part;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.input.TypedFields;

/** Reads typed numbers into the parts of an assumption, each within its bounds. */
final class PartNumbers {

    private PartNumbers() {}

    /**
     * The assumption with the numbers given; what is taken is removed from {@code given}.
     *
     * @param prefix before the names of the parts
     */
    static Assumption replace(
            Assumption kept, String prefix, Map<String, String> given, List<FieldError> errors) {
        List<Part> parts = new ArrayList<>();
        for (Part part : kept.parts()) {
            String field = prefix + part.name();
            String text = given.remove(field);
            parts.add(text == null ? part : part.with(number(part, field, text.strip(), errors)));
        }
        return kept.with(parts);
    }

    private static Optional<BigDecimal> number(
            Part part, String field, String text, List<FieldError> errors) {
        if (text.isEmpty() && part.optional()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = TypedFields.number(text);
        if (number.isEmpty()
                || number.get().compareTo(part.least()) < 0
                || number.get().compareTo(part.most()) > 0) {
            errors.add(
                    new FieldError(
                            field,
                            "Enter a number from "
                                    + part.least().toPlainString()
                                    + " to "
                                    + part.most().toPlainString()
                                    + (part.optional() ? ", or leave it empty" : "")));
            return part.number();
        }
        return same(part, number.get());
    }

    /** A number typed with other zeros at its end is the same number. */
    private static Optional<BigDecimal> same(Part part, BigDecimal typed) {
        return part.number()
                .filter(kept -> kept.compareTo(typed) == 0)
                .or(() -> Optional.of(typed));
    }
}
