package org.answerable.web.foi;

import java.util.List;
import org.answerable.foi.InvalidInput;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

/** Puts what the FOI module says about its input beside the fields of a page. */
final class CaseProblems {

    private CaseProblems() {}

    /**
     * @param fields the fields of the page, in their order
     */
    static PageForm of(InvalidInput invalid, PageForm form, List<String> fields) {
        List<FieldProblem> problems =
                invalid.errors().stream()
                        .map(e -> new FieldProblem(idOf(e.field()), e.message()))
                        .toList();
        return form.with(problems, fields);
    }

    /** {@code grounds[0].reason} is the field {@code grounds-0-reason}. */
    private static String idOf(String field) {
        return field.replace("[", "-").replace("].", "-").replace("]", "").replace(".", "-");
    }
}
