package org.answerable.cohort.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.EntityPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.junit.jupiter.api.Test;

class DatasetFormTest {

    @Test
    void fields_are_taken_by_name_and_the_file_is_left_to_stream() throws IOException {
        DatasetForm form =
                DatasetForm.of(
                        List.of(
                                part("title", "Estimates"),
                                part("asAt", "2020-06-30"),
                                part("file", "a,b")));
        assertThat(form.description().title()).isEqualTo("Estimates");
        assertThat(form.description().asAt()).isEqualTo(LocalDate.of(2020, 6, 30));
        assertThat(form.file().getContent()).hasContent("a,b");
    }

    @Test
    void a_form_without_a_file_is_refused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> DatasetForm.of(List.of(part("title", "Estimates"))));
    }

    @Test
    void dates_in_another_form_are_named() throws IOException {
        DatasetForm form =
                DatasetForm.of(
                        List.of(
                                part("asAt", "30/06/2020"),
                                part("extractDate", "yesterday"),
                                part("file", "")));
        InvalidInput e = catchThrowableOfType(InvalidInput.class, form::description);
        assertThat(e.errors().stream().map(FieldError::field))
                .containsExactly("extractDate", "asAt");
    }

    private static EntityPart part(String name, String content) {
        return (EntityPart)
                Proxy.newProxyInstance(
                        EntityPart.class.getClassLoader(),
                        new Class<?>[] {EntityPart.class},
                        (proxy, method, args) ->
                                switch (method.getName()) {
                                    case "getName" -> name;
                                    case "getContent" ->
                                            new ByteArrayInputStream(
                                                    content.getBytes(StandardCharsets.UTF_8));
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
