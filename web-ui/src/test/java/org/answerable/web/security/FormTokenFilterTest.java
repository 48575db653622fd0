package org.answerable.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the token of a form is looked for, and what is left of the body. */
class FormTokenFilterTest {

    private static final MediaType FORM = new MediaType("application", "x-www-form-urlencoded");
    private static final MediaType UPLOAD = new MediaType("multipart", "form-data");
    private static final String FILE_PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";

    @Test
    void the_first_field_of_a_form_is_the_token() throws IOException {
        assertThat(FormTokenFilter.sent(new Sent(FORM, "_csrf=abc&name=x").context()))
                .contains("abc");
        assertThat(FormTokenFilter.sent(new Sent(FORM, "_csrf=a%2Bb").context())).contains("a+b");
    }

    @Test
    void the_first_part_of_an_upload_is_the_token() throws IOException {
        assertThat(FormTokenFilter.sent(new Sent(UPLOAD, part("abc") + FILE_PART).context()))
                .contains("abc");
    }

    @Test
    void headers_of_a_part_come_in_any_order() throws IOException {
        String body =
                "--b\r\nContent-Type: text/plain\r\n"
                        + "content-disposition: form-data; name=\"_csrf\"\r\n"
                        + "X-Other: y\r\n\r\nabc\r\n--b--";

        assertThat(FormTokenFilter.sent(new Sent(UPLOAD, body).context())).contains("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "name=x&_csrf=abc", "x_csrf=abc", "_csrf", "_csrf=%", "_csrf=%zz&a=b"})
    void a_form_that_does_not_begin_with_a_token_has_none(String body) throws IOException {
        assertThat(FormTokenFilter.sent(new Sent(FORM, body).context())).isEmpty();
    }

    @Test
    void a_token_after_the_file_or_within_it_is_none() throws IOException {
        assertThat(
                        FormTokenFilter.sent(
                                new Sent(UPLOAD, FILE_PART + "1,2\r\n" + part("abc")).context()))
                .isEmpty();
        assertThat(FormTokenFilter.sent(new Sent(UPLOAD, FILE_PART + part("abc")).context()))
                .isEmpty();
    }

    @Test
    void another_kind_of_body_has_no_token_and_is_not_read() throws IOException {
        Sent json = new Sent(new MediaType("application", "json"), "_csrf=abc");

        assertThat(FormTokenFilter.sent(new Sent(null, "_csrf=abc").context())).isEmpty();
        assertThat(FormTokenFilter.sent(json.context())).isEmpty();
        assertThat(json.body.readAllBytes()).asString(UTF_8).isEqualTo("_csrf=abc");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 100_000})
    void the_whole_body_can_still_be_read(int length) throws IOException {
        String body = "_csrf=abc&text=" + "x".repeat(length);
        Sent sent = new Sent(FORM, body);

        assertThat(FormTokenFilter.sent(sent.context())).contains("abc");

        assertThat(sent.body.readAllBytes()).asString(UTF_8).isEqualTo(body);
    }

    @Test
    void of_an_upload_only_the_beginning_is_read() throws IOException {
        byte[] start = (part("abc") + FILE_PART).getBytes(UTF_8);
        byte[] more = new byte[2048];
        Arrays.fill(more, (byte) '1');
        InputStream beginning =
                new SequenceInputStream(
                        new ByteArrayInputStream(start), new ByteArrayInputStream(more));
        Sent sent = new Sent(UPLOAD, new SequenceInputStream(beginning, new Unreadable()));

        assertThat(FormTokenFilter.sent(sent.context())).contains("abc");
    }

    private static String part(String token) {
        return "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n";
    }

    /** A file whose sender waits: whoever reads on never comes to an end. */
    private static final class Unreadable extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("The file is not to be read for the token.");
        }
    }

    /** A request with this body. */
    private static final class Sent {

        private final MediaType type;
        private InputStream body;

        Sent(MediaType type, InputStream body) {
            this.type = type;
            this.body = body;
        }

        Sent(MediaType type, String body) {
            this(type, new ByteArrayInputStream(body.getBytes(UTF_8)));
        }

        ContainerRequestContext context() {
            return (ContainerRequestContext)
                    Proxy.newProxyInstance(
                            Sent.class.getClassLoader(),
                            new Class<?>[] {ContainerRequestContext.class},
                            (proxy, method, arguments) -> answer(method.getName(), arguments));
        }

        private Object answer(String method, Object[] arguments) {
            return switch (method) {
                case "getMediaType" -> type;
                case "getEntityStream" -> body;
                case "setEntityStream" -> {
                    body = (InputStream) arguments[0];
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method);
            };
        }
    }
}
