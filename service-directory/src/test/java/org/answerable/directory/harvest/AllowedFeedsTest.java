package org.answerable.directory.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked is on the list, and no name leads to a neighbour of this server. */
class AllowedFeedsTest {

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "feeds.example.org", "other.example.org" ->
                    new InetAddress[] {InetAddress.getByName("93.184.216.34")};
            case "rebound.example.org" ->
                    new InetAddress[] {
                        InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.1.2.3")
                    };
            case "gone.example.org" -> throw new UnknownHostException(host);
            default -> InetAddress.getAllByName(host);
        };
    }

    private static boolean allowed(String list, String address) {
        return new AllowedFeeds(list, AllowedFeedsTest::resolve)
                .refusal(URI.create(address))
                .isEmpty();
    }

    @Test
    void a_host_stands_for_all_its_addresses_by_https_on_the_usual_port() {
        String list = "feeds.example.org, gone.example.org";

        assertThat(allowed(list, "https://feeds.example.org/oruk")).isTrue();
        assertThat(allowed(list, "https://FEEDS.example.org/")).isTrue();
        assertThat(allowed(list, "https://feeds.example.org:443/")).isTrue();
        assertThat(allowed(list, "https://feeds.example.org:8443/")).isFalse();
        assertThat(allowed(list, "http://feeds.example.org/")).isFalse();
        assertThat(allowed(list, "http://feeds.example.org:443/")).isFalse();
        assertThat(allowed(list, "https://x.feeds.example.org/")).isFalse();
        assertThat(allowed(list, "https://gone.example.org/")).isFalse();
        assertThat(allowed("", "https://feeds.example.org/")).isFalse();
    }

    @Test
    void an_address_stands_for_what_is_below_it() {
        String list = "https://feeds.example.org/oruk/v3/";

        assertThat(allowed(list, "https://feeds.example.org/oruk/v3")).isTrue();
        assertThat(allowed(list, "https://feeds.example.org/oruk/v3/services?page=1")).isTrue();
        assertThat(allowed(list, "https://feeds.example.org/oruk/v30")).isFalse();
        assertThat(allowed(list, "https://feeds.example.org/oruk/v3/../admin")).isFalse();
        assertThat(allowed(list, "https://feeds.example.org/oruk/v3/%2e%2E/admin")).isFalse();
        assertThat(allowed(list, "https://other.example.org/oruk/v3")).isFalse();
    }

    @Test
    void this_machine_is_asked_by_http_only_when_it_is_on_the_list() {
        assertThat(allowed("127.0.0.1:9000", "http://127.0.0.1:9000/x")).isTrue();
        assertThat(allowed("localhost:9000", "http://localhost:9000/x")).isTrue();
        assertThat(allowed("[::1]:9000", "http://[::1]:9000/x")).isTrue();
        assertThat(allowed("http://localhost:9000/x", "http://localhost:9000/x/y")).isTrue();
        assertThat(allowed("localhost:9000", "http://localhost:9001/")).isFalse();
        assertThat(allowed("feeds.example.org", "http://127.0.0.1/")).isFalse();
    }

    @Test
    void a_name_with_a_private_address_needs_that_address_on_the_list() {
        assertThat(allowed("rebound.example.org", "https://rebound.example.org/")).isFalse();
        assertThat(allowed("rebound.example.org 10.1.2.3", "https://rebound.example.org/"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.4",
                "100.64.0.1",
                "127.0.0.2",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[fe80::1]",
                "[fd00::1]",
                "[ff02::1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]"
            })
    void no_name_leads_to_a_private_address(String address) {
        AllowedFeeds feeds =
                new AllowedFeeds(
                        "feeds.example.org",
                        host -> new InetAddress[] {InetAddress.getByName(address)});

        assertThat(feeds.refusal(URI.create("https://feeds.example.org/")))
                .hasValueSatisfying(why -> assertThat(why).contains("private"));
    }

    @Test
    void an_entry_that_is_none_is_passed_over() {
        AllowedFeeds feeds =
                new AllowedFeeds(
                        "ftp://x.org a b/c, user@host.org https://ok.example.org :99",
                        AllowedFeedsTest::resolve);

        assertThat(feeds.entries()).containsExactly("a", "https://ok.example.org");
    }
}
