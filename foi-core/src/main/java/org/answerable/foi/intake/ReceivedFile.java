package org.answerable.foi.intake;

/**
 * A file that came with a message.
 *
 * @param claimedType what the sender says it is
 * @param mediaType what its bytes say it is
 * @param refusal why it is not kept; empty when it is
 * @param content empty when it is refused
 */
public record ReceivedFile(
        String name,
        String claimedType,
        String mediaType,
        long size,
        String sha256,
        String refusal,
        byte[] content) {

    public boolean refused() {
        return !refusal.isEmpty();
    }
}
