package org.answerable.cohort;

import java.util.List;
import java.util.Map;

/**
 * Says whether two numbers go together, why not, and what would be right. Open to everyone; nothing
 * is kept.
 */
public interface Quantities {

    /**
     * Checks an operation on two numbers. A pair that does not go together gets no number, but the
     * reasons and the conversions on offer.
     *
     * @throws InvalidInput a part is missing, unknown or impossible; the field is the sender's name
     *     of the number, a dot and the part of {@link QuantityText}
     */
    QuantityAnswer compare(QuantityQuestion question);

    /**
     * What a form may offer: codes and words for {@code operation}, {@code unit}, {@code rule},
     * {@code basis} and {@code source}.
     */
    Map<String, List<Choice>> choices();
}
