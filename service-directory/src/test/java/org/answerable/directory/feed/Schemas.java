package org.answerable.directory.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.answerable.directory.SharedCases;

/** The published schemas of Open Referral UK 3.0, offline: their addresses are mapped to the supplied files. */
final class Schemas {

    private static final String BASE = "https://openreferraluk.org/specifications/3.0/schema/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config;

    Schemas(boolean formats) {
        String folder = folder(SharedCases.find("directory/oruk-3.0/schema"));
        factory =
                JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaMappers(m -> m.mapPrefix(BASE, folder)));
        config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(formats).build();
    }

    Set<ValidationMessage> faults(String schema, String json) {
        return faults(schema, parse(json));
    }

    Set<ValidationMessage> faults(String schema, JsonNode json) {
        return factory.getSchema(SchemaLocation.of(BASE + schema), config).validate(json);
    }

    private static String folder(Path path) {
        String address = path.toUri().toString();
        return address.endsWith("/") ? address : address + "/";
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
