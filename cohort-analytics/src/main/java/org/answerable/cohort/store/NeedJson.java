package org.answerable.cohort.store;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.answerable.cohort.NeedEstimate;

/** Estimates of need as JSON documents, by JSON Binding: a field a component. */
public final class NeedJson {

    private static final Jsonb JSON =
            JsonbBuilder.create(
                    new JsonbConfig()
                            .withNullValues(true)
                            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

    private NeedJson() {}

    public static String write(NeedEstimate estimate) {
        return JSON.toJson(estimate);
    }

    public static NeedEstimate read(String document) {
        return JSON.fromJson(document, NeedEstimate.class);
    }

    /** SHA-256 of the numbers: the total, the areas and the single views. */
    public static String sha256(NeedEstimate estimate) {
        String numbers =
                JSON.toJson(new Numbers(estimate.total(), estimate.areas(), estimate.scenarios()));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(numbers.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What the hash is of. */
    public record Numbers(
            NeedEstimate.Line total,
            List<NeedEstimate.Line> areas,
            List<NeedEstimate.Scenario> scenarios) {}
}
