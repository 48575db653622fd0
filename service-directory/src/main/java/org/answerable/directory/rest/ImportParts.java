package org.answerable.directory.rest;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.InvalidInput;

/** The parts of an upload: the file in {@code file}, beside it texts. */
record ImportParts(EntityPart file, ImportFields fields) {

    private static final String FILE = "file";
    private static final int LONGEST_FIELD = 1_000;

    /**
     * @throws InvalidInput field {@code file}: there is none
     */
    static ImportParts of(List<EntityPart> parts) {
        EntityPart file = null;
        Map<String, String> values = new LinkedHashMap<>();
        for (EntityPart part : parts) {
            if (FILE.equals(part.getName())) {
                file = part;
            } else {
                values.put(part.getName(), text(part));
            }
        }
        if (file == null) {
            throw new InvalidInput(FILE, "Send the file to import in the part “file”.");
        }
        return new ImportParts(file, new ImportFields(values));
    }

    private static String text(EntityPart part) {
        try (InputStream content = part.getContent()) {
            return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
