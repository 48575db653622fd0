package org.answerable.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void what_is_stored_is_the_sha_256_of_the_secret() {
        assertThat(new SecretToken("abc").hash())
                .isEqualTo(
                        HEX.parseHex(
                                "ba7816bf8f01cfea414140de5dae2223"
                                        + "b00361a396177a9cb410ff61f20015ad"));
    }

    /** RFC 4231, test case 2. */
    @Test
    void what_is_derived_is_the_hmac_sha_256_of_its_purpose() {
        String derived = new SecretToken("Jefe").derive("what do ya want for nothing?");

        assertThat(Base64.getUrlDecoder().decode(derived))
                .isEqualTo(
                        HEX.parseHex(
                                "5bdcc146bf60754e6a042426089575c7"
                                        + "5a003f089d2739839dec58b964ec3843"));
    }

    @Test
    void a_random_secret_has_256_bits_and_fits_into_a_cookie() {
        SecretToken token = SecretToken.random();

        assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(SecretToken.random()).isNotEqualTo(token);
    }

    @Test
    void a_secret_does_not_show_itself_in_logs() {
        assertThat(new SecretToken("abc").toString()).doesNotContain("abc");
    }
}
