package org.answerable.web.cohort;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.StatisticMethod;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

/** A table that was pasted or uploaded, and the options of its method. */
final class StatisticsForm {

    /** The largest table that a page takes. */
    static final int MOST_BYTES = 2 << 20;

    private static final String TABLE = "table";
    private static final String FILE = "file";
    private static final int SHOWN_FAULTS = 20;

    private final StatisticMethod method;
    private final PageForm form;
    private final List<FieldError> unreadable;

    private StatisticsForm(StatisticMethod method, PageForm form, List<FieldError> unreadable) {
        this.method = method;
        this.form = form;
        this.unreadable = unreadable;
    }

    /** The form as it opens. */
    static PageForm opened(StatisticMethod method, boolean example) {
        Map<String, String> values = new LinkedHashMap<>();
        method.options().forEach(option -> values.put(option.name(), option.usual()));
        values.remove("draws"); // asking for draws asks for a simulation
        values.put(TABLE, example ? method.example() : "");
        return PageForm.filled(values);
    }

    static StatisticsForm read(StatisticMethod method, List<EntityPart> parts) throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String uploaded = null;
        List<FieldError> unreadable = new ArrayList<>();
        for (EntityPart part : parts) {
            boolean file = part.getName().equals(FILE);
            if (file && part.getFileName().orElse("").isBlank()) {
                continue;
            }
            try (InputStream content = part.getContent()) {
                byte[] bytes = content.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    unreadable.add(new FieldError(part.getName(), tooLarge()));
                } else if (file) {
                    uploaded = text(bytes, unreadable);
                } else {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    values.put(part.getName(), List.of(text));
                }
            }
        }
        if (uploaded != null) { // it stands in the text field from now on
            values.put(TABLE, List.of(uploaded));
        }
        PageForm form = new PageForm(values, List.of());
        if (unreadable.isEmpty() && form.value(TABLE).isBlank()) {
            unreadable.add(new FieldError(TABLE, "Paste a table or choose a file"));
        }
        return new StatisticsForm(method, form, unreadable);
    }

    /**
     * @throws InvalidInput there is no table, or it could not be read
     */
    void check() {
        if (!unreadable.isEmpty()) {
            throw new InvalidInput(unreadable);
        }
    }

    private static String tooLarge() {
        return "The table is larger than 2 MB. Send it to the programming interface, which takes more";
    }

    private static String text(byte[] bytes, List<FieldError> unreadable) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            unreadable.add(new FieldError(FILE, "The file is not UTF-8. Save it as “CSV UTF-8”"));
            return "";
        }
    }

    PageForm form() {
        return form;
    }

    String table() {
        return form.value(TABLE);
    }

    /** The options that were filled in. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (StatisticMethod.Option option : method.options()) {
            if (!form.value(option.name()).isBlank()) {
                options.put(option.name(), form.value(option.name()));
            }
        }
        return options;
    }

    /** The form with what is wrong: options at their field, the rest at the table. */
    PageForm refused(InvalidInput invalid) {
        List<String> fields = new ArrayList<>(List.of(TABLE, FILE));
        method.options().forEach(option -> fields.add(option.name()));
        List<FieldProblem> problems = new ArrayList<>();
        for (FieldError error : invalid.errors()) {
            if (fields.contains(error.field())) {
                problems.add(new FieldProblem(error.field(), error.message()));
            } else if (problems.size() < SHOWN_FAULTS) {
                problems.add(new FieldProblem(TABLE, place(error.field()) + error.message()));
            }
        }
        return form.with(problems, fields);
    }

    private static String place(String field) {
        return field.equals("body") || field.equals("header")
                ? ""
                : Character.toUpperCase(field.charAt(0)) + field.substring(1) + ": ";
    }
}
