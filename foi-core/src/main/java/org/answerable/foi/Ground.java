package org.answerable.foi;

import java.util.Optional;

/**
 * A ground for withholding, as decided on one question.
 *
 * @param code code of an {@link ExemptionEntry}, for example {@code s.43(2)}
 * @param reason why it applies here, for the requester
 * @param test the public-interest test: present for a qualified exemption, absent for any other
 *     (I1)
 * @param refersTo where the information is (s.21: a web address), or the reference of the earlier
 *     answer (s.14(2)); else empty
 * @param statistical the information is statistical, so that s.36 needs no opinion (s.36(4))
 */
public record Ground(
        String code,
        String reason,
        Optional<PublicInterestTest> test,
        String refersTo,
        boolean statistical) {

    public Ground {
        refersTo = refersTo == null ? "" : refersTo.strip();
    }

    public Ground(String code, String reason, Optional<PublicInterestTest> test) {
        this(code, reason, test, "", false);
    }

    public static Ground of(String code, String reason) {
        return new Ground(code, reason, Optional.empty());
    }

    public static Ground of(String code, String reason, PublicInterestTest test) {
        return new Ground(code, reason, Optional.of(test));
    }

    /** The same ground with the place or the earlier answer that it names. */
    public Ground referringTo(String place) {
        return new Ground(code, reason, test, place, statistical);
    }
}
