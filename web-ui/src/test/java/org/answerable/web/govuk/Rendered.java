package org.answerable.web.govuk;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;

/** Our components, asked for what a fixture asks for. */
final class Rendered {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Rendered.class.getClassLoader());
    private static final int PER_PAGE = 20;

    /** The templates that were rendered so far. */
    private static final Set<String> USED = new TreeSet<>();

    private Rendered() {}

    static Set<String> used() {
        return Set.copyOf(USED);
    }

    static String of(Fixture fixture) {
        return switch (fixture.component()) {
            case "button" -> fixture.has("href") ? linkButton(fixture) : button(fixture);
            case "input" -> input(fixture);
            case "textarea" -> textarea(fixture);
            case "select" -> select(fixture);
            case "radios", "checkboxes" -> choices(fixture);
            case "date-input" -> date(fixture);
            case "file-upload" -> labelled(fixture, "fileUpload", Map.of());
            case "error-summary" -> errorSummary(fixture);
            case "error-message" -> errorMessage(fixture);
            case "hint" -> render("hint", Map.of("id", "asked", "text", fixture.text("text", "")));
            case "label" ->
                    render(
                            "label",
                            Map.of(
                                    "id", fixture.text("for", "asked"),
                                    "text", fixture.text("text", ""),
                                    "classes", fixture.text("classes", "")));
            case "details" ->
                    render(
                            "details",
                            Map.of(
                                    "summary", fixture.text("summaryText", ""),
                                    "content", content(fixture)));
            case "inset-text" -> render("inset", Map.of("content", content(fixture)));
            case "notification-banner" ->
                    render(
                            "notification",
                            Map.of(
                                    "title", fixture.text("titleText", "Important"),
                                    "text", fixture.text("text", ""),
                                    "success", fixture.text("type", "").equals("success")));
            case "pagination" -> pagination(fixture);
            case "breadcrumbs" ->
                    render("breadcrumbs", Map.of("trail", options(fixture.list("items"), "href")));
            case "summary-list" -> summaryList(fixture);
            case "tag" ->
                    render(
                            "tag",
                            Map.of(
                                    "text", fixture.text("text", ""),
                                    "colour",
                                            fixture.text("classes", "")
                                                    .replace("govuk-tag--", "")));
            case "warning-text" -> render("warning", Map.of("text", fixture.text("text", "")));
            default -> throw new IllegalArgumentException(fixture.toString());
        };
    }

    private static String button(Fixture fixture) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("text", fixture.text("text", ""));
        parameters.put("classes", fixture.text("classes", ""));
        parameters.put("name", fixture.text("name", null));
        parameters.put("value", fixture.text("value", null));
        return render("button", parameters);
    }

    private static String linkButton(Fixture fixture) {
        return render(
                "linkButton",
                Map.of(
                        "text", fixture.text("text", ""),
                        "href", fixture.text("href", ""),
                        "classes", fixture.text("classes", "")));
    }

    private static String input(Fixture fixture) {
        Map<String, Object> more = new HashMap<>();
        more.put("classes", fixture.text("classes", ""));
        more.put("type", fixture.text("type", "text"));
        more.put("autocomplete", fixture.text("autocomplete", null));
        more.put("inputmode", fixture.text("inputmode", null));
        more.put("spellcheck", !fixture.text("spellcheck", "true").equals("false"));
        return labelled(fixture, "input", more);
    }

    private static String textarea(Fixture fixture) {
        return labelled(
                fixture, "textarea", Map.of("rows", Integer.valueOf(fixture.text("rows", "5"))));
    }

    private static String select(Fixture fixture) {
        return labelled(
                fixture, "select", Map.of("options", options(fixture.list("items"), "value")));
    }

    private static String labelled(Fixture fixture, String template, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("form", form(fixture));
        parameters.put("name", nameOf(fixture));
        parameters.put("label", fixture.within("label"));
        parameters.put("hint", fixture.within("hint"));
        return render(template, parameters);
    }

    private static String choices(Fixture fixture) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("form", form(fixture));
        parameters.put("name", nameOf(fixture));
        parameters.put("legend", legend(fixture));
        parameters.put("hint", fixture.within("hint"));
        parameters.put("classes", fixture.text("classes", ""));
        parameters.put("options", options(fixture.list("items"), "value"));
        return render(fixture.component(), parameters);
    }

    private static String date(Fixture fixture) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("form", form(fixture));
        parameters.put("name", nameOf(fixture));
        parameters.put("legend", legend(fixture));
        parameters.put("hint", fixture.within("hint"));
        return render("dateInput", parameters);
    }

    private static String errorSummary(Fixture fixture) {
        List<FieldProblem> problems =
                fixture.list("errorList").stream()
                        .map(
                                error ->
                                        new FieldProblem(
                                                Fixture.text(error, "href", "").replace("#", ""),
                                                Fixture.text(error, "text", "")))
                        .toList();
        return render("errorSummary", Map.of("form", new PageForm(Map.of(), problems)));
    }

    private static String errorMessage(Fixture fixture) {
        FieldProblem problem = new FieldProblem("asked", fixture.text("text", ""));
        return render(
                "errorMessage",
                Map.of("form", new PageForm(Map.of(), List.of(problem)), "name", "asked"));
    }

    private static String pagination(Fixture fixture) {
        List<JsonObject> items = fixture.list("items");
        int last = items.get(items.size() - 1).getInt("number");
        int current =
                items.stream()
                        .filter(item -> item.getBoolean("current", false))
                        .findFirst()
                        .orElseThrow()
                        .getInt("number");
        return render(
                "pagination",
                Map.of("paging", new Paging("/list", current, PER_PAGE, (long) last * PER_PAGE)));
    }

    private static String summaryList(Fixture fixture) {
        StringBuilder rows = new StringBuilder("<dl class=\"govuk-summary-list\">");
        for (JsonObject row : fixture.list("rows")) {
            JsonObject value = row.getJsonObject("value");
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("key", row.getJsonObject("key").getString("text"));
            if (value.containsKey("html")) {
                parameters.put("content", html(value.getString("html")));
            } else {
                parameters.put("text", value.getString("text"));
            }
            rows.append(render("summaryRow", parameters));
        }
        return rows.append("</dl>").toString();
    }

    private static PageForm form(Fixture fixture) {
        String name = nameOf(fixture);
        Map<String, List<String>> values = new HashMap<>();
        if (fixture.has("value")) {
            values.put(name, List.of(fixture.text("value", "")));
        }
        if (fixture.has("items")) {
            values.put(name, chosen(fixture.list("items"), fixture.text("value", null)));
        }
        if (fixture.has("values")) {
            fixture.options()
                    .getJsonObject("values")
                    .forEach(
                            (part, value) ->
                                    values.put(
                                            name + "-" + part.replaceFirst(".*-", ""),
                                            List.of(value.toString())));
        }
        String error = fixture.within("errorMessage");
        return new PageForm(
                values, error == null ? List.of() : List.of(new FieldProblem(name, error)));
    }

    private static List<String> chosen(List<JsonObject> items, String value) {
        List<String> chosen = new ArrayList<>();
        for (JsonObject item : items) {
            String own = Fixture.text(item, "value", "");
            if (item.getBoolean("checked", false)
                    || item.getBoolean("selected", false)
                    || own.equals(value)) {
                chosen.add(own);
            }
        }
        return chosen;
    }

    /** Our fields have one word for name and id, so that an error leads to its field. */
    static String nameOf(Fixture fixture) {
        return fixture.text("idPrefix", fixture.text("id", fixture.text("name", null)));
    }

    private static String legend(Fixture fixture) {
        JsonObject fieldset = fixture.options().getJsonObject("fieldset");
        return fieldset == null ? "" : fieldset.getJsonObject("legend").getString("text");
    }

    private static List<Option> options(List<JsonObject> items, String value) {
        return items.stream()
                .map(
                        item ->
                                new Option(
                                        Fixture.text(item, value, ""),
                                        Fixture.text(item, "text", ""),
                                        item.containsKey("hint")
                                                ? item.getJsonObject("hint").getString("text")
                                                : null))
                .toList();
    }

    private static Content content(Fixture fixture) {
        return fixture.has("html")
                ? html(fixture.text("html", ""))
                : output -> output.writeUserContent(fixture.text("text", ""));
    }

    private static Content html(String html) {
        return output -> output.writeContent(html);
    }

    private static String render(String template, Map<String, Object> parameters) {
        USED.add(template);
        StringOutput output = new StringOutput();
        ENGINE.render("govuk/" + template + ".jte", parameters, output);
        return output.toString();
    }
}
