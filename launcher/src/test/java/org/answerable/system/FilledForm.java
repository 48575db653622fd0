package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form of a page with every field as the page has it, and what was typed; sent as a browser does. */
final class FilledForm {

    private final String action;
    private final boolean multipart;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private FilledForm(FormElement form, String action) {
        this.action = action;
        multipart = form.attr("enctype").equals("multipart/form-data");
        for (KeyVal field : form.formData()) {
            fields.computeIfAbsent(field.key(), k -> new ArrayList<>()).add(field.value());
        }
    }

    /** The form of a page that is sent to this address. */
    static FilledForm on(Document page, String action) {
        FormElement form = (FormElement) page.selectFirst("form[action=" + action + "]");
        assertThat(form).as("form to %s on “%s”", action, page.title()).isNotNull();
        return new FilledForm(form, action);
    }

    /** The form of the button that is sent to this address, as that button sends it. */
    static FilledForm byButton(Document page, String action) {
        Element button = page.selectFirst("button[formaction=" + action + "]");
        assertThat(button).as("button to %s on “%s”", action, page.title()).isNotNull();
        FilledForm form = new FilledForm((FormElement) button.closest("form"), action);
        return button.hasAttr("name") ? form.with(button.attr("name"), button.val()) : form;
    }

    FilledForm with(String field, String value) {
        fields.put(field, List.of(value));
        return this;
    }

    /** Several values of one field, as ticked boxes are. */
    FilledForm withAll(String field, String... values) {
        fields.put(field, List.of(values));
        return this;
    }

    /** Day, month and year of a date as its three fields. */
    FilledForm withDate(String field, int day, int month, int year) {
        return with(field + "-day", Integer.toString(day))
                .with(field + "-month", Integer.toString(month))
                .with(field + "-year", Integer.toString(year));
    }

    String value(String field) {
        return fields.containsKey(field) ? fields.get(field).get(0) : null;
    }

    HttpResponse<String> sendBy(Visitor visitor) {
        List<String> namesAndValues = new ArrayList<>();
        fields.forEach(
                (name, values) -> {
                    if (!name.equals("_csrf")) {
                        for (String value : values) {
                            namesAndValues.add(name);
                            namesAndValues.add(value);
                        }
                    }
                });
        return visitor.post(action, value("_csrf"), namesAndValues.toArray(String[]::new));
    }

    /** Sends it with a file, in the field {@code file}. */
    HttpResponse<String> sendBy(Visitor visitor, String fileName, byte[] content) {
        assertThat(multipart).as("the form takes files").isTrue();
        fields.remove("file");
        Multipart body = new Multipart();
        fields.forEach((name, values) -> values.forEach(v -> body.field(name, v)));
        body.file("file", fileName, content);
        return visitor.post(action, body.contentType(), body.publisher());
    }
}
