package org.answerable.foi;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be used as it is: every fault that was found, sorted by field. HTTP 422. */
public class InvalidInput extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(errors.stream().map(FieldError::message).collect(Collectors.joining(" ")));
        this.errors = errors.stream().sorted(Comparator.comparing(FieldError::field)).toList();
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
