package org.answerable.directory;

import java.util.List;

/** A parameter of an address cannot be used; each error names its parameter (HTTP 400). */
public class BadParameter extends InvalidInput {

    private static final long serialVersionUID = 1L;

    public BadParameter(List<FieldError> errors) {
        super(errors);
    }

    public BadParameter(String parameter, String message) {
        super(parameter, message);
    }
}
