package org.answerable.directory;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be used; each error names its field (HTTP 422). */
public class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(errors.stream().map(FieldError::message).limit(5).collect(Collectors.joining(" ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
