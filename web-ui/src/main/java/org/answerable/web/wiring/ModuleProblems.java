package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Problem;
import org.answerable.web.page.ProblemSource;

/** What the exceptions of the modules mean to whoever sent the request. */
@ApplicationScoped
public class ModuleProblems implements ProblemSource {

    private static final String MEND_ADDRESS =
            "Mend the parameters that are named here and ask again.";
    private static final String MEND = "Mend what is named here and send it again.";

    @Override
    public Optional<Problem> problem(Throwable thrown) {
        if (thrown instanceof org.answerable.foi.SignInRequired
                || thrown instanceof org.answerable.cohort.SignInRequired
                || thrown instanceof org.answerable.directory.SignInRequired) {
            return Optional.of(Problem.of(401));
        }
        if (thrown instanceof org.answerable.foi.NotAllowed
                || thrown instanceof org.answerable.cohort.NotAllowed
                || thrown instanceof org.answerable.directory.NotAllowed) {
            return problem(403, "You cannot do that", thrown);
        }
        if (thrown instanceof org.answerable.foi.NotFound
                || thrown instanceof org.answerable.cohort.NotFound
                || thrown instanceof org.answerable.directory.NotFound) {
            return Optional.of(Problem.of(404));
        }
        if (thrown instanceof org.answerable.foi.Conflict
                || thrown instanceof org.answerable.cohort.Conflict
                || thrown instanceof org.answerable.directory.Conflict) {
            return problem(409, "That is not possible now", thrown);
        }
        if (thrown instanceof org.answerable.foi.TooManyRequests) {
            return problem(429, "Too many requests", thrown);
        }
        if (thrown instanceof org.answerable.cohort.TooLarge
                || thrown instanceof org.answerable.directory.TooLarge) {
            return problem(413, "That is too large", thrown);
        }
        if (thrown instanceof org.answerable.foi.InvalidInput invalid) {
            return invalid(
                    invalid.errors().stream()
                            .map(error -> new FieldProblem(error.field(), error.message()))
                            .toList());
        }
        if (thrown instanceof org.answerable.cohort.InvalidInput invalid) {
            return invalid(
                    invalid.errors().stream()
                            .map(error -> new FieldProblem(error.field(), error.message()))
                            .toList());
        }
        if (thrown instanceof org.answerable.directory.InvalidInput invalid) {
            List<FieldProblem> errors =
                    invalid.errors().stream()
                            .map(error -> new FieldProblem(error.field(), error.message()))
                            .toList();
            return thrown instanceof org.answerable.directory.BadParameter
                    ? Optional.of(
                            new Problem(400, "A parameter cannot be used", MEND_ADDRESS, errors))
                    : invalid(errors);
        }
        if (thrown instanceof org.answerable.directory.Erased) {
            return problem(410, "Erased", thrown);
        }
        return Optional.empty();
    }

    private static Optional<Problem> invalid(List<FieldProblem> errors) {
        return Optional.of(new Problem(422, "Some of that cannot be used", MEND, errors));
    }

    private static Optional<Problem> problem(int status, String title, Throwable thrown) {
        return Optional.of(new Problem(status, title, thrown.getMessage()));
    }
}
