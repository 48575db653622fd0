package org.answerable.web.foi;

import jakarta.ws.rs.core.EntityPart;
import java.util.List;
import java.util.Optional;

/** The field {@code file} of an upload. */
final class UploadedFile {

    private UploadedFile() {}

    /** The file, when one was chosen. */
    static Optional<EntityPart> of(List<EntityPart> parts) {
        return parts.stream()
                .filter(part -> part.getName().equals("file"))
                .filter(part -> !part.getFileName().orElse("").isBlank())
                .findFirst();
    }
}
