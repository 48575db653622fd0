package org.answerable.foi.rest;

import jakarta.json.JsonObject;
import org.answerable.foi.DisclosurePage;
import org.answerable.foi.DisclosureSummary;
import org.answerable.foi.document.Json;

/** A page of the disclosure log as JSON. */
final class DisclosurePageForm {

    private DisclosurePageForm() {}

    static JsonObject write(DisclosurePage page) {
        return Json.object()
                .add("page", page.page())
                .add("perPage", page.perPage())
                .add("total", page.total())
                .add("items", Json.array(page.items(), DisclosurePageForm::item))
                .build();
    }

    private static JsonObject item(DisclosureSummary d) {
        return Json.object()
                .add("reference", d.reference())
                .add("authority", d.authority())
                .add("authorityName", d.authorityName())
                .add("subject", d.subject())
                .add("received", d.received().toString())
                .add("answered", d.answered().toString())
                .add("outcome", d.outcome().name())
                .add("questions", d.questions())
                .add("publishedAt", d.publishedAt().toString())
                .add("imported", d.imported())
                .build();
    }
}
