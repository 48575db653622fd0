package org.answerable.web.directory;

import java.util.List;
import org.answerable.directory.InvalidInput;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

/** Puts what the directory says about its input beside the fields of a page. */
final class DirectoryProblems {

    private DirectoryProblems() {}

    /**
     * @param fields the fields of the page, in their order
     */
    static PageForm of(InvalidInput invalid, PageForm form, List<String> fields) {
        List<FieldProblem> problems =
                invalid.errors().stream()
                        .map(error -> new FieldProblem(error.field(), error.message()))
                        .toList();
        return form.with(problems, fields);
    }
}
