package org.answerable.directory.harvest;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses may be asked. An entry is a host, a host with port, or the beginning of an address. Only https, but for
 * this machine when it is on the list by name. A name that leads to a private address is refused unless that address is
 * on the list as well: otherwise whoever writes the name's record could make this server ask its neighbours.
 */
public final class AllowedFeeds {

    private static final System.Logger LOG = System.getLogger(AllowedFeeds.class.getName());
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** Scheme, port and path may be open: null, -1, empty. */
    private record Entry(String text, String scheme, String host, int port, String path) {

        boolean matches(URI uri) {
            return (scheme == null || scheme.equals(uri.getScheme()))
                    && host.equals(hostOf(uri))
                    && (port < 0 ? portOf(uri) == HTTPS : port == portOf(uri))
                    && (path.isEmpty()
                            || uri.getRawPath().equals(path)
                            || uri.getRawPath().startsWith(path + "/"));
        }
    }

    private final List<Entry> entries;
    private final Resolver resolver;

    /**
     * @param list entries, separated by commas or blanks
     */
    public AllowedFeeds(String list, Resolver resolver) {
        this.resolver = resolver;
        this.entries = new ArrayList<>();
        Arrays.stream(list.split("[,\\s]+"))
                .filter(text -> !text.isBlank())
                .forEach(
                        text ->
                                entry(text)
                                        .ifPresentOrElse(
                                                entries::add,
                                                () ->
                                                        LOG.log(
                                                                System.Logger.Level.WARNING,
                                                                "ANSWERABLE_FEEDS: "
                                                                        + text
                                                                        + " is neither a host nor an address. It"
                                                                        + " is passed over.")));
    }

    private static Optional<Entry> entry(String text) {
        try {
            boolean address = text.contains("://");
            URI uri = new URI(address ? text : "https://" + text);
            String path = uri.getRawPath() == null ? "" : withoutSlash(uri.getRawPath());
            boolean usable =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && (address || path.isEmpty())
                            && List.of("http", "https").contains(uri.getScheme());
            return usable
                    ? Optional.of(
                            new Entry(
                                    text,
                                    address ? uri.getScheme() : null,
                                    hostOf(uri),
                                    address ? portOf(uri) : uri.getPort(),
                                    path))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The entries as they were written. */
    public List<String> entries() {
        return entries.stream().map(Entry::text).toList();
    }

    /** Why an address may not be asked; nothing when it may. */
    public Optional<String> refusal(URI uri) {
        if (!List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null) {
            return Optional.of("is no web address that begins with https://");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().toLowerCase(Locale.ROOT);
        if (path.contains("..") || path.contains("%2e")) {
            return Optional.of("has dots in its path that lead elsewhere");
        }
        if (entries.stream().noneMatch(entry -> entry.matches(uri))) {
            return Optional.of("is not on the list of feeds, which the operator keeps");
        }
        try {
            InetAddress[] addresses = resolver.addresses(hostOf(uri));
            if (Arrays.stream(addresses).anyMatch(a -> isPrivate(a) && !listed(a))) {
                return Optional.of("leads to a private address");
            }
            if (uri.getScheme().equals("http")
                    && !Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
                return Optional.of("must begin with https://");
            }
        } catch (UnknownHostException e) {
            return Optional.of("has a host that cannot be found");
        }
        return Optional.empty();
    }

    private boolean listed(InetAddress address) {
        return entries.stream()
                .map(Entry::host)
                .anyMatch(
                        host ->
                                host.equals(address.getHostAddress())
                                        || host.equals("[" + address.getHostAddress() + "]")
                                        || host.equals("[::1]")
                                                && address.getHostAddress()
                                                        .equals("0:0:0:0:0:0:0:1")
                                        || host.equals("localhost") && address.isLoopbackAddress());
    }

    private static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (bytes.length == 4) {
            // This network, shared by carriers, protocol assignments, benchmarks, reserved (RFC
            // 6890).
            return first == 0
                    || first == 100 && second >= 64 && second < 128
                    || first == 192 && second == 0 && bytes[2] == 0
                    || first == 198 && (second == 18 || second == 19)
                    || first >= 240;
        }
        // Unique local; addresses of the other protocol in disguise (RFC 4193, 6052, 3056).
        return (first & 0xFE) == 0xFC
                || first == 0 && second == 0x64
                || first == 0x20 && second == 0x02;
    }

    private static String hostOf(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static int portOf(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equals(uri.getScheme()) ? HTTP : HTTPS;
    }

    static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
