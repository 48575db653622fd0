package org.answerable.foi;

import java.util.Optional;

/**
 * A ground for withholding, as decided on one question.
 *
 * @param code code of an {@link ExemptionEntry}, for example {@code s.43(2)}
 * @param reason why it applies here, for the requester
 * @param test the public-interest test: present for a qualified exemption, absent for any other
 *     (I1)
 */
public record Ground(String code, String reason, Optional<PublicInterestTest> test) {

    public static Ground of(String code, String reason) {
        return new Ground(code, reason, Optional.empty());
    }

    public static Ground of(String code, String reason, PublicInterestTest test) {
        return new Ground(code, reason, Optional.of(test));
    }
}
