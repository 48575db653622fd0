import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for one page again and again: java Load.java BASE PATH [USERS [SECONDS [ACCOUNT [PAUSE]]]]. After a
 * warm-up of the same length it prints requests, errors, p50, p95 and p99 in milliseconds. With an account of
 * the demonstration data it signs in first. With a pause in milliseconds each user waits that long on average
 * before the next request, as a reader does; without one the answers are as slow as the machine is full.
 */
class Load {

    public static void main(String[] arguments) throws Exception {
        String base = arguments[0];
        String path = arguments[1];
        int users = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 15;
        String account = arguments.length > 4 ? arguments[4] : "";
        int pause = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 0;
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String cookie = account.isEmpty() ? "" : signIn(client, base, account);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        run(client, request.build(), users, seconds, pause);
        System.out.printf("%-40s %s%n", path, run(client, request.build(), users, seconds, pause));
    }

    private static String run(HttpClient client, HttpRequest request, int users, int seconds, int pause)
            throws InterruptedException {
        long[] nanos = new long[5_000_000];
        AtomicInteger done = new AtomicInteger();
        AtomicLong errors = new AtomicLong();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(users);
        for (int i = 0; i < users; i++) {
            pool.submit(
                    () -> {
                        while (System.nanoTime() < end && done.get() < nanos.length - users) {
                            Thread.sleep(pause == 0 ? 0 : ThreadLocalRandom.current().nextInt(2 * pause));
                            long begun = System.nanoTime();
                            if (!ok(client, request)) {
                                errors.incrementAndGet();
                            }
                            nanos[done.getAndIncrement()] = System.nanoTime() - begun;
                        }
                        return null;
                    });
        }
        pool.shutdown();
        pool.awaitTermination(seconds + 60L, TimeUnit.SECONDS);
        int n = done.get();
        long[] sorted = Arrays.copyOf(nanos, n);
        Arrays.sort(sorted);
        return "users=%d requests=%d errors=%d per_second=%.0f p50=%.1f p95=%.1f p99=%.1f ms"
                .formatted(
                        users, n, errors.get(), (double) n / seconds, ms(sorted, 0.50), ms(sorted, 0.95), ms(sorted, 0.99));
    }

    private static boolean ok(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static double ms(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private static String signIn(HttpClient client, String base, String account) throws Exception {
        HttpResponse<String> page =
                client.send(
                        HttpRequest.newBuilder(URI.create(base + "/sign-in")).build(),
                        HttpResponse.BodyHandlers.ofString());
        String form = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        token.find();
        String body =
                "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                        + "&next=/start&username=" + account + "&password=demo-" + account;
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                                .header("Cookie", form)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }
}
