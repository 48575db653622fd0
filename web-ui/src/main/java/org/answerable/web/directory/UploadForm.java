package org.answerable.web.directory;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.web.page.PageForm;

/**
 * A form with a file.
 *
 * @param file the file, when one was chosen
 */
record UploadForm(PageForm form, Optional<EntityPart> file) {

    static final String FILE = "file";
    private static final int LONGEST_FIELD = 40_000;

    static UploadForm read(List<EntityPart> parts) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Optional<EntityPart> file = Optional.empty();
        for (EntityPart part : parts) {
            if (!part.getName().equals(FILE)) {
                values.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(text(part));
            } else if (!part.getFileName().orElse("").isBlank()) {
                file = Optional.of(part);
            }
        }
        return new UploadForm(new PageForm(values, List.of()), file);
    }

    private static String text(EntityPart part) {
        try (InputStream content = part.getContent()) {
            return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
