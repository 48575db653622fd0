package org.answerable.cohort.prevalence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.answerable.cohort.PrevalenceRevision;

/** What an analyst types for an entry: valid, but for what is changed. */
final class Typed {

    private final Map<String, String> fields = new LinkedHashMap<>();

    Typed() {
        with("basedOn", "0")
                .with("measure", "Disorganised attachment")
                .with("population", "Families of one district")
                .with("share", "0.15")
                .with("spread", "EFFECTIVE_SIZE")
                .with("effectiveSize", "40")
                .with("citation", "Local survey of 2025, table 2")
                .with("asOf", "2026-02-01")
                .with("owner", "Public health intelligence")
                .with("reason", "A survey was made");
    }

    Typed with(String field, String text) {
        fields.put(field, text);
        return this;
    }

    PrevalenceRevision revision() {
        return new PrevalenceRevision(
                fields.get("id"),
                Integer.parseInt(fields.get("basedOn")),
                fields.get("measure"),
                fields.get("population"),
                fields.get("share"),
                fields.get("spread"),
                fields.get("effectiveSize"),
                fields.get("logitDeviation"),
                fields.get("low"),
                fields.get("high"),
                fields.get("studies"),
                fields.get("people"),
                fields.get("citation"),
                fields.get("caveat"),
                fields.get("asOf"),
                fields.get("owner"),
                fields.get("reason"));
    }
}
