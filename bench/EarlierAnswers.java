import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Looks for earlier answers again and again, each time with another text: java EarlierAnswers.java BASE
 * [TIMES]. After a warm-up it prints p50, p95 and p99 in milliseconds of one user.
 */
class EarlierAnswers {

    static final List<String> THINGS =
            List.of(
                    "children", "babies", "health visitors", "potholes", "contracts", "waiting times",
                    "school places", "foster carers", "agency staff", "complaints", "speech therapy",
                    "care packages", "parking fines", "food inspections", "vacancies", "referrals");
    static final List<String> PLACES =
            List.of("Boston", "Lincoln", "Spalding", "Grantham", "Louth", "Skegness", "Stamford", "Sleaford");

    public static void main(String[] arguments) throws Exception {
        URI address = URI.create(arguments[0] + "/api/foi/earlier-answers");
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Random random = new Random(7);
        run(client, address, random, times / 4);
        System.out.println(run(client, address, random, times));
    }

    private static String run(HttpClient client, URI address, Random random, int times) throws Exception {
        double[] millis = new double[times];
        long found = 0;
        for (int i = 0; i < times; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text(random) + "\"}"))
                            .build();
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            found += answer.body().contains("\"reference\"") ? 1 : 0;
        }
        Arrays.sort(millis);
        return String.format(
                "%d texts, %d with finds: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                times, found, millis[times / 2], millis[times * 95 / 100], millis[times * 99 / 100]);
    }

    private static String text(Random random) {
        String thing = THINGS.get(random.nextInt(THINGS.size()));
        String other = THINGS.get(random.nextInt(THINGS.size()));
        String place = PLACES.get(random.nextInt(PLACES.size()));
        return "Figures on " + thing + " in " + place + "\\n1. How many " + thing + " were recorded in " + place
                + " in each of the last three years?\\n2. What did the council spend on " + other
                + ", and how does topic" + random.nextInt(5000) + " compare?";
    }
}
