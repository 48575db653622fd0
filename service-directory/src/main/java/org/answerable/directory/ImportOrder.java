package org.answerable.directory;

/**
 * An import that is wanted.
 *
 * @param source name under which the records are known; blank for the name of the file or the host of the feed
 * @param trust 0.6 for an assured partner, 0.3 for others; null to leave it as it is
 * @param dry only check, publish nothing
 * @param url base address of a feed; blank for a file
 * @param whole read all of the feed, not only what changed since the last good run
 */
public record ImportOrder(String source, Double trust, boolean dry, String url, boolean whole) {

    public ImportOrder {
        source = source == null ? "" : source.replace("\0", "").strip();
        url = url == null ? "" : url.replace("\0", "").strip();
    }
}
