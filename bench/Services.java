import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Makes services of an invented country, the same for the same seed: java Services.java COUNT FILE [county|national].
 * One Open Referral UK record a line, full, about as rich as those that councils publish: a place or two, hours, terms, an
 * area, prices, contacts and two paragraphs of text.
 */
class Services {

    private static final List<String> KINDS =
            List.of(
                    "Baby massage", "Stay and play", "Breastfeeding support", "Antenatal course",
                    "Counselling", "Toy library", "Parenting course", "Speech and language",
                    "Advice on debt", "Walking group", "Carers’ café", "Home visits", "Youth club",
                    "Memory café", "Food bank", "Befriending", "Family hub", "Sleep clinic");
    private static final List<String> DAYS =
            List.of("MO", "TU", "WE", "TH", "FR", "SA", "MO,WE,FR", "TU,TH", "MO,TU,WE,TH,FR");
    private static final List<String> AREAS =
            List.of(
                    "E07000136", "E07000137", "E07000138", "E07000139", "E07000140", "E07000141",
                    "E07000142", "E10000019");
    private static final String TEXT =
            "A friendly group that meets every week, with tea and a warm room. Trained workers listen, answer questions"
                + " and help with what comes next. Bring nothing but yourself; older brothers and sisters are"
                + " welcome in the holidays. If you cannot come, ring us, and we will find another way.";

    /** Ids of the country have a 1 where those of the county have a 0, so that both can be in one directory. */
    private static long own(boolean county, long number) {
        return county ? number : 1L << 48 | number;
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        boolean county = arguments.length < 3 || arguments[2].equals("county");
        Random random = new Random(20260301);
        try (BufferedWriter out =
                Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
            for (int i = 0; i < count; i++) {
                out.write(service(i, count, county, random));
                out.newLine();
            }
        }
    }

    private static String service(int n, int count, boolean county, Random random) {
        String id = new UUID(0x5e5e0000L, own(county, n)).toString();
        int organization = random.nextInt(Math.max(1, count / 6));
        StringBuilder s = new StringBuilder(4000);
        s.append("{\"id\":\"").append(id).append("\",\"name\":\"");
        s.append(KINDS.get(random.nextInt(KINDS.size()))).append(' ').append(word(random)).append(' ').append(n);
        s.append("\",\"description\":\"").append(TEXT).append(' ').append(word(random)).append(' ').append(word(random));
        s.append(".\",\"status\":\"").append(random.nextInt(20) == 0 ? "temporarily closed" : "active");
        s.append("\",\"url\":\"https://example.org/s/").append(n).append("\",\"email\":\"s").append(n);
        s.append("@example.org\",\"assured_date\":\"").append("2026-").append(random.nextInt(8) < 7 ? "10" : "04");
        s.append("-1").append(random.nextInt(10)).append("\",\"assurer_email\":\"team").append(organization);
        s.append("@example.org\",\"eligibility_description\":\"Families of the area\",\"application_process\":\"Ring or come.\",");
        if (random.nextInt(4) > 0) {
            s.append("\"minimum_age\":").append(random.nextInt(5)).append(",\"maximum_age\":").append(5 + random.nextInt(14)).append(',');
        }
        s.append("\"organization\":{\"id\":\"").append(new UUID(0x06060000L, own(county, organization)));
        s.append("\",\"name\":\"Organisation ").append(organization).append("\",\"description\":\"Invented. ").append(TEXT).append("\"},");
        s.append("\"phones\":[{\"id\":\"").append(new UUID(0xf0f00000L, own(county, n))).append("\",\"number\":\"01632 96").append(1000 + n % 9000).append("\"}],");
        s.append("\"cost_options\":[{\"id\":\"").append(new UUID(0xc0c00000L, own(county, n))).append("\",\"option\":\"All\",\"amount\":").append(random.nextInt(3)).append("}],");
        s.append("\"languages\":[{\"id\":\"").append(new UUID(0x1a1a0000L, own(county, n))).append("\",\"name\":\"English\",\"code\":\"en\"}],");
        s.append("\"schedules\":[{\"id\":\"").append(new UUID(0x5c5c0000L, own(county, n))).append("\",\"freq\":\"WEEKLY\",\"byday\":\"");
        s.append(DAYS.get(random.nextInt(DAYS.size()))).append("\",\"opens_at\":\"").append(String.format("%02d", 8 + random.nextInt(6)));
        s.append(":00\",\"closes_at\":\"").append(14 + random.nextInt(5)).append(":30\",\"description\":\"In term time\"}],");
        if (random.nextInt(5) > 0) {
            String area = county ? AREAS.get(random.nextInt(AREAS.size())) : "E0600" + String.format("%04d", random.nextInt(300));
            s.append("\"service_areas\":[{\"id\":\"").append(new UUID(0xa4a40000L, own(county, n))).append("\",\"name\":\"Area\",\"uri\":\"http://statistics.data.gov.uk/id/statistical-geography/").append(area).append("\"}],");
        }
        s.append("\"attributes\":[");
        for (int t = 0; t < 3; t++) {
            int term = (random.nextInt(20) * 3 + t) % 60;
            s.append(t == 0 ? "" : ",").append("{\"id\":\"").append(new UUID(0xa7a70000L + t, own(county, n))).append("\",\"link_type\":\"service\",\"taxonomy_term\":{\"id\":\"");
            s.append(new UUID(0x7e7e0000L, own(county, term))).append("\",\"name\":\"Term ").append(term).append("\",\"description\":\"An invented term\",\"taxonomy\":\"Invented terms\",\"taxonomy_id\":\"");
            s.append(new UUID(0x7a7a0000L, own(county, 1))).append("\"}}");
        }
        s.append("],\"service_at_locations\":[");
        int places = 1 + random.nextInt(2);
        for (int p = 0; p < places; p++) {
            double latitude = county ? 52.65 + random.nextDouble() * 0.95 : 50.2 + random.nextDouble() * 5.2;
            double longitude = county ? -0.8 + random.nextDouble() * 1.1 : -4.5 + random.nextDouble() * 5.8;
            s.append(p == 0 ? "" : ",").append("{\"id\":\"").append(new UUID(0x5a5a0000L + p, own(county, n))).append("\",\"location\":{\"id\":\"");
            s.append(new UUID(0x10100000L + p, own(county, n))).append("\",\"location_type\":\"physical\",\"name\":\"Hall ").append(n).append("\",\"latitude\":");
            s.append(String.format(java.util.Locale.ROOT, "%.5f,\"longitude\":%.5f", latitude, longitude));
            s.append(",\"addresses\":[{\"id\":\"").append(new UUID(0xad0d0000L + p, own(county, n))).append("\",\"address_1\":\"").append(1 + n % 90).append(" Example Street\",\"city\":\"Town ").append(n % 400);
            s.append("\",\"state_province\":\"Shire\",\"postal_code\":\"LN1 1AA\",\"country\":\"GB\",\"address_type\":\"physical\"}],");
            s.append("\"accessibility\":[{\"id\":\"").append(new UUID(0xacc00000L + p, own(county, n))).append("\",\"description\":\"Step-free\"}]}}");
        }
        return s.append("]}").toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
