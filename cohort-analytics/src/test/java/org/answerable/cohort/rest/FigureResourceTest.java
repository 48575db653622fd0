package org.answerable.cohort.rest;

import static org.answerable.cohort.Samples.figure;
import static org.answerable.cohort.Samples.row;
import static org.answerable.cohort.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureMaps;
import org.answerable.cohort.FigureQuestion;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.Figures;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Role;
import org.answerable.cohort.SignInRequired;
import org.answerable.cohort.export.ExportedFigures;
import org.junit.jupiter.api.Test;

class FigureResourceTest {

    private static final Figure FIGURE = figure("Babies", table(row("Shire", 100, 200)));
    private static final Actor OFFICER = new Actor("o", "O", "a", Set.of(Role.OFFICER));
    private static final Actor ANALYST = new Actor("a", "A", "a", Set.of(Role.ANALYST));

    private static final FigureMaps NO_MAPS =
            new FigureMaps() {
                @Override
                public boolean covers(Figure figure) {
                    return false;
                }

                @Override
                public Optional<String> svg(Figure figure) {
                    return Optional.empty();
                }
            };

    @Test
    void a_figure_without_outlines_has_no_map() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> resource(true, null).map(FIGURE.id()))
                .withMessageContaining("outlines are not loaded");
    }

    @Test
    void an_unreleased_figure_does_not_exist_for_the_public_and_for_officers() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> resource(false, null).json(FIGURE.id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> resource(false, OFFICER).svg(FIGURE.id()));
    }

    @Test
    void an_analyst_sees_an_unreleased_figure() {
        assertThat(resource(false, ANALYST).json(FIGURE.id())).contains("\"counts\":[100,200]");
    }

    @Test
    void everyone_sees_a_released_figure() {
        assertThat(resource(true, null).json(FIGURE.id())).contains("\"counts\":[100,200]");
    }

    @Test
    void nobody_computes_without_signing_in() {
        assertThatExceptionOfType(SignInRequired.class)
                .isThrownBy(() -> resource(true, null).compute("{}"));
        assertThatExceptionOfType(SignInRequired.class)
                .isThrownBy(() -> resource(true, null).recompute(FIGURE.id()));
    }

    @Test
    void a_request_is_read_from_json() {
        FigureQuestion request =
                FigureRequestJson.read(
                        """
                        {"datasetId": "D-2026-0001", "ageFrom": 0, "ageTo": 3, "districts": ["Boston"],
                         "groupBy": "district", "totalLabel": "Lincolnshire"}""");
        assertThat(request)
                .isEqualTo(
                        new FigureRequest(
                                "D-2026-0001",
                                "",
                                0,
                                3,
                                java.util.List.of("Boston"),
                                GroupBy.DISTRICT,
                                "Lincolnshire"));
    }

    @Test
    void fields_of_the_wrong_kind_are_named_at_once() {
        InvalidInput e =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                FigureRequestJson.read(
                                        """
                                        {"datasetId": 7, "ageFrom": "0", "ageTo": 2.5, "districts": [1],
                                         "groupBy": "WARD"}"""));
        assertThat(e.errors().stream().map(FieldError::field))
                .containsExactly("datasetId", "ageFrom", "ageTo", "districts", "groupBy");
    }

    @Test
    void what_is_not_a_json_object_is_refused() {
        for (String body : new String[] {"", "[]", "{", "null", "\0"}) {
            assertThatExceptionOfType(InvalidInput.class)
                    .as(body)
                    .isThrownBy(() -> FigureRequestJson.read(body));
        }
    }

    private static FigureResource resource(boolean released, Actor actor) {
        Figures figures =
                (Figures)
                        Proxy.newProxyInstance(
                                Figures.class.getClassLoader(),
                                new Class<?>[] {Figures.class},
                                (proxy, method, args) ->
                                        switch (method.getName()) {
                                            case "released" ->
                                                    released
                                                            ? Optional.of(FIGURE)
                                                            : Optional.empty();
                                            case "find" -> Optional.of(FIGURE);
                                            case "visible" ->
                                                    InvocationHandler.invokeDefault(
                                                            proxy, method, args);
                                            default ->
                                                    throw new UnsupportedOperationException(
                                                            method.getName());
                                        });
        CurrentActor current = () -> Optional.ofNullable(actor);
        return new FigureResource(figures, new ExportedFigures(), NO_MAPS, current);
    }
}
