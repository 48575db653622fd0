package org.answerable.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases?state=DRAFTING&q=a+b", "/cases/LCC-2024-0001"})
    void a_path_of_this_site_is_followed_after_sign_in(String next) {
        assertThat(SignInPages.localPath(next)).isEqualTo(next);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "cases",
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/\t/evil.example/",
                "/\n/evil.example/",
                " //evil.example/",
                "javascript:alert(1)",
                "/caf\u00e9",
                "/\u2028/evil.example",
                "/%zz",
                "/a|b",
                "/cases?q={x}",
                "/<b>"
            })
    void nothing_else_is_followed(String next) {
        assertThat(SignInPages.localPath(next)).isEqualTo("/start");
    }
}
