package org.answerable.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Styles, scripts and images, under names that change with their content. */
@ApplicationScoped
public class Assets {

    /** One file, as it is served. */
    public record Asset(byte[] content, String mediaType) {}

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
    private static final List<String> FILES =
            List.of("answerable.css", "answerable.js", "favicon.svg");
    private static final int HASH_LENGTH = 10;

    private final Map<String, Asset> byHashedName = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    @PostConstruct
    void read() {
        FILES.forEach(this::read);
    }

    private void read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
            byte[] content = file.readAllBytes();
            int dot = name.lastIndexOf('.');
            String extension = name.substring(dot + 1);
            String hashed = name.substring(0, dot) + "." + hash(content) + "." + extension;
            byHashedName.put(hashed, new Asset(content, MEDIA_TYPES.get(extension)));
            paths.put(name, "/assets/" + hashed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The path at which a file of this name is served today. */
    public String path(String name) {
        return paths.get(name);
    }

    Optional<Asset> find(String hashedName) {
        return Optional.ofNullable(byHashedName.get(hashedName));
    }
}
