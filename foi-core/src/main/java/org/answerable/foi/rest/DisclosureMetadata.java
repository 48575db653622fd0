package org.answerable.foi.rest;

import static org.answerable.foi.document.Json.array;
import static org.answerable.foi.document.Json.object;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.answerable.foi.Authority;
import org.answerable.foi.Disclosure;

/**
 * Published answers in the words of schema.org, and the log as a catalogue of data sets after DCAT 3,
 * both as JSON-LD. Built from the public copy alone.
 */
final class DisclosureMetadata {

    private static final String LICENCE =
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    private DisclosureMetadata() {}

    /** @param base address of the server, ending in a slash */
    static JsonObject document(URI base, Disclosure d) {
        String address = base.resolve("disclosures/" + d.reference()).toString();
        return object().add("@context", "https://schema.org")
                .add("@type", "DigitalDocument")
                .add("@id", address)
                .add("url", address)
                .add("identifier", d.reference())
                .add("name", d.subject())
                .add("inLanguage", "en-GB")
                .add("license", LICENCE)
                .add("isAccessibleForFree", true)
                .add("dateCreated", d.answered().toString())
                .add("datePublished", d.publishedAt().toString())
                .add(
                        "publisher",
                        object().add("@type", "GovernmentOrganization")
                                .add("name", d.authorityName()))
                .add("hasPart", array(d.questions(), DisclosureMetadata::question))
                .build();
    }

    private static JsonObject question(Disclosure.DisclosedQuestion q) {
        return object().add("@type", "Question")
                .add("position", q.number())
                .add("text", q.text())
                .add(
                        "acceptedAnswer",
                        object().add("@type", "Answer")
                                .add("text", q.answer())
                                .add("abstract", q.outcome().label()))
                .build();
    }

    /** One data set for each authority, each in three forms. */
    static JsonObject catalogue(URI base, List<Authority> authorities) {
        return object().add(
                        "@context",
                        object().add("dcat", "http://www.w3.org/ns/dcat#")
                                .add("dct", "http://purl.org/dc/terms/")
                                .add("foaf", "http://xmlns.com/foaf/0.1/"))
                .add("@type", "dcat:Catalog")
                .add("@id", base.resolve("api/foi/disclosures.jsonld").toString())
                .add("dct:title", "Freedom of Information: published answers")
                .add("dct:language", "en")
                .add("dct:license", object().add("@id", LICENCE))
                .add("dcat:dataset", array(authorities, a -> dataset(base, a)))
                .build();
    }

    private static JsonObject dataset(URI base, Authority authority) {
        String query = "?authority=" + authority.code();
        return object().add("@type", "dcat:Dataset")
                .add("@id", base.resolve("disclosures" + query).toString())
                .add("dct:title", "Disclosure log of " + authority.name())
                .add("dct:identifier", authority.code())
                .add(
                        "dct:publisher",
                        object().add("@type", "foaf:Organization")
                                .add("foaf:name", authority.name()))
                .add("dct:license", object().add("@id", LICENCE))
                .add("dcat:landingPage", object().add("@id", address(base, "disclosures" + query)))
                .add(
                        "dcat:distribution",
                        array(
                                List.of("csv text/csv", "atom application/atom+xml"),
                                form -> distribution(base, form.split(" "), query)))
                .build();
    }

    private static JsonObject distribution(URI base, String[] form, String query) {
        return object().add("@type", "dcat:Distribution")
                .add("dcat:mediaType", form[1])
                .add(
                        "dcat:downloadURL",
                        object().add(
                                        "@id",
                                        address(base, "api/foi/disclosures." + form[0] + query)))
                .build();
    }

    private static String address(URI base, String path) {
        return base.resolve(path).toString();
    }
}
