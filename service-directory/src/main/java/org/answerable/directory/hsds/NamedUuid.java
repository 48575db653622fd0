package org.answerable.directory.hsds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Version 5 UUIDs: the same name always has the same id (RFC 9562, 5.5). */
final class NamedUuid {

    private static final UUID NAMESPACE = UUID.fromString("1b671a64-40d5-591e-99b0-da01ff1f3341");
    private static final int BYTES = 16;

    private NamedUuid() {}

    static String of(String... name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(
                    ByteBuffer.allocate(BYTES)
                            .putLong(NAMESPACE.getMostSignificantBits())
                            .putLong(NAMESPACE.getLeastSignificantBits())
                            .array());
            byte[] hash = sha1.digest(String.join("\n", name).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            long high = bytes.getLong() & ~0xF000L | 0x5000L;
            long low = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
